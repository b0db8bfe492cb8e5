//! A link as a code that cameras read.

use leptos::prelude::*;
use qrcode::{Color, QrCode};
use std::fmt::Write;

/// How much stays white around the code, in modules: readers ask for it.
const QUIET: usize = 4;

/// A text as a QR code; nothing where it is too long for one.
#[component]
pub fn LinkCode(
    /// The text.
    text: String,
    /// What it is, for those who don't see it.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    drawn(&text).map(|(side, path)| {
        view! {
            <svg class="link-code" viewBox=format!("0 0 {side} {side}") role="img" aria-label=label>
                <path d=path></path>
            </svg>
        }
    })
}

/// How many modules wide the code is with what stays white around it, and its dark modules,
/// as a path.
fn drawn(text: &str) -> Option<(usize, String)> {
    let code = QrCode::new(text).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (place, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (place % width + QUIET, place / width + QUIET);
            // Writing to a string can't fail.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    Some((width + 2 * QUIET, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_white_around() {
        let (side, path) = drawn("https://shop.example/board/0123456789abcdef").unwrap();
        let last = side - QUIET - 1;
        let is_dark = |x: usize, y: usize| path.contains(&format!("M{x} {y}h"));
        assert!(is_dark(QUIET, QUIET) && is_dark(last, QUIET) && is_dark(QUIET, last));
        assert!(!path.contains("M0 ") && !is_dark(last + 1, QUIET));
        assert_eq!(drawn(&"a".repeat(9_000)), None);
    }
}
