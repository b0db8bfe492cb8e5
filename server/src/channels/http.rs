//! The way to a receiver that speaks HTTP.

use super::request::Outgoing;
use crate::outbound::{self, Guard, NoWay};
use domain::channels::{Answer, Said};
use reqwest::{
    Client, Response,
    header::{CONTENT_TYPE, RETRY_AFTER},
};
use std::{error::Error, time::Duration};

/// How long a receiver may take.
pub(super) const TIME: Duration = Duration::from_secs(10);
/// So much of an answer is read, in bytes.
const MAX_BYTES: usize = 4_096;

/// The way there: one client for all receivers.
pub(super) struct Http {
    client: Client,
    guard: Guard,
}

/// What a receiver answered.
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) retry_after: Option<u32>,
    pub(super) text: String,
}

impl Http {
    /// # Errors
    /// The system has no randomness, or the like.
    pub(super) fn new(guard: Guard) -> Result<Self, reqwest::Error> {
        let client = outbound::client(guard, TIME)?;
        Ok(Self { client, guard })
    }

    /// Sends it, and reads the beginning of the answer.
    ///
    /// # Errors
    /// What it comes to where there was no answer.
    pub(super) async fn send(&self, outgoing: Outgoing) -> Result<Reply, Answer> {
        if let Err(no_way) = self.guard.check_url(&outgoing.url) {
            return Err(Answer::without(said(no_way)));
        }
        let mut request = self
            .client
            .post(outgoing.url)
            .header(CONTENT_TYPE, "application/json; charset=utf-8")
            .body(outgoing.body);
        for (name, value) in outgoing.headers {
            request = request.header(name, value);
        }
        match request.send().await {
            Ok(response) => Ok(read(response).await),
            Err(error) => Err(without_answer(error)),
        }
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
    let wait = response.headers().get(RETRY_AFTER);
    let wait = wait.and_then(|wait| wait.to_str().ok()?.trim().parse().ok());
    Reply {
        status: response.status().as_u16(),
        retry_after: wait,
        text: String::from_utf8_lossy(&bytes).into_owned(),
    }
}

fn without_answer(error: reqwest::Error) -> Answer {
    // Its address would be among the words, with what is secret in it.
    let error = error.without_url();
    let mut causes = vec![error.to_string()];
    let mut cause: Option<&(dyn Error + 'static)> = error.source();
    while let Some(inner) = cause {
        if let Some(no_way) = inner.downcast_ref::<NoWay>() {
            return Answer::without(said(*no_way));
        }
        causes.push(inner.to_string());
        cause = inner.source();
    }
    let said = match error.is_timeout() {
        true => Said::Late,
        false => Said::Unreachable,
    };
    Answer {
        text: causes.join(": "),
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
