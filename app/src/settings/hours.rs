//! When the shop is open, as it is typed.

use crate::{
    form::{Checkboxes, Choice, TextArea, TextInput},
    request::language,
    words,
};
use domain::{settings::Hours, validation::Field};
use leptos::prelude::*;

/// The fields of the hours.
#[component]
pub fn HoursFields(
    /// The hours of now.
    hours: Hours,
) -> impl IntoView {
    let language = language();
    let closes = Choice {
        value: "yes".to_owned(),
        label: tr!(language, "settings.closes_yes").into_owned(),
    };
    let chosen = match hours.week {
        Some(_) => vec!["yes".to_owned()],
        None => Vec::new(),
    };
    let week = hours.week.unwrap_or_default();
    let days = (0..).zip(week).map(|(day, spans)| {
        view! {
            <TextInput
                field=Field::Weekday(day)
                label=words::weekday(language, day)
                value=spans.to_string()
                max=80
                required=false
            />
        }
    });
    let exceptions: Vec<_> = hours.exceptions.iter().map(ToString::to_string).collect();
    view! {
        <Checkboxes
            field=Field::Closes
            label=tr!(language, "settings.hours")
            chosen
            choices=vec![closes]
        />
        <p class="field__hint">{tr!(language, "settings.hours_hint")}</p>
        <div class="week">{days.collect_view()}</div>
        <TextArea
            field=Field::Exceptions
            label=tr!(language, "settings.exceptions")
            value=exceptions.join("\n")
        />
        <p class="field__hint">{tr!(language, "settings.exceptions_hint")}</p>
    }
}
