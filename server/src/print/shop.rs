//! The shop, as its clients see it: the API with a key.

use super::error::{CallError, PrintError};
use crate::{
    config::{Print, When},
    outbound::retry_after,
};
use domain::{
    language::Language,
    messages::PushDraft,
    orders::{Order, OrderId, OrderStatus},
};
use reqwest::{
    Client, RequestBuilder, Response, StatusCode,
    header::{ACCEPT, ACCEPT_LANGUAGE, CONTENT_TYPE},
};
use serde::Deserialize;
use std::time::Duration;
use tokio::time::timeout;

/// How long the shop may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// So many pages of orders are looked through for those that are still open.
const PAGES: usize = 20;

/// A shop and the key to it.
pub(super) struct ShopClient {
    client: Client,
    origin: String,
    key: String,
    language: Language,
}

#[derive(Deserialize)]
struct OrderPage {
    orders: Vec<Order<String>>,
    next: Option<OrderId>,
}

impl ShopClient {
    /// The shop of those options.
    ///
    /// # Errors
    /// TLS can't be used.
    pub(super) fn new(options: &Print) -> Result<Self, reqwest::Error> {
        let client = Client::builder()
            .connect_timeout(PATIENCE)
            .user_agent(concat!("orderbell-print/", env!("CARGO_PKG_VERSION")))
            .build()?;
        Ok(Self {
            client,
            // An origin is ASCII.
            origin: options.shop.to_str().unwrap_or_default().to_owned(),
            key: options.key.trim().to_owned(),
            language: options.language,
        })
    }

    /// Opens the stream, after `cursor` if there is one.
    ///
    /// # Errors
    /// See [`CallError`].
    pub(super) async fn subscribe(&self, cursor: Option<&str>) -> Result<Response, CallError> {
        let request = self.client.get(format!("{}/sse/subscribe", self.origin));
        let request = request.header(ACCEPT, "text/event-stream");
        let request = match cursor {
            Some(cursor) => request.header("last-event-id", cursor),
            None => request,
        };
        let answer = self.send(request).await?;
        let kind = answer.headers().get(CONTENT_TYPE);
        let kind = kind.and_then(|kind| kind.to_str().ok());
        match kind.is_some_and(|kind| kind.starts_with("text/event-stream")) {
            true => Ok(answer),
            false => Err(CallError::NoShop),
        }
    }

    /// The orders that have to be printed and are still open, the oldest first.
    ///
    /// # Errors
    /// See [`CallError`].
    pub(super) async fn open_orders(&self, when: When) -> Result<Vec<Order<String>>, CallError> {
        let mut open = Vec::new();
        let mut after = None;
        for _ in 0..PAGES {
            let mut request = self.client.get(format!("{}/api/orders", self.origin));
            if let Some(OrderId(id)) = after {
                request = request.query(&[("after", id)]);
            }
            let request = request.header(ACCEPT_LANGUAGE, self.language.code());
            let answer = self.send(request.timeout(PATIENCE)).await?;
            let page: OrderPage = answer.json().await?;
            let due = page.orders.into_iter();
            open.extend(due.filter(|order| is_due(order.status, when)));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        open.reverse();
        Ok(open)
    }

    /// Sends a message to the back office; again with the same `once` sends nothing.
    ///
    /// # Errors
    /// See [`CallError`].
    pub(super) async fn tell(&self, title: &str, text: &str, once: &str) -> Result<(), CallError> {
        let draft = PushDraft {
            title: title.to_owned(),
            text: text.to_owned(),
            ..PushDraft::default()
        };
        let request = self.client.post(format!("{}/sse/push", self.origin));
        let request = request.header("idempotency-key", format!("\"{once}\""));
        self.send(request.json(&draft).timeout(PATIENCE)).await?;
        Ok(())
    }

    async fn send(&self, request: RequestBuilder) -> Result<Response, CallError> {
        let answer = timeout(PATIENCE, request.bearer_auth(&self.key).send()).await;
        let answer = answer.map_err(|_| CallError::Late)??;
        match answer.status() {
            StatusCode::UNAUTHORIZED => Err(CallError::Refused(PrintError::UnknownKey)),
            StatusCode::FORBIDDEN => Err(CallError::Refused(PrintError::OtherKey)),
            status if status.is_success() => Ok(answer),
            status => {
                let wait = retry_after(answer.headers());
                Err(CallError::Status {
                    status: status.as_u16(),
                    retry_after: wait.map(|seconds| Duration::from_secs(seconds.into())),
                })
            }
        }
    }
}

/// Whether an order of that status has to be printed, and is not over.
fn is_due(status: OrderStatus, when: When) -> bool {
    !status.is_final() && (when == When::New || status != OrderStatus::Placed)
}
