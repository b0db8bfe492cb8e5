//! Sends one alert, by whichever kind of channel.

use super::{
    http, mail,
    request::{Task, Unusable, url_of},
    senders,
};
use crate::outbound::{NoWay, Outbound, bare};
use async_trait::async_trait;
use domain::{
    ShopClock,
    channels::{AlertMessage, Answer, Destination, MAX_ANSWER, Said},
    ports::AlertSender,
    validation::Reason,
};
use std::sync::Arc;

/// Sends alerts.
pub(crate) struct Sender {
    outbound: Outbound,
    clock: Arc<dyn ShopClock>,
    /// Where the back office is; `None` where that is not known.
    link: Option<String>,
}

impl Sender {
    /// A sender that leads to the back office at the shop's address, if that is known.
    pub(crate) fn new(
        clock: Arc<dyn ShopClock>,
        public_url: Option<&str>,
        outbound: Outbound,
    ) -> Self {
        Self {
            outbound,
            clock,
            link: public_url.map(|url| format!("{url}/admin")),
        }
    }

    async fn answer(&self, task: Task<'_>) -> Answer {
        let kind = task.to.kind;
        let outgoing = match senders::request(task) {
            Ok(Some(outgoing)) => outgoing,
            Ok(None) => return mail::send(self.outbound.guard(), task).await,
            Err(Unusable) => return Answer::without(Said::Unusable),
        };
        match http::send(&self.outbound, outgoing).await {
            Ok(reply) => Answer {
                said: match senders::took(kind, &reply) {
                    true => Said::Taken,
                    false => Said::Refused,
                },
                status: Some(reply.status),
                retry_after: senders::retry_after(kind, &reply),
                text: reply.text,
            },
            Err(answer) => answer,
        }
    }
}

#[async_trait]
impl AlertSender for Sender {
    async fn check(&self, to: &Destination) -> Result<(), Reason> {
        let (host, port) = match to.kind.has_url() {
            true => {
                let url = url_of(to).map_err(|_| Reason::NotAnAddress)?;
                let checked = self.outbound.guard().check_url(&url);
                checked.map_err(|_| Reason::PrivateAddress)?;
                let host = url.host_str().unwrap_or_default().to_owned();
                (host, url.port_or_known_default().unwrap_or_default())
            }
            false => {
                let (host, port) = mail::host_and_port(to).ok_or(Reason::NotAnAddress)?;
                (host.to_owned(), port)
            }
        };
        match self.outbound.guard().resolve(bare(&host), port).await {
            Err(NoWay::Private) => Err(Reason::PrivateAddress),
            // A name that nobody knows yet may be known when something is sent there.
            Ok(_) | Err(NoWay::Unknown) => Ok(()),
        }
    }

    async fn send(&self, to: &Destination, message: &AlertMessage) -> Answer {
        let task = Task {
            to,
            message,
            link: self.link.as_deref(),
            now: self.clock.now(),
        };
        let answer = self.answer(task).await;
        let text = to.redact(&answer.text);
        let sound = |c: char| if c.is_control() { ' ' } else { c };
        Answer {
            text: text.trim().chars().take(MAX_ANSWER).map(sound).collect(),
            ..answer
        }
    }
}
