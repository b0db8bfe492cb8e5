//! The way between the pages of the back office.

use super::places::{Group, PLACES, Place};
use crate::{
    request::{language, path},
    ui::{Icon, Shape},
};
use domain::{language::Language, notices::unread_text, policy::Actor, users::User};
use leptos::prelude::*;
use std::borrow::Cow;
use strum::VariantArray;

/// The page that says how many notices were not read.
const NOTICES: &str = "/admin/notices";

/// Links to the pages that the user may see. The one that is shown is marked. Those that
/// are needed all day are always there, the others are unfolded.
#[component]
pub fn Nav(
    /// Who looks.
    user: User,
    /// How many notices that one has not read.
    unread: u32,
) -> impl IntoView {
    let language = language();
    let here = path();
    let actor = Actor::from(&user);
    let open = PLACES.iter().filter(|place| {
        let action = place.action;
        action.is_none_or(|action| actor.check(action).is_ok())
    });
    let places: Vec<_> = open.collect();
    let here = places
        .iter()
        .filter(|place| place.is_at(&here))
        .max_by_key(|place| place.path.len())
        .map(|place| place.path);
    let links = |group| {
        let places = places.iter().filter(move |place| place.group == group);
        places
            .map(|place| view! { <NavLink place is_here={here == Some(place.path)} unread /> })
            .collect_view()
    };
    let folded = Group::VARIANTS.iter().filter_map(|group| {
        let title = group_title(language, *group)?;
        let links = links(*group);
        (!links.is_empty()).then(|| {
            view! {
                <section>
                    <h2>{title}</h2>
                    {links}
                </section>
            }
        })
    });
    let folded_here = places
        .iter()
        .find(|place| here == Some(place.path) && place.group != Group::Always);
    let more = folded_here.map_or_else(
        || tr!(language, "nav.more"),
        |place| (place.label)(language),
    );
    view! {
        <nav class="nav" aria-label=tr!(language, "nav.label")>
            {links(Group::Always)}
            <button
                type="button"
                class="nav__link nav__more"
                data-here=folded_here.is_some().to_string()
                popovertarget="nav-more"
            >
                <Icon shape=Shape::List />
                <span>{more}</span>
            </button>
            <div id="nav-more" class="nav__folded" popover>
                {folded.collect_view()}
            </div>
        </nav>
    }
}

/// What stands above the pages of a group; `None` above those that are always there.
fn group_title(language: Language, group: Group) -> Option<Cow<'static, str>> {
    match group {
        Group::Always => None,
        Group::Shop => Some(tr!(language, "nav.group_shop")),
        Group::Past => Some(tr!(language, "nav.group_past")),
        Group::SetUp => Some(tr!(language, "nav.group_set_up")),
    }
}

/// The way to a page.
#[component]
fn NavLink(place: &'static Place, is_here: bool, unread: u32) -> impl IntoView {
    view! {
        <a class="nav__link" href=place.path aria-current=is_here.then_some("page")>
            <Icon shape=place.icon />
            <span>{(place.label)(language())}</span>
            {(place.path == NOTICES).then(|| view! { <Unread unread /> })}
        </a>
    }
}

/// How many there are, and to those who don't see it, of what. The page keeps it right.
#[component]
fn Unread(unread: u32) -> impl IntoView {
    view! {
        <span class="tag nav__count" data-unread=unread.to_string() hidden={unread == 0}>
            <span>{unread_text(unread)}</span>
            " "
            <span class="visually-hidden">{tr!(language(), "nav.unread")}</span>
        </span>
    }
}
