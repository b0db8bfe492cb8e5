//! What the parts of the order form share.

use super::{basket::Basket, live::LiveShop};
use crate::errors::Refusal;
use domain::{language::Language, money::Currency, validation::Field};
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
    /// Why the form was refused, if it was.
    pub(super) refusal: Memo<Option<Refusal>>,
}

impl OrderFormContext {
    /// The context of the form around.
    pub(super) fn current() -> Self {
        expect_context()
    }

    /// What is wrong with a field, in words.
    pub(super) fn fault(self, field: Field) -> Memo<Option<String>> {
        let name = field.to_string();
        Memo::new(move |_| {
            let fault = |refusal: &Option<Refusal>| {
                let fault = refusal.as_ref()?.fault(&name)?;
                Some(fault.to_owned())
            };
            self.refusal.with(fault)
        })
    }
}
