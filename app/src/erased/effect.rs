//! What is done when signals change.

use leptos::prelude::*;

/// Runs `run` once the page lives, and whenever a signal changes that it reads.
pub fn effect(run: impl FnMut() + 'static) {
    let run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(run);
}

/// The same, with what it came to the last time.
pub fn effect_after<Outcome: 'static>(mut run: impl FnMut(Option<Outcome>) -> Outcome + 'static) {
    let mut last = None;
    effect(move || last = Some(run(last.take())));
}
