//! The form that says which orders are shown.

use super::address::PAGE;
use crate::{
    form::fields::{self, Fields},
    request::language,
    ui::ShopFront,
    words,
};
use domain::{
    language::Language,
    orders::{
        OrderStatus,
        search::{MAX_SEARCH_TEXT, OrderQuery, OrderSort, Period},
    },
    validation::{Field, ValidationErrors},
};
use leptos::prelude::*;
use std::borrow::Cow;
use strum::VariantArray;

/// The form. What was typed stays in it.
#[component]
pub fn FilterForm(
    /// What stands in the address.
    asked: Fields,
    /// What that says; nothing where it is faulty.
    query: OrderQuery,
    /// What is wrong with it.
    faults: Option<ValidationErrors>,
) -> impl IntoView {
    let language = language();
    let statuses = fields::all(&asked, "status");
    let boxes = OrderStatus::ALL.into_iter().map(|status| {
        let checked = statuses.iter().any(|name| name == status.as_str());
        view! {
            <label class="box">
                <input type="checkbox" name="status" value=status.as_str() checked=checked />
                <span>{words::status(language, status)}</span>
            </label>
        }
    });
    let sorts = OrderSort::VARIANTS.iter().map(|sort| {
        view! {
            <option value=sort.as_str() selected=*sort == query.sort>
                {sort_name(language, *sort)}
            </option>
        }
    });
    let field = move |field: Field, label: Cow<'static, str>, kind: &'static str| {
        let currency = ShopFront::current().currency;
        let fault = faults.as_ref().and_then(|faults| faults.of(field));
        let fault = fault.map(|reason| words::reason(language, reason, currency));
        let name = field.to_string();
        let value = fields::one(&asked, &name).to_owned();
        view! { <FilterField name label=label.into_owned() kind value fault /> }
    };
    // Days that are typed win over it.
    let recent = match query.filter.period {
        Period::Recent(recent) => Some(recent.as_str()),
        _ => None,
    };
    view! {
        <form class="filter" method="get" action=PAGE role="search">
            <fieldset class="boxes">
                <legend>{tr!(language, "order_list.status")}</legend>
                {boxes.collect_view()}
            </fieldset>
            {field(Field::SearchText, tr!(language, "order_list.text"), "search")}
            {field(Field::FromDay, tr!(language, "order_list.from"), "date")}
            {field(Field::ToDay, tr!(language, "order_list.to"), "date")}
            {recent.map(|recent| view! { <input type="hidden" name="period" value=recent /> })}
            <div class="field">
                <label for="orders-sort">{tr!(language, "order_list.sort")}</label>
                <select id="orders-sort" name="sort">
                    {sorts.collect_view()}
                </select>
            </div>
            <button class="button button--primary">{tr!(language, "audit.filter")}</button>
            <a class="button button--quiet" href=PAGE>
                {tr!(language, "order_list.clear")}
            </a>
        </form>
    }
}

/// A field in which something is typed.
#[component]
fn FilterField(
    name: String,
    label: String,
    kind: &'static str,
    value: String,
    fault: Option<String>,
) -> impl IntoView {
    let id = format!("orders-{name}");
    let fault_id = format!("{id}-fault");
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <input
                id=id
                name=name
                type=kind
                value=value
                maxlength=(kind == "search").then(|| MAX_SEARCH_TEXT.to_string())
                autocomplete="off"
                aria-describedby=fault_id.clone()
                aria-invalid=fault.is_some().then_some("true")
            />
            <p class="field__fault" id=fault_id>
                {fault}
            </p>
        </div>
    }
}

fn sort_name(language: Language, sort: OrderSort) -> Cow<'static, str> {
    match sort {
        OrderSort::Newest => tr!(language, "order_list.newest"),
        OrderSort::Oldest => tr!(language, "order_list.oldest"),
        OrderSort::Highest => tr!(language, "order_list.highest"),
    }
}
