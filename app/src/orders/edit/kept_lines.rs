//! The lines that an order has, each with how many there shall be.

use crate::{form::Refused, request::language, words};
use domain::{
    orders::{MAX_QUANTITY, Order},
    validation::Field,
};
use leptos::prelude::*;

/// A field for each line.
#[component]
pub fn KeptLines(
    /// The order.
    order: Order,
    /// Where the form is sent.
    action: String,
) -> impl IntoView {
    let language = language();
    // What was typed belongs to the lines of that version: those of another are others.
    let version = order.version.to_string();
    let refused = Refused::of(&action)
        .filter(|refused| refused.typed(&Field::Version.to_string()) == Some(&*version));
    let currency = order.currency;
    let rows = (0_u8..).zip(order.lines).map(|(place, line)| {
        let field = Field::KeptLine(place);
        let name = field.to_string();
        let typed = refused.as_ref().and_then(|refused| refused.typed(&name));
        let quantity = typed.map_or_else(|| line.quantity.to_string(), str::to_owned);
        let fault = refused
            .as_ref()
            .and_then(|refused| refused.fault(field, language));
        let fault_id = format!("{name}-fault");
        let options = words::options(language, &line);
        view! {
            <li class="row">
                <label class="row__head" for=name.clone()>
                    <span class="row__name">{line.name.get(language).to_owned()}</span>
                    <span>{options}</span>
                    <span class="row__note">{line.price.display(currency)}</span>
                </label>
                <div class="stepper">
                    <input
                        id=name.clone()
                        class="stepper__field"
                        type="number"
                        inputmode="numeric"
                        min="0"
                        max=MAX_QUANTITY.to_string()
                        name=name
                        value=quantity
                        aria-describedby=fault_id.clone()
                        aria-invalid=fault.is_some().then_some("true")
                    />
                </div>
                <p id=fault_id class="field__fault">
                    {fault}
                </p>
            </li>
        }
    });
    view! {
        <fieldset class="edit__lines">
            <legend>{tr!(language, "order_edit.lines")}</legend>
            <p class="field__hint">{tr!(language, "order_edit.lines_hint")}</p>
            <ul class="rows">{rows.collect_view()}</ul>
        </fieldset>
    }
}
