//! The way to a receiver that speaks HTTP.

use super::request::Outgoing;
use crate::outbound::{NoWay, Outbound, Unanswered, retry_after};
use domain::channels::{Answer, Said};
use reqwest::{Response, header::CONTENT_TYPE};

/// So much of an answer is read, in bytes.
const MAX_BYTES: usize = 4_096;

/// What a receiver answered.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) retry_after: Option<u32>,
    pub(super) text: String,
}

/// Sends it, and reads the beginning of the answer.
///
/// # Errors
/// What it comes to where there was no answer.
pub(super) async fn send(outbound: &Outbound, outgoing: Outgoing) -> Result<Reply, Answer> {
    if let Err(no_way) = outbound.guard().check_url(&outgoing.url) {
        return Err(Answer::without(said(no_way)));
    }
    let mut request = outbound
        .client()
        .post(outgoing.url)
        .header(CONTENT_TYPE, "application/json; charset=utf-8")
        .body(outgoing.body);
    for (name, value) in outgoing.headers {
        request = request.header(name, value);
    }
    match request.send().await {
        Ok(response) => Ok(read(response).await),
        Err(error) => Err(without_answer(error.into())),
    }
}

async fn read(mut response: Response) -> Reply {
    let mut bytes = Vec::new();
    // The status is the answer; what breaks off after it is not needed.
    while let Ok(Some(chunk)) = response.chunk().await {
        let room = MAX_BYTES - bytes.len();
        bytes.extend_from_slice(chunk.get(..room).unwrap_or(&chunk));
        if bytes.len() == MAX_BYTES {
            break;
        }
    }
    Reply {
        status: response.status().as_u16(),
        retry_after: retry_after(response.headers()),
        text: String::from_utf8_lossy(&bytes).into_owned(),
    }
}

fn without_answer(unanswered: Unanswered) -> Answer {
    if let Some(no_way) = unanswered.no_way {
        return Answer::without(said(no_way));
    }
    let said = match unanswered.is_late {
        true => Said::Late,
        false => Said::Unreachable,
    };
    Answer {
        text: unanswered.causes,
        ..Answer::without(said)
    }
}

/// What it comes to where nothing was sent.
pub(super) fn said(no_way: NoWay) -> Said {
    match no_way {
        NoWay::Private => Said::Private,
        NoWay::Unknown => Said::Unreachable,
    }
}
