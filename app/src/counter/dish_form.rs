//! A form with dishes: what was typed into it, and what is wrong with that.

use crate::{
    errors::ActionError,
    form::{Refused, Submission},
    request::language,
    shop::{PlaceOrder, Section},
};
use domain::{
    Unavailable,
    menu::ItemId,
    shop::Shop,
    validation::{Field, Reason, ValidationErrors},
};

/// A form with dishes, as it is drawn: empty, or again after it was refused. Its fields are
/// those of the shop's own form.
#[derive(Clone)]
pub struct DishForm {
    /// What was typed.
    pub typed: PlaceOrder,
    /// The dishes that can be had, and those that were wanted.
    pub sections: Vec<Section>,
    refused: Option<Refused>,
}

impl DishForm {
    /// The form that is sent to `action`.
    ///
    /// # Errors
    /// The store did not answer.
    pub async fn read(action: &str, shop: &Shop) -> Result<Self, Unavailable> {
        let refused = Refused::of(action);
        let sent = refused
            .as_ref()
            .and_then(|refused| PlaceOrder::of_fields(&refused.fields));
        let typed = sent.unwrap_or_else(|| PlaceOrder::empty(shop.request_key()));
        let mut sections = Section::all(&shop.menu().await?, language());
        for section in &mut sections {
            section
                .dishes
                .retain(|dish| dish.most() > 0 || is_wanted(&typed, dish.id));
        }
        sections.retain(|section| !section.dishes.is_empty());
        let mut form = Self {
            typed,
            sections,
            refused,
        };
        if form.fault(Field::RequestId).is_some() {
            form.typed.request_id = shop.request_key();
        }
        Ok(form)
    }

    /// What was sent with such a form.
    ///
    /// # Errors
    /// No browser sends that.
    pub fn sent(sent: &Submission) -> Result<PlaceOrder, ActionError> {
        let form = PlaceOrder::of_fields(&sent.fields);
        form.ok_or_else(|| ValidationErrors::only(Field::Lines, Reason::Unreadable).into())
    }

    /// What is wrong with a field, in words.
    pub fn fault(&self, field: Field) -> Option<String> {
        self.refused.as_ref()?.fault(field, language())
    }

    /// What is wrong with the lines as a whole, or with one of a dish that is gone.
    pub fn lines_fault(&self) -> Option<String> {
        let gone = || {
            let ActionError::Invalid(faults) = &self.refused.as_ref()?.error else {
                return None;
            };
            let mut fields = faults.0.iter().map(|fault| fault.field);
            fields.find(|field| matches!(field, Field::Line(item, _) if !self.has(*item)))
        };
        self.fault(Field::Lines).or_else(|| self.fault(gone()?))
    }

    /// Whether a box was ticked, or nothing was sent.
    pub fn is_ticked(&self, name: &str) -> bool {
        let refused = self.refused.as_ref();
        refused.is_none_or(|refused| refused.typed(name).is_some())
    }

    /// Whether any dish is wanted.
    pub fn is_wanted(&self) -> bool {
        let mut dishes = self.sections.iter().flat_map(|section| &section.dishes);
        dishes.any(|dish| is_wanted(&self.typed, dish.id))
    }

    fn has(&self, item: ItemId) -> bool {
        let mut dishes = self.sections.iter().flat_map(|section| &section.dishes);
        dishes.any(|dish| dish.id == item)
    }
}

/// Whether some of a dish are wanted.
fn is_wanted(typed: &PlaceOrder, item: ItemId) -> bool {
    let lines = typed.lines_of(item);
    lines.iter().flatten().any(|line| !line.is_blank())
}
