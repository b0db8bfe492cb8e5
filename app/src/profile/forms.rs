//! What the forms of this page do.

use super::device_test;
use crate::{
    form::{Answer, Notice, PageForm, Sending, Submission},
    visitor::session_cookie_end,
};
use domain::{validation::Field, web_push::PushSubscriptionKey};
use leptos::prelude::provide_context;
use std::sync::Arc;

/// The page.
const PAGE: &str = "/admin/profile";

/// The forms of this page.
pub const FORMS: &[PageForm] = &[
    PageForm {
        path: "/admin/profile/name",
        page: PAGE,
        submit: rename,
    },
    PageForm {
        path: "/admin/profile/language",
        page: PAGE,
        submit: choose_language,
    },
    PageForm {
        path: "/admin/profile/password",
        page: PAGE,
        submit: change_password,
    },
    PageForm {
        path: "/admin/profile/sessions/{id}/end",
        page: PAGE,
        submit: end_session,
    },
    PageForm {
        path: "/admin/profile/devices/test",
        page: PAGE,
        submit: test_devices,
    },
    PageForm {
        path: "/admin/profile/devices/{id}/remove",
        page: PAGE,
        submit: remove_device,
    },
];

fn rename(sent: Submission) -> Sending {
    Box::pin(async move {
        let name = sent.text(Field::Username);
        sent.shop.rename(name, sent.admin()?).await?;
        Ok(Answer::done(PAGE, Notice::Saved))
    })
}

fn choose_language(sent: Submission) -> Sending {
    Box::pin(async move {
        let code = sent.text(Field::Language);
        sent.shop.choose_language(code, sent.admin()?).await?;
        Ok(Answer::done(PAGE, Notice::Saved))
    })
}

fn change_password(sent: Submission) -> Sending {
    Box::pin(async move {
        let current = sent.text(Field::CurrentPassword).to_owned();
        let new = sent.text(Field::Password);
        let session = sent.session()?;
        sent.shop.change_password(current, new, session).await?;
        Ok(Answer::done(PAGE, Notice::PasswordChanged))
    })
}

fn end_session(sent: Submission) -> Sending {
    Box::pin(async move {
        let session = sent.session()?;
        let ended = sent.shop.end_own_session(&sent.id, &session.user).await?;
        if ended == session.id {
            return Ok(Answer::GoTo {
                page: "/sign-in".to_owned(),
                cookie: Some(session_cookie_end()),
            });
        }
        Ok(Answer::done(PAGE, Notice::SessionEnded))
    })
}

fn test_devices(sent: Submission) -> Sending {
    Box::pin(async move {
        let tested = device_test::test(&sent.shop, sent.admin()?).await?;
        Ok(Answer::Draw(Arc::new(move || {
            provide_context(tested.clone());
        })))
    })
}

fn remove_device(sent: Submission) -> Sending {
    Box::pin(async move {
        let key = PushSubscriptionKey::Id(sent.id()?);
        sent.shop.unsubscribe(key, sent.admin()?).await?;
        Ok(Answer::done(PAGE, Notice::DeviceRemoved))
    })
}
