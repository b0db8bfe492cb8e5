//! The fields of the settings.

use crate::{
    form::{Checkboxes, Choice, TextArea, TextInput},
    request::language,
};
use domain::{
    language::Language,
    settings::{MAX_SHOP_NAME, ShopSettings},
    validation::Field,
};
use leptos::prelude::*;

/// Time zones that are offered while one types; any other is taken too.
const ZONES: [&str; 12] = [
    "Asia/Shanghai",
    "Asia/Hong_Kong",
    "Asia/Taipei",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Paris",
    "America/New_York",
    "America/Los_Angeles",
    "UTC",
];

/// Currencies that are offered while one types; any other is taken too.
const CURRENCIES: [&str; 10] = [
    "CNY", "HKD", "TWD", "SGD", "JPY", "AUD", "EUR", "GBP", "USD", "CAD",
];

/// The fields of the settings; the few that matter at the first start.
#[component]
pub fn SettingsFields(
    /// The settings of now.
    settings: ShopSettings,
    /// Whether the shop is being set up.
    is_first: bool,
) -> impl IntoView {
    let language = language();
    let chosen = settings.languages.all().iter();
    let chosen: Vec<_> = chosen.map(|language| language.code().to_owned()).collect();
    let languages = Language::ALL.map(|one| Choice {
        value: one.code().to_owned(),
        label: one.own_name().to_owned(),
    });
    // What stands there by default is no name to keep.
    let name = if is_first {
        String::new()
    } else {
        settings.name
    };
    let more = (!is_first).then(|| {
        view! {
            <TextArea
                field=Field::Address
                label=tr!(language, "settings.address")
                value=settings.address
            />
            <TextInput
                field=Field::ShopPhone
                label=tr!(language, "settings.phone")
                value=settings.phone
                kind="tel"
                max=40
                required=false
            />
        }
    });
    view! {
        <TextInput
            field=Field::ShopName
            label=tr!(language, "settings.name")
            value=name
            max=MAX_SHOP_NAME
        />
        {more}
        <TextInput
            field=Field::TimeZone
            label=tr!(language, "settings.time_zone")
            value=settings.time_zone
            list="zones"
            max=60
            hint=tr!(language, "settings.time_zone_hint").into_owned()
        />
        <Suggestions id="zones" values=&ZONES />
        <TextInput
            field=Field::Currency
            label=tr!(language, "settings.currency")
            value=settings.currency.code().to_owned()
            list="currencies"
            max=3
            hint=tr!(language, "settings.currency_hint").into_owned()
        />
        <Suggestions id="currencies" values=&CURRENCIES />
        <Checkboxes
            field=Field::Languages
            label=tr!(language, "settings.languages")
            chosen
            choices=languages.into()
        />
    }
}

/// What a browser offers while one types.
#[component]
fn Suggestions(id: &'static str, values: &'static [&'static str]) -> impl IntoView {
    let options = values
        .iter()
        .map(|value| view! { <option value=*value></option> });
    view! { <datalist id=id>{options.collect_view()}</datalist> }
}
