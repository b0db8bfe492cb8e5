//! Reading notices, and how many are left.

use crate::{errors::Refusal, json::JsonText};
use leptos::prelude::*;

/// Notes that the caller has read what the event at a place of the log tells, if one is
/// given; says how many notices that one has not read.
///
/// # Errors
/// Nobody is signed in, or the store did not answer.
#[server(prefix = "/admin/actions", endpoint = "read-notice", input = JsonText, output = JsonText)]
pub async fn read_notice(
    /// The event's place in the log.
    #[server(default)]
    seq: Option<i64>,
) -> Result<u32, Refusal> {
    use crate::request::{admin, answer};
    use domain::{Seq, notices::ReadNotices};
    let left = async {
        let (user, shop) = admin()?;
        if let Some(seq) = seq {
            let read = ReadNotices::One(Seq(seq));
            shop.read_notices(read, &user).await?;
        }
        Ok(shop.unread_notices(&user).await?)
    };
    answer(left.await)
}
