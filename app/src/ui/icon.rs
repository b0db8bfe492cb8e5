//! The few icons, drawn on a grid of 24, in the colour of the text beside them.

use leptos::prelude::*;

/// Which icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// The mark: a counter bell.
    Bell,
    /// Done, accepted.
    Check,
    /// Closed, cancelled.
    Cross,
    /// A message.
    Message,
    /// Time, waiting.
    Clock,
    /// People.
    People,
    /// One person.
    Person,
    /// Nothing comes for a while.
    Pause,
    /// What can be set.
    Sliders,
    /// A pot: being prepared.
    Pot,
    /// A cook: the kitchen.
    Hat,
    /// A screen that hangs in the shop.
    Screen,
    /// More of it.
    Plus,
    /// Less of it.
    Minus,
    /// Something is wrong.
    Warning,
    /// One line below the other.
    List,
    /// What was counted.
    Chart,
}

impl Shape {
    const fn path(self) -> &'static str {
        match self {
            Self::Bell => "M12 4v2M9 4h6M4 17a8 8 0 0 1 16 0M3 17h18v3H3z",
            Self::Check => "M5 12.5l4.5 4.5L19 7.5",
            Self::Cross => "M6 6l12 12M18 6L6 18",
            Self::Message => "M4 5h16v11H9l-5 4z",
            Self::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
            Self::People => {
                "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5a6.5 6.5 0 0 1 3.5 5.5"
            }
            Self::Person => "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 21a7.5 7.5 0 0 1 15 0",
            Self::Pause => "M9 5v14M15 5v14",
            Self::Sliders => "M4 7h9M19 7h1M4 17h1M11 17h9M16 4v6M8 14v6",
            Self::Pot => "M4 10h16v6a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4zM2 10h20M9 3v3M15 3v3",
            Self::Hat => "M7 14a4 4 0 1 1 1-7.8 4.5 4.5 0 0 1 8 0A4 4 0 1 1 17 14v6H7zM7 17h10",
            Self::Screen => "M3 5h18v12H3zM9 21h6M12 17v4",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Minus => "M5 12h14",
            Self::List => "M8 6h12M8 12h12M8 18h12M4 6v.5M4 12v.5M4 18v.5",
            Self::Chart => "M5 20v-6M12 20V5M19 20v-10M3 20h18",
            Self::Warning => "M12 4l9 16H3zM12 10v4M12 17v.5",
        }
    }
}

/// An icon beside a text: it says nothing that the text does not.
#[component]
pub fn Icon(
    /// Which one.
    shape: Shape,
) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=shape.path()></path>
        </svg>
    }
}
