//! One user in the list, and what can be done about one.

use super::roles::roles;
use crate::{
    form::{ActionButton, Choices, Form},
    request::language,
    words,
};
use domain::{ShopClock, users::Person, validation::Field};
use leptos::prelude::*;
use std::sync::Arc;

/// A user with the role, and with what can be done about the user.
#[component]
pub fn PersonRow(
    /// The user.
    person: Person,
    /// Whether it is the one who looks.
    is_self: bool,
    /// The shop's clock.
    clock: Arc<dyn ShopClock>,
) -> impl IntoView {
    let language = language();
    let (id, name) = (person.user.id, person.user.name);
    let at = |part: &str| format!("/admin/people/{id}/{part}");
    let seen = person.seen_at.map_or_else(
        || tr!(language, "people.not_signed_in").into_owned(),
        |at| {
            let time = clock.day_and_time(at);
            tr!(language, "people.seen", time = time).into_owned()
        },
    );
    let (can_in, verb) = match person.is_disabled {
        true => ("enable", tr!(language, "people.enable")),
        false => ("disable", tr!(language, "people.disable")),
    };
    let spoken = |verb: &str| format!("{verb}: {name}");
    let sign_out = tr!(language, "people.sign_out").into_owned();
    let reset = tr!(language, "people.reset").into_owned();
    view! {
        <li class="row" data-person=name.clone() data-disabled=person.is_disabled.then_some("true")>
            <div class="row__head">
                <h2 class="row__name">{name.clone()}</h2>
                {is_self.then(|| view! { <span class="tag">{tr!(language, "people.you")}</span> })}
                {person
                    .is_disabled
                    .then(|| {
                        view! {
                            <span class="tag tag--off">{tr!(language, "people.disabled")}</span>
                        }
                    })} <span class="row__note">{seen}</span>
            </div>
            <details class="row__more">
                <summary>
                    {words::role(language, person.user.role)} " · " {tr!(language, "people.change")}
                    <span class="visually-hidden">{name.clone()}</span>
                </summary>
                <Form action=at("role") send=tr!(language, "form.save")>
                    <Choices
                        field=Field::Role
                        label=tr!(language, "people.role")
                        value=person.user.role.as_str()
                        choices=roles()
                    />
                </Form>
                <div class="row__actions">
                    <ActionButton action=at("reset") spoken=spoken(&reset) label=reset />
                    <ActionButton action=at("sign-out") spoken=spoken(&sign_out) label=sign_out />
                    <ActionButton action=at(can_in) spoken=spoken(&verb) label=verb />
                </div>
            </details>
        </li>
    }
}
