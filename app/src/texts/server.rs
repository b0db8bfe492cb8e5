//! Writes the texts into the page.

use super::ELEMENT;
use crate::{
    json::{escaped, in_page},
    request::language,
};
use domain::language::Language;
use leptos::prelude::*;
use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

rust_i18n::i18n!("locales/islands");

/// The texts in each language, encoded once for all pages.
static TEXTS: LazyLock<HashMap<Language, String>> = LazyLock::new(|| {
    let all = Language::ALL.into_iter();
    all.map(|language| (language, encode(language))).collect()
});

fn encode(language: Language) -> String {
    let texts = _rust_i18n_backend().messages_for_locale(language.code());
    let texts: BTreeMap<_, _> = texts.unwrap_or_default().into_iter().collect();
    escaped(&texts)
}

/// The texts of islands in the language of the page, as JSON.
#[component]
pub fn PageTexts() -> impl IntoView {
    let json = TEXTS.get(&language()).map(String::as_str);
    in_page(ELEMENT, json.unwrap_or_default())
}
