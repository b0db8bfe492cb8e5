//! The shop's form: a plain form, which counts and checks once the WebAssembly is
//! loaded.

#![expect(missing_docs, reason = "`#[island]` makes a type that has none")]

use super::{
    PlaceOrder, RefusedForm, ShopNow,
    basket::Basket,
    context::OrderFormContext,
    live::{self, LiveShop},
    menu_sections::{MenuSections, ShopNews},
    order_faults::FaultList,
    order_fields::{NoteField, OrderField},
};
use crate::{
    errors::Refusal,
    ui::{Icon, Shape, focus},
};
use delivery::Cursor;
use domain::{language::Language, money::Currency, orders::MAX_NAME, validation::Field};
use leptos::{form::ActionForm, prelude::*};

/// The menu, the customer's name and number, a running total, one button.
#[island]
pub fn OrderForm(
    /// The customer's language.
    language: Language,
    /// What prices are in.
    currency: Currency,
    /// The key that makes sending twice harmless: drawn by the server, so that
    /// going back and sending again is the same order.
    request_id: String,
    /// The menu and the opening of the shop.
    now: ShopNow,
    /// The newest event of which that knows.
    cursor: Option<Cursor>,
    /// The form as it was refused before.
    refused: Option<RefusedForm>,
) -> impl IntoView {
    let place = ServerAction::<PlaceOrder>::new();
    let (typed, refused) = match refused {
        Some(RefusedForm { form, refusal }) => (form, Some(refusal)),
        None => (PlaceOrder::empty(request_id), None),
    };
    let refusal = Memo::new(move |_| match place.value().get() {
        Some(result) => result.err(),
        None => refused.clone(),
    });
    let context = OrderFormContext {
        language,
        currency,
        basket: RwSignal::new(Basket::new(&now.sections, &typed)),
        shop: LiveShop::new(&now),
        refusal,
    };
    provide_context(context);
    let total = move || context.basket.with(Basket::total);
    let sent = sent_before(typed.request_id.clone(), place);
    // Before the WebAssembly is loaded nothing counts, so no total is shown.
    let is_mounted = RwSignal::new(false);
    Effect::new(move || is_mounted.set(true));
    focus_first_fault(refusal);
    let next_look = now.next_look;
    Effect::new(move || {
        live::follow(language, cursor, next_look, move |now| {
            take_in(context, &now);
        });
    });
    let typed_lines = typed.clone();
    view! {
        <div class="order-form" class:order-form--alive=is_mounted>
            <ActionForm action=place attr:novalidate="" attr:accept-charset="utf-8">
                <input type="hidden" name="request_id" value=typed.request_id.clone() />
                <div class="order-form__refusal" role="alert">
                    {move || refusal.get().map(|refusal| refusal.text_or(tr!(language, "shop.lost")))}
                    <FaultList />
                </div>
                <Show when=move || sent.get()>
                    <p class="notice" role="status">
                        {tr!(language, "shop.sent_before")}
                        " "
                        <a href="/">{tr!(language, "shop.start_anew")}</a>
                    </p>
                </Show>
                <ShopNews />
                <MenuSections typed=typed_lines is_mounted />
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
                                let counted = total().filter(|_| is_mounted.get());
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

/// Takes in what there is now: what was typed and chosen stays.
fn take_in(context: OrderFormContext, now: &ShopNow) {
    let (language, currency) = (context.language, context.currency);
    let shop = context.shop;
    context
        .basket
        .try_update(|basket| shop.take_in(now, basket, language, currency));
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

/// Leads the eye, and the screen reader, to the first field that has to be
/// mended.
fn focus_first_fault(refusal: Memo<Option<Refusal>>) {
    Effect::new(move || {
        let has_faults = |refusal: &Refusal| !refusal.faults.is_empty();
        if !refusal.with(|refusal| refusal.as_ref().is_some_and(has_faults)) {
            return;
        }
        request_animation_frame(|| {
            focus("[aria-invalid=true]");
        });
    });
}
