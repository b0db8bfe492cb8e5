//! What the parts of the order form share.

use super::{PlaceOrder, ShopNow, basket::Basket};
use crate::errors::Refusal;
use domain::{language::Language, money::Currency, validation::Field};
use leptos::prelude::*;
use std::sync::Arc;

/// The order form, as it is drawn now.
#[derive(Clone)]
pub(super) struct OrderFormContext(Arc<FormState>);

pub(super) struct FormState {
    pub(super) language: Language,
    pub(super) currency: Currency,
    /// The menu and the opening of the shop.
    pub(super) now: ShopNow,
    /// What stands in the fields.
    pub(super) typed: PlaceOrder,
    /// What that comes to by the menu of now.
    pub(super) basket: Basket,
    /// Why the form was refused, if it was.
    pub(super) refusal: Option<Refusal>,
}

impl OrderFormContext {
    /// Gives the form to its parts.
    pub(super) fn provide(state: FormState) {
        provide_context(Self(Arc::new(state)));
    }

    /// The form around.
    pub(super) fn current() -> Arc<FormState> {
        expect_context::<Self>().0
    }
}

impl FormState {
    /// What is wrong with a field, in words.
    pub(super) fn fault(&self, field: Field) -> Option<String> {
        let refusal = self.refusal.as_ref()?;
        refusal.fault(&field.to_string()).map(str::to_owned)
    }
}
