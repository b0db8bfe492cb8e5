//! What was done, as the next page says it.

use super::markup::ActionButton;
use crate::request::language;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use strum::{EnumString, IntoStaticStr};

/// What was done. The address of the page names it, so nothing else is said there than
/// what is listed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Notice {
    /// Changes were kept.
    Saved,
    /// A user is kept out.
    Disabled,
    /// A user may come in again.
    Enabled,
    /// A user's sessions were ended.
    SignedOut,
    /// A session was ended.
    SessionEnded,
    /// The password was changed.
    PasswordChanged,
    /// A dish was deleted.
    DishDeleted,
    /// A group of options was deleted.
    OptionsDeleted,
    /// A dish has a photo.
    PhotoSaved,
    /// A dish has no photo any more.
    PhotoRemoved,
    /// A device rings with the page closed.
    DeviceAdded,
    /// A device rings no more with the page closed.
    DeviceRemoved,
    /// Dishes were added and changed by a table.
    MenuImported,
    /// A message was sent.
    MessageSent,
    /// A day was closed.
    DayClosed,
    /// An order was taken at the counter or by phone.
    OrderTaken,
    /// The board has a new link.
    BoardLinked,
    /// The board was switched off.
    BoardClosed,
    /// An order was accepted.
    Accepted,
}

impl Notice {
    /// Its name in the address.
    pub fn code(self) -> &'static str {
        self.into()
    }

    fn text(self) -> String {
        let language = language();
        let text = match self {
            Self::Saved => tr!(language, "done.saved"),
            Self::Disabled => tr!(language, "done.disabled"),
            Self::Enabled => tr!(language, "done.enabled"),
            Self::SignedOut => tr!(language, "done.signed_out"),
            Self::SessionEnded => tr!(language, "done.session_ended"),
            Self::PasswordChanged => tr!(language, "done.password_changed"),
            Self::DishDeleted => tr!(language, "done.dish_deleted"),
            Self::OptionsDeleted => tr!(language, "done.options_deleted"),
            Self::PhotoSaved => tr!(language, "done.photo_saved"),
            Self::PhotoRemoved => tr!(language, "done.photo_removed"),
            Self::DeviceAdded => tr!(language, "done.device_added"),
            Self::DeviceRemoved => tr!(language, "done.device_removed"),
            Self::MenuImported => tr!(language, "done.menu_imported"),
            Self::MessageSent => tr!(language, "done.message_sent"),
            Self::DayClosed => tr!(language, "done.day_closed"),
            Self::OrderTaken => tr!(language, "done.order_taken"),
            Self::BoardLinked => tr!(language, "done.board_linked"),
            Self::BoardClosed => tr!(language, "done.board_closed"),
            Self::Accepted => tr!(language, "done.accepted"),
        };
        text.into_owned()
    }
}

impl Notice {
    /// Where the form is sent that undoes it, where it was about `id`.
    fn undo(self, id: &str) -> Option<String> {
        match self {
            Self::DishDeleted => Some(format!("/admin/menu/dishes/{id}/restore")),
            Self::OptionsDeleted => Some(format!("/admin/menu/options/{id}/restore")),
            Self::PhotoRemoved => Some(format!("/admin/menu/dishes/{id}/photo/restore")),
            _ => None,
        }
    }
}

/// The line that says what was done, where something was.
#[component]
pub fn NoticeLine() -> impl IntoView {
    let (done, id) = use_query_map().with_untracked(|query| (query.get("done"), query.get("id")));
    let notice: Option<Notice> = done.and_then(|code| code.parse().ok());
    notice.map(|notice| {
        // A number, or nothing: it becomes a part of an address.
        let id = id.filter(|id| id.parse::<i64>().is_ok());
        let undo = id.as_deref().and_then(|id| notice.undo(id));
        let undo = undo.map(|action| {
            view! { <ActionButton action label=tr!(language(), "form.undo") /> }
        });
        view! {
            <div class="done" data-done=notice.code() data-id=id>
                <p role="status">{notice.text()}</p>
                {undo}
            </div>
        }
    })
}
