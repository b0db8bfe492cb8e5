//! What the parts of the order form share.

use super::{basket::Basket, live::LiveShop};
use crate::words;
use domain::{
    language::Language,
    money::Currency,
    validation::{Field, ValidationErrors},
};
use leptos::prelude::*;

/// The state of one order form.
#[derive(Clone, Copy)]
pub(super) struct OrderFormContext {
    pub(super) language: Language,
    pub(super) currency: Currency,
    /// How many of what, as far as the fields hold numbers.
    pub(super) basket: RwSignal<Basket>,
    /// What the shop shows now.
    pub(super) shop: LiveShop,
    /// Why the form was refused, field by field.
    pub(super) faults: Memo<ValidationErrors>,
}

impl OrderFormContext {
    /// The context of the form around.
    pub(super) fn current() -> Self {
        expect_context()
    }

    /// What is wrong with a field, in words.
    pub(super) fn fault(self, field: Field) -> Memo<Option<String>> {
        Memo::new(move |_| {
            let reason = self.faults.with(|faults| faults.of(field))?;
            Some(words::reason(self.language, reason, self.currency))
        })
    }
}
