//! What the forms of these pages do.

use crate::form::{Answer, Notice, PageForm, Sending, Submission};
use domain::{policy::Action, shop::InviteLink, users::UserChange, validation::Field};
use leptos::prelude::provide_context;
use std::sync::Arc;

/// The page of those who work in the back office.
const PAGE: &str = "/admin/people";

/// The forms of these pages.
pub const FORMS: &[PageForm] = &[
    PageForm {
        path: "/admin/people/invite",
        page: PAGE,
        submit: invite,
    },
    PageForm {
        path: "/admin/people/{id}/role",
        page: PAGE,
        submit: set_role,
    },
    PageForm {
        path: "/admin/people/{id}/reset",
        page: PAGE,
        submit: reset,
    },
    PageForm {
        path: "/admin/people/{id}/sign-out",
        page: PAGE,
        submit: |sent| manage(sent, UserChange::SignOut, Notice::SignedOut),
    },
    PageForm {
        path: "/admin/people/{id}/disable",
        page: PAGE,
        submit: |sent| manage(sent, UserChange::Disabled(true), Notice::Disabled),
    },
    PageForm {
        path: "/admin/people/{id}/enable",
        page: PAGE,
        submit: |sent| manage(sent, UserChange::Disabled(false), Notice::Enabled),
    },
    PageForm {
        path: "/invite/{id}",
        page: "/invite/{id}",
        submit: accept,
    },
];

fn invite(sent: Submission) -> Sending {
    Box::pin(async move {
        let role = sent.text(Field::Role);
        Ok(show(sent.shop.invite(role, sent.admin()?).await?))
    })
}

fn reset(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.id()?;
        Ok(show(sent.shop.reset_link(user, sent.admin()?).await?))
    })
}

/// Draws the page with the link: it is nowhere kept, so it can't be shown again.
fn show(link: InviteLink) -> Answer {
    Answer::Draw(Arc::new(move || provide_context(link.clone())))
}

fn set_role(sent: Submission) -> Sending {
    Box::pin(async move {
        let by = sent.allowed(Action::ManagePeople)?;
        let role = sent.text(Field::Role);
        sent.shop.set_role(sent.id()?, role, by).await?;
        Ok(Answer::done(PAGE, Notice::Saved))
    })
}

fn manage(sent: Submission, change: UserChange, notice: Notice) -> Sending {
    Box::pin(async move {
        let user = sent.id()?;
        sent.shop.manage(user, change, sent.admin()?).await?;
        Ok(Answer::done(PAGE, notice))
    })
}

/// Joins, or chooses another password, and signs in.
fn accept(sent: Submission) -> Sending {
    Box::pin(async move {
        let (name, password) = (sent.text(Field::Username), sent.text(Field::Password));
        let user = sent.shop.accept_invite(&sent.id, name, password).await?;
        Answer::signed_in(&sent, user.name, "/admin").await
    })
}
