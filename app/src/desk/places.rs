//! The pages of the back office, as the way between them offers them.

use crate::ui::Shape;
use domain::{language::Language, policy::Action};
use std::borrow::Cow;
use strum::VariantArray;

/// A page that the way leads to.
pub(super) struct Place {
    pub(super) path: &'static str,
    pub(super) icon: Shape,
    pub(super) label: fn(Language) -> Cow<'static, str>,
    /// What whoever sees it may do.
    pub(super) action: Option<Action>,
    pub(super) group: Group,
}

/// Pages that are offered together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, VariantArray)]
pub(super) enum Group {
    /// What is needed all day.
    Always,
    /// What the shop offers, and to whom it speaks.
    Shop,
    /// What was.
    Past,
    /// How the shop works.
    SetUp,
}

impl Place {
    /// Whether a page is this one, or one below it.
    pub(super) fn is_at(&self, path: &str) -> bool {
        let rest = path.strip_prefix(self.path);
        rest.is_some_and(|rest| rest.is_empty() || (rest.starts_with('/') && self.path != "/admin"))
    }
}

/// The pages, in the order in which they are offered.
pub(super) const PLACES: &[Place] = &[
    Place {
        path: "/admin",
        icon: Shape::Bell,
        label: |language| tr!(language, "nav.orders"),
        action: Some(Action::ReadOrders),
        group: Group::Always,
    },
    Place {
        path: "/admin/orders",
        icon: Shape::List,
        label: |language| tr!(language, "nav.order_list"),
        action: Some(Action::ReadOrders),
        group: Group::Always,
    },
    Place {
        path: "/admin/kitchen",
        icon: Shape::Hat,
        label: |language| tr!(language, "nav.kitchen"),
        action: Some(Action::ReadOrders),
        group: Group::Always,
    },
    Place {
        path: "/admin/counter",
        icon: Shape::Plus,
        label: |language| tr!(language, "nav.counter"),
        action: Some(Action::TakeOrders),
        group: Group::Shop,
    },
    Place {
        path: "/admin/notices",
        icon: Shape::Check,
        label: |language| tr!(language, "nav.notices"),
        action: Some(Action::ReadOrders),
        group: Group::Always,
    },
    Place {
        path: "/admin/messages",
        icon: Shape::Message,
        label: |language| tr!(language, "nav.messages"),
        action: Some(Action::SendMessages),
        group: Group::Shop,
    },
    Place {
        path: "/admin/menu",
        icon: Shape::Pot,
        label: |language| tr!(language, "nav.menu"),
        action: Some(Action::SellOut),
        group: Group::Shop,
    },
    Place {
        path: "/admin/pause",
        icon: Shape::Pause,
        label: |language| tr!(language, "nav.pause"),
        action: Some(Action::PauseOrders),
        group: Group::Shop,
    },
    Place {
        path: "/admin/board",
        icon: Shape::Screen,
        label: |language| tr!(language, "nav.board"),
        action: Some(Action::ChangeSettings),
        group: Group::Shop,
    },
    Place {
        path: "/admin/dashboard",
        icon: Shape::Chart,
        label: |language| tr!(language, "nav.dashboard"),
        action: Some(Action::ReadSums),
        group: Group::Past,
    },
    Place {
        path: "/admin/days",
        icon: Shape::List,
        label: |language| tr!(language, "days.title"),
        action: Some(Action::ReadSums),
        group: Group::Past,
    },
    Place {
        path: "/admin/audit",
        icon: Shape::Clock,
        label: |language| tr!(language, "nav.audit"),
        action: Some(Action::ReadAudit),
        group: Group::Past,
    },
    Place {
        path: "/admin/people",
        icon: Shape::People,
        label: |language| tr!(language, "nav.people"),
        action: Some(Action::ManagePeople),
        group: Group::SetUp,
    },
    Place {
        path: "/admin/settings",
        icon: Shape::Sliders,
        label: |language| tr!(language, "nav.settings"),
        action: Some(Action::ChangeSettings),
        group: Group::SetUp,
    },
    Place {
        path: "/admin/channels",
        icon: Shape::Warning,
        label: |language| tr!(language, "nav.channels"),
        action: Some(Action::ManageChannels),
        group: Group::SetUp,
    },
    Place {
        path: "/admin/profile",
        icon: Shape::Person,
        label: |language| tr!(language, "nav.profile"),
        action: None,
        group: Group::SetUp,
    },
];
