//! Writing to colleagues.

use super::Fault;
use delivery::Seq;
use leptos::prelude::*;

/// Sends a message to the user of that name, or (blank) to all.
///
/// # Errors
/// What is wrong, field by field.
#[server(prefix = "/admin/actions", endpoint = "send-message")]
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
) -> Result<Seq, Fault> {
    use domain::messages::{PushDraft, Sender};
    super::server::answer(
        async {
            let (user, shop) = super::server::admin()?;
            let draft = PushDraft {
                to: Some(to),
                title,
                text,
                expires_in: None,
            };
            Ok(shop.push(draft, &Sender::User(user), None).await?)
        }
        .await,
    )
}
