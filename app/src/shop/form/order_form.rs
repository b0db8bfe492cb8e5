//! The shop's form: a plain form, which `public/order-form.js` makes count while one types.

use super::{
    faults::FaultList,
    fields::{Consent, CustomerFields, GuardFields},
    handover::HandoverFields,
    summary::Summary,
};
use crate::{
    order::order_path,
    shop::{
        context::OrderFormContext,
        menu_sections::{MenuNav, MenuSections, ShopNews},
    },
    ui::{Icon, Shape},
};
use domain::{money::Money, orders::Order, validation::Field};
use leptos::prelude::*;

/// The menu, what is chosen of it, the customer's name and number, one button.
#[component]
pub fn OrderForm(
    /// The order that this browser has placed last, where it has begun no other since.
    ordered: Option<Order>,
) -> impl IntoView {
    let form = OrderFormContext::current();
    let language = form.language;
    let total = form.basket.total().unwrap_or(Money::ZERO);
    let ordered = ordered.map(|order| {
        let text = tr!(language, "shop.ordered", number = order.number);
        view! {
            <p class="notice">
                {text} " " <a href=order_path(&order.token)>{tr!(language, "shop.show_order")}</a>
            </p>
        }
    });
    view! {
        {ordered}
        <p class="notice order-form__sent" role="status" hidden>
            {tr!(language, "shop.sent_before")} " " <a href="/">{tr!(language, "shop.start_anew")}</a>
        </p>
        <MenuNav />
        // The browser's own words would stop short of what is wrong beside them.
        <form class="order-form" method="post" action="/order" accept-charset="utf-8" novalidate>
            // Not a part of what is drawn again: a form that was sent stays the same order.
            <input type="hidden" name="request_id" value=form.typed.request_id.clone() />
            <GuardFields />
            <div class="order-form__refusal" role="alert" tabindex="-1" data-live="refusal">
                {form.refusal.as_ref().map(|refusal| refusal.text.clone())}
                {form.fault(Field::Website).map(|text| view! { <p>{text}</p> })}
                <FaultList />
            </div>
            <div data-live="news" data-bell-look=form.now.next_look.to_string()>
                <ShopNews />
            </div>
            <div class="menu" data-live="menu">
                <MenuSections />
            </div>
            <div class="order-form__side">
                <div data-live="summary">
                    <Summary />
                </div>
                <fieldset class="customer" data-live="customer">
                    <legend>{tr!(language, "shop.customer")}</legend>
                    <HandoverFields />
                    <CustomerFields />
                    <Consent />
                </fieldset>
            </div>
            <div class="order-form__bar">
                <p class="field__fault" id="lines-fault" data-live="lines">
                    {form.fault(Field::Lines)}
                </p>
                <p class="order-form__lost" role="status">
                    <span hidden>{tr!(language, "shop.lost")}</span>
                </p>
                <p class="total">
                    <a class="order-form__count" href="#summary" data-live="count">
                        {tr!(language, "shop.chosen", count = form.basket.count())}
                    </a>
                    <strong class="total__amount" aria-live="polite" data-live="total">
                        {total.display(form.currency)}
                    </strong>
                </p>
                <button class="button order-form__update" formaction="/cart">
                    {tr!(language, "shop.update")}
                </button>
                <button class="button button--primary order-form__send">
                    <Icon shape=Shape::Bell />
                    <span class="order-form__idle">{tr!(language, "shop.order")}</span>
                    <span class="order-form__busy">{tr!(language, "shop.sending")}</span>
                </button>
            </div>
        </form>
    }
}
