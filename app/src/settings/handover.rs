//! How and when orders are handed over, as it is set.

use crate::{
    form::{Checkboxes, Choice, TextInput},
    request::language,
    words,
};
use domain::{
    handover::{HandoverRules, Way},
    validation::Field,
};
use leptos::prelude::*;
use strum::VariantArray;

/// The fields of the ways, and of the times that customers may want.
#[component]
pub fn HandoverFields(
    /// The rules of now.
    rules: HandoverRules,
) -> impl IntoView {
    let language = language();
    let chosen = rules.ways.all().iter();
    let chosen: Vec<_> = chosen.map(|way| way.as_str().to_owned()).collect();
    let ways = Way::VARIANTS.iter().map(|way| Choice {
        value: way.as_str().to_owned(),
        label: words::way(language, *way).into_owned(),
    });
    let wanted = Choice {
        value: "yes".to_owned(),
        label: tr!(language, "settings.wanted_times_yes").into_owned(),
    };
    let are_wanted = match rules.wanted_times {
        true => vec!["yes".to_owned()],
        false => Vec::new(),
    };
    view! {
        <Checkboxes
            field=Field::Ways
            label=tr!(language, "settings.ways")
            chosen
            choices=ways.collect()
        />
        <Checkboxes
            field=Field::WantedTimes
            label=tr!(language, "settings.wanted_times")
            chosen=are_wanted
            choices=vec![wanted]
        />
        <TextInput
            field=Field::NoticeMinutes
            label=tr!(language, "settings.notice_minutes")
            value=rules.notice_minutes.to_string()
            max=3
            hint=tr!(language, "settings.notice_minutes_hint").into_owned()
        />
    }
}
