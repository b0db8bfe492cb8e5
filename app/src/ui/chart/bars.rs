//! Bars, two side by side.

use leptos::prelude::*;

/// How high the highest bar is, in the units of the drawing.
const HEIGHT: u32 = 120;
/// What is above it: its number.
const HEAD: u32 = 20;
/// What is below it: its name.
const FOOT: u32 = 24;
/// The room of two bars and what is between them and the next.
const STEP: u32 = 40;
/// How wide a bar is.
const WIDTH: u32 = 16;

/// Two values of one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What stands below them.
    pub name: String,
    /// That of today.
    pub now: u32,
    /// The one to compare with.
    pub before: u32,
}

/// Bars, drawn by the server: the filled ones are those of now, those with an outline
/// the ones to compare with. What it shows has to stand in words, too.
#[component]
pub fn Bars(
    /// What the picture shows, for those who don't see it.
    #[prop(into)]
    title: String,
    /// The bars.
    bars: Vec<Bar>,
) -> impl IntoView {
    let values = bars.iter().flat_map(|bar| [bar.now, bar.before]);
    let highest = values.max().unwrap_or_default();
    let width = STEP * u32::try_from(bars.len()).unwrap_or_default();
    let height = HEAD + HEIGHT + FOOT;
    let floor = HEAD + HEIGHT;
    let pairs = (0..).step_by(STEP as usize).zip(bars).map(|(left, bar)| {
        let (now, before) = (scaled(bar.now, highest), scaled(bar.before, highest));
        let count = (bar.now > 0).then(|| {
            view! {
                <text class="bars__text" x=left + 4 + WIDTH / 2 y=floor - now - 4>
                    {bar.now}
                </text>
            }
        });
        view! {
            <g>
                <rect class="bars__now" x=left + 4 y=floor - now width=WIDTH height=now></rect>
                <rect
                    class="bars__before"
                    x=left + 4 + WIDTH
                    y=floor - before
                    width=WIDTH - 2
                    height=before
                ></rect>
                {count}
                <text class="bars__text" x=left + 4 + WIDTH y=floor + 17>
                    {bar.name}
                </text>
            </g>
        }
    });
    view! {
        <svg
            class="bars"
            viewBox=format!("0 0 {width} {height}")
            role="img"
            aria-labelledby="bars-title"
        >
            <title id="bars-title">{title}</title>
            {pairs.collect_view()}
            <line class="bars__floor" x1="0" x2=width y1=floor y2=floor></line>
        </svg>
    }
}

/// How high the bar of a value is, where that of `highest` is as high as any. What is
/// not nothing can be seen.
fn scaled(value: u32, highest: u32) -> u32 {
    let height = u64::from(value) * u64::from(HEIGHT);
    let height = height.checked_div(highest.into()).unwrap_or_default();
    let height = u32::try_from(height).unwrap_or(HEIGHT);
    height.max(u32::from(value > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_are_as_high_as_their_values() {
        assert_eq!(scaled(0, 0), 0);
        assert_eq!(scaled(0, 9), 0);
        assert_eq!(scaled(9, 9), HEIGHT);
        assert_eq!(scaled(3, 9), HEIGHT / 3);
        assert_eq!(scaled(1, u32::MAX), 1);
        assert_eq!(scaled(u32::MAX, u32::MAX), HEIGHT);
    }
}
