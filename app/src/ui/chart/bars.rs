//! Bars, two side by side.

use leptos::prelude::*;

/// How wide the picture is: its letters are as large as others on a phone.
const WHOLE: u32 = 360;
/// How high the highest bar is, in the same units.
const HEIGHT: u32 = 120;
/// What is above it: its number.
const HEAD: u32 = 20;
/// What is below it: its name.
const FOOT: u32 = 24;
/// The most room of two bars with what is between them and the next.
const MOST: u32 = 40;
/// The least room in which a number fits.
const LEGIBLE: u32 = 24;

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
    let step = step(bars.len());
    let width = step * 2 / 5;
    let fits = step >= LEGIBLE;
    let height = HEAD + HEIGHT + FOOT;
    let floor = HEAD + HEIGHT;
    let pairs = (0_u32..).zip(bars).map(|(place, bar)| {
        let left = place * step + step / 10;
        let (now, before) = (scaled(bar.now, highest), scaled(bar.before, highest));
        let count = (fits && bar.now > 0).then(|| {
            view! {
                <text class="bars__text" x=left + width / 2 y=floor - now - 4>
                    {bar.now}
                </text>
            }
        });
        let name = (fits || place.is_multiple_of(2)).then(|| {
            view! {
                <text class="bars__text" x=left + width y=floor + 17>
                    {bar.name}
                </text>
            }
        });
        view! {
            <g>
                <rect class="bars__now" x=left y=floor - now width=width height=now></rect>
                <rect
                    class="bars__before"
                    x=left + width
                    y=floor - before
                    width=width
                    height=before
                ></rect>
                {count}
                {name}
            </g>
        }
    });
    view! {
        <svg
            class="bars"
            viewBox=format!("0 0 {WHOLE} {height}")
            role="img"
            aria-labelledby="bars-title"
        >
            <title id="bars-title">{title}</title>
            {pairs.collect_view()}
            <line class="bars__floor" x1="0" x2=WHOLE y1=floor y2=floor></line>
        </svg>
    }
}

/// The room of each of so many pairs.
fn step(count: usize) -> u32 {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let step = WHOLE.checked_div(count).unwrap_or(MOST);
    step.min(MOST)
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
    fn a_day_fits_into_the_picture() {
        assert_eq!([0, 1, 9].map(step), [MOST; 3]);
        assert_eq!([14, 15].map(step), [25, LEGIBLE]);
        assert_eq!(step(24), 15);
    }

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
