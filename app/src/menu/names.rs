//! A name in both languages.

use crate::{form::TextInput, request::language};
use domain::{language::Localized, menu::MAX_ITEM_NAME, validation::Field};
use leptos::prelude::*;

/// The fields of a name. One language is enough.
#[component]
pub fn NameFields(
    /// Which field is in Chinese.
    #[prop(default = Field::NameZh)]
    zh: Field,
    /// Which field is in English.
    #[prop(default = Field::NameEn)]
    en: Field,
    /// What stands in them at first.
    #[prop(default = Localized::default())]
    name: Localized,
) -> impl IntoView {
    let language = language();
    view! {
        <TextInput
            field=zh
            label=tr!(language, "menu.name_zh")
            value=name.zh
            max=MAX_ITEM_NAME
            required=false
        />
        <TextInput
            field=en
            label=tr!(language, "menu.name_en")
            value=name.en
            max=MAX_ITEM_NAME
            required=false
            hint=tr!(language, "menu.name_hint").into_owned()
        />
    }
}
