//! The shop's form: a plain form that is pleasant once it is alive.

#![expect(missing_docs, reason = "`#[island]` makes a type that has none")]

use super::{
    Icon, Shape,
    basket::Basket,
    dish_row::DishRow,
    order_faults::FaultList,
    order_fields::{NoteField, OrderField},
};
use crate::{
    actions::{Fault, PlaceOrder},
    words,
};
use domain::{
    language::Language,
    menu::ItemId,
    money::{Currency, Money},
    orders::MAX_NAME,
    validation::{Field, ValidationErrors},
};
use leptos::{form::ActionForm, prelude::*};
use serde::{Deserialize, Serialize};

/// A dish, in the customer's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dish {
    /// The item.
    pub id: ItemId,
    /// What it is called.
    pub name: String,
    /// A line about it.
    pub description: String,
    /// The price of one, in minor units.
    pub price: Money,
    /// How many can be ordered; `None` where there is no limit.
    pub left: Option<u32>,
}

/// A heading of the menu and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading.
    pub name: String,
    /// The dishes.
    pub dishes: Vec<Dish>,
}

/// A form that was sent without WebAssembly and refused: it comes back with
/// what was typed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Refused {
    /// What was typed.
    pub form: PlaceOrder,
    /// Why it was refused.
    pub fault: Fault,
}

/// What the parts of the form share.
#[derive(Clone, Copy)]
pub(super) struct OrderFormContext {
    pub(super) language: Language,
    pub(super) currency: Currency,
    /// How many of what, as far as the fields hold numbers.
    pub(super) basket: RwSignal<Basket>,
    pub(super) faults: Memo<ValidationErrors>,
}

impl OrderFormContext {
    /// What is wrong with a field, in words.
    pub(super) fn fault(self, field: Field) -> Memo<Option<String>> {
        Memo::new(move |_| {
            let reason = self.faults.with(|faults| faults.of(field))?;
            Some(words::reason(self.language, reason, self.currency))
        })
    }
}

/// The menu, the customer's name and number, a running total, one button.
#[cfg_attr(debug_assertions, island)]
#[cfg_attr(not(debug_assertions), island(lazy))]
pub fn OrderForm(
    /// The customer's language.
    language: Language,
    /// What prices are in.
    currency: Currency,
    /// The key that makes sending twice harmless: drawn by the server, so that
    /// going back and sending again is the same order.
    request_id: String,
    /// The menu.
    sections: Vec<Section>,
    /// The form as it was refused before.
    refused: Option<Refused>,
) -> impl IntoView {
    let place = ServerAction::<PlaceOrder>::new();
    let (typed, refusal) = match refused {
        Some(Refused { form, fault }) => (form, Some(fault)),
        None => (PlaceOrder::empty(request_id), None),
    };
    let fault = Memo::new(move |_| match place.value().get() {
        Some(result) => result.err(),
        None => refusal.clone(),
    });
    let context = OrderFormContext {
        language,
        currency,
        basket: RwSignal::new(Basket::new(&sections, &typed)),
        faults: Memo::new(move |_| match fault.get() {
            Some(Fault::Invalid(faults)) => faults,
            _ => ValidationErrors::default(),
        }),
    };
    provide_context(context);
    let total = move || context.basket.with(Basket::total);
    let sent = sent_before(typed.request_id.clone(), place);
    // Only a page that is alive can count: before, a total would be a lie.
    let alive = RwSignal::new(false);
    Effect::new(move || alive.set(true));
    focus_first_fault(context.faults);
    let sections = sections.into_iter().map(|section| {
        let dishes = section.dishes.into_iter().map(|dish| {
            let typed = typed.quantity(dish.id).to_owned();
            view! { <DishRow dish typed /> }
        });
        view! {
            <section class="menu__section">
                <h2>{section.name}</h2>
                <ul class="menu__dishes">{dishes.collect_view()}</ul>
            </section>
        }
    });
    let sections = sections.collect_view();
    view! {
        <div class="order-form" class:order-form--alive=alive>
            <ActionForm action=place attr:novalidate="" attr:accept-charset="utf-8">
                <input type="hidden" name="request_id" value=typed.request_id.clone() />
                <div class="order-form__refusal" role="alert">
                    {move || fault.get().map(|fault| refusal_text(language, &fault))}
                    <FaultList />
                </div>
                <Show when=move || sent.get()>
                    <p class="notice" role="status">
                        {tr!(language, "shop.sent_before")}
                        " "
                        <a href="/">{tr!(language, "shop.start_anew")}</a>
                    </p>
                </Show>
                <div class="menu">{sections}</div>
                <fieldset class="customer">
                    <legend>{tr!(language, "shop.customer")}</legend>
                    <OrderField
                        name="name"
                        label=tr!(language, "shop.name")
                        field=Field::Name
                        typed=typed.name.clone()
                        kind="text"
                        autocomplete="name"
                        max=MAX_NAME
                    />
                    <OrderField
                        name="phone"
                        label=tr!(language, "shop.phone")
                        field=Field::Phone
                        typed=typed.phone.clone()
                        kind="tel"
                        autocomplete="tel"
                        max=40
                    />
                    <NoteField typed=typed.note.clone() />
                </fieldset>
                <div class="order-form__bar">
                    <p class="field__fault" id="lines-fault">
                        {context.fault(Field::Lines)}
                    </p>
                    <p class="total">
                        <span>{tr!(language, "order.total")}</span>
                        <strong class="total__amount" aria-live="polite">
                            {move || {
                                let counted = total().filter(|_| alive.get());
                                counted.map_or("–".to_owned(), |total| total.display(currency))
                            }}
                        </strong>
                    </p>
                    <button class="button button--primary order-form__send" disabled=place.pending()>
                        <Icon shape=Shape::Bell />
                        {move || {
                            if place.pending().get() {
                                tr!(language, "shop.sending")
                            } else {
                                tr!(language, "shop.order")
                            }
                        }}
                    </button>
                </div>
            </ActionForm>
        </div>
    }
}

/// Whether this very form was sent before: the customer went back to it, and
/// would get the same order again.
fn sent_before(request_id: String, place: ServerAction<PlaceOrder>) -> RwSignal<bool> {
    const KEY: &str = "orderbell.sent";
    let sent = RwSignal::new(false);
    Effect::new(move || {
        let Some(storage) = window().session_storage().ok().flatten() else {
            return;
        };
        if matches!(place.value().get(), Some(Ok(()))) {
            // A full or forbidden storage only means that there is no word of it.
            let _ = storage.set_item(KEY, &request_id);
        }
        let last = storage.get_item(KEY).ok().flatten();
        sent.set(last.as_ref() == Some(&request_id));
    });
    sent
}

fn refusal_text(language: Language, fault: &Fault) -> String {
    let text = match fault {
        Fault::Invalid(ValidationErrors(faults)) => {
            tr!(language, "shop.refused", count = faults.len())
        }
        Fault::TooManyOrders => tr!(language, "shop.too_many_orders"),
        Fault::Lost(_) => tr!(language, "shop.lost"),
        _ => tr!(language, "shop.unavailable"),
    };
    text.into_owned()
}

/// Leads the eye, and the screen reader, to the first field that has to be
/// mended.
fn focus_first_fault(faults: Memo<ValidationErrors>) {
    Effect::new(move || {
        if faults.with(ValidationErrors::is_empty) {
            return;
        }
        request_animation_frame(|| {
            let first = document()
                .query_selector("[aria-invalid=true]")
                .ok()
                .flatten();
            if let Some(field) = first {
                use leptos::wasm_bindgen::JsCast;
                let _ = field
                    .unchecked_into::<leptos::web_sys::HtmlElement>()
                    .focus();
            }
        });
    });
}
