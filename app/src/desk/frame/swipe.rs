//! Sweeping a popup off the screen with a finger. Its button and Escape do the same
//! (WCAG 2.5.7).

use leptos::{
    ev::PointerEvent,
    html::Div,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement},
};

/// So far a finger has to lead a popup, in CSS pixels.
const FAR: u32 = 45;
/// Or this far, and then with a pixel in so many milliseconds.
const LEAST: u32 = 12;
const FAST: u32 = 9;

/// Where a finger came down.
#[derive(Clone, Copy)]
struct Start {
    pointer: i32,
    x: i32,
    at: u32,
}

/// What a finger does with one popup.
#[derive(Clone, Copy)]
pub(super) struct Swipe {
    card: NodeRef<Div>,
    start: StoredValue<Option<Start>>,
    away: Callback<()>,
}

impl Swipe {
    /// `away` is called when the popup was swept off.
    pub(super) fn new(card: NodeRef<Div>, away: Callback<()>) -> Self {
        let start = StoredValue::new(None);
        Self { card, start, away }
    }

    /// A finger comes down. A mouse has the button, and may mark text.
    pub(super) fn begin(self, event: &PointerEvent) {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let is_control = target
            .is_some_and(|target: Element| matches!(target.closest("button, a"), Ok(Some(_))));
        if event.pointer_type() != "mouse" && event.is_primary() && !is_control {
            self.start.set_value(Some(Start {
                pointer: event.pointer_id(),
                x: event.client_x(),
                at: event.time_stamp() as u32,
            }));
        }
    }

    /// It moves, and the popup with it.
    pub(super) fn lead(self, event: &PointerEvent) {
        if let (Some((way, _)), Some(card)) = (self.way(event), self.card.get_untracked()) {
            // Also where the finger leaves the popup.
            let _ = card.set_pointer_capture(event.pointer_id());
            place(&card, Some(way));
        }
    }

    /// It is lifted: the popup goes, or comes back.
    pub(super) fn end(self, event: &PointerEvent) {
        let Some((way, time)) = self.way(event) else {
            return;
        };
        let way = way.unsigned_abs();
        if way >= FAR || (way >= LEAST && time <= way * FAST) {
            self.away.run(());
        } else {
            self.cancel();
        }
        self.start.set_value(None);
    }

    /// The browser took the finger for something else, such as scrolling.
    pub(super) fn cancel(self) {
        self.start.set_value(None);
        if let Some(card) = self.card.get_untracked() {
            place(&card, None);
        }
    }

    /// How far it has come to the right, in CSS pixels, and in how many milliseconds.
    fn way(self, event: &PointerEvent) -> Option<(i32, u32)> {
        let start = self.start.get_value()?;
        (start.pointer == event.pointer_id()).then(|| {
            let time = (event.time_stamp() as u32).saturating_sub(start.at);
            (event.client_x() - start.x, time)
        })
    }
}

/// Shows the popup aside of its place, the paler the farther; or in it.
fn place(card: &HtmlElement, way: Option<i32>) {
    let style = card.style();
    // A browser that does not know a property leaves it.
    let _ = match way {
        Some(way) => style.set_property("--swiped", &format!("{way}px")),
        None => style.remove_property("--swiped").map(drop),
    };
    let _ = card.toggle_attribute_with_force("data-swiped", way.is_some());
}
