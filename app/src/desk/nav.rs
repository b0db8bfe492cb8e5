//! The way between the pages of the back office.

use crate::{
    request::{language, path},
    ui::{Icon, Shape},
};
use domain::{
    language::Language,
    notices::unread_text,
    policy::{Action, Actor},
    users::User,
};
use leptos::prelude::*;
use std::borrow::Cow;

/// The page that says how many notices were not read.
const NOTICES: &str = "/admin/notices";

/// A page that the way leads to.
struct Place {
    path: &'static str,
    icon: Shape,
    label: fn(Language) -> Cow<'static, str>,
    /// What whoever sees it may do.
    action: Option<Action>,
}

/// The pages, in the order in which they are offered.
const PLACES: [Place; 12] = [
    Place {
        path: "/admin",
        icon: Shape::Bell,
        label: |language| tr!(language, "nav.orders"),
        action: Some(Action::ReadOrders),
    },
    Place {
        path: "/admin/kitchen",
        icon: Shape::Hat,
        label: |language| tr!(language, "nav.kitchen"),
        action: Some(Action::ReadOrders),
    },
    Place {
        path: NOTICES,
        icon: Shape::Check,
        label: |language| tr!(language, "nav.notices"),
        action: Some(Action::ReadOrders),
    },
    Place {
        path: "/admin/messages",
        icon: Shape::Message,
        label: |language| tr!(language, "nav.messages"),
        action: Some(Action::SendMessages),
    },
    Place {
        path: "/admin/menu",
        icon: Shape::Pot,
        label: |language| tr!(language, "nav.menu"),
        action: Some(Action::SellOut),
    },
    Place {
        path: "/admin/pause",
        icon: Shape::Pause,
        label: |language| tr!(language, "nav.pause"),
        action: Some(Action::PauseOrders),
    },
    Place {
        path: "/admin/people",
        icon: Shape::People,
        label: |language| tr!(language, "nav.people"),
        action: Some(Action::ManagePeople),
    },
    Place {
        path: "/admin/settings",
        icon: Shape::Sliders,
        label: |language| tr!(language, "nav.settings"),
        action: Some(Action::ChangeSettings),
    },
    Place {
        path: "/admin/board",
        icon: Shape::Screen,
        label: |language| tr!(language, "nav.board"),
        action: Some(Action::ChangeSettings),
    },
    Place {
        path: "/admin/channels",
        icon: Shape::Warning,
        label: |language| tr!(language, "nav.channels"),
        action: Some(Action::ManageChannels),
    },
    Place {
        path: "/admin/audit",
        icon: Shape::Clock,
        label: |language| tr!(language, "nav.audit"),
        action: Some(Action::ReadAudit),
    },
    Place {
        path: "/admin/profile",
        icon: Shape::Person,
        label: |language| tr!(language, "nav.profile"),
        action: None,
    },
];

/// Links to the pages that the user may see. The one that is shown is marked.
#[component]
pub fn Nav(
    /// Who looks.
    user: User,
    /// How many notices that one has not read.
    unread: u32,
) -> impl IntoView {
    let here = path();
    let actor = Actor::from(&user);
    let places = PLACES.iter().filter(|place| {
        let action = place.action;
        action.is_none_or(|action| actor.check(action).is_ok())
    });
    let links = places.map(|place| {
        let is_here = match place.path {
            "/admin" => here == "/admin",
            path => here.starts_with(path),
        };
        view! {
            <a class="nav__link" href=place.path aria-current=is_here.then_some("page")>
                <Icon shape=place.icon />
                <span>{(place.label)(language())}</span>
                {(place.path == NOTICES).then(|| view! { <Unread unread /> })}
            </a>
        }
    });
    view! {
        <nav class="nav" aria-label=tr!(language(), "nav.label")>
            {links.collect_view()}
        </nav>
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
