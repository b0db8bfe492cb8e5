//! Writing to colleagues.

use crate::{errors::Refusal, json_text::JsonText};
use delivery::Seq;
use leptos::prelude::*;

/// Sends a message to the user of that name, or (blank) to all.
///
/// # Errors
/// What is wrong, field by field.
#[server(prefix = "/admin/actions", endpoint = "send-message", output = JsonText)]
pub async fn send_message(
    /// The reader's name; blank for all.
    #[server(default)]
    to: String,
    /// A heading; possibly nothing.
    #[server(default)]
    title: String,
    /// What there is to say.
    #[server(default)]
    text: String,
) -> Result<Seq, Refusal> {
    use crate::request::{admin, answer};
    use domain::messages::{PushDraft, Sender};
    let draft = PushDraft {
        to: Some(to),
        title,
        text,
        expires_in: None,
    };
    let sent = async {
        let (user, shop) = admin()?;
        Ok(shop.push(draft, &Sender::User(user), None).await?)
    };
    answer(sent.await)
}
