//! The page of those who work in the back office.

use super::{link::NewLink, person_row::PersonRow, roles::roles};
use crate::{
    desk::page::{AdminRequest, admin_page},
    errors::ActionError,
    form::{Choices, Form},
    request::language,
};
use domain::{policy::Action, users::Role, validation::Field};
use leptos::prelude::*;
use leptos_router::{MatchNestedRoutes, SsrMode, StaticSegment, components::Route};

/// `/admin/people`
#[component(transparent)]
pub fn PeopleRoute() -> impl MatchNestedRoutes + Clone {
    let path = (StaticSegment("admin"), StaticSegment("people"));
    view! { <Route path view=PeoplePage ssr=SsrMode::Async /> }.into_inner()
}

/// Everybody, and inviting more.
#[component]
fn PeoplePage() -> impl IntoView {
    let title = tr!(language(), "people.title");
    admin_page(title, Some(Action::ManagePeople), draw)
}

async fn draw(AdminRequest { shop, user, .. }: AdminRequest) -> Result<AnyView, ActionError> {
    let people = shop.people(&user).await?;
    let language = language();
    let rows = people.into_iter().map(|person| {
        let is_self = person.user.id == user.id;
        view! { <PersonRow person is_self clock=shop.clock.clone() /> }
    });
    let view = view! {
        <NewLink />
        <ul class="rows">{rows.collect_view()}</ul>
        <section class="panel" aria-labelledby="invite-title">
            <h2 id="invite-title">{tr!(language, "people.invite")}</h2>
            <p class="field__hint">{tr!(language, "people.invite_hint")}</p>
            <Form action="/admin/people/invite" send=tr!(language, "people.make_link")>
                <Choices
                    field=Field::Role
                    label=tr!(language, "people.role")
                    value=Role::Staff.as_str()
                    choices=roles()
                />
            </Form>
        </section>
    };
    Ok(view.into_any())
}
