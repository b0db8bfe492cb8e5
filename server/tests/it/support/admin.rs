//! An administrator, with a session.

use super::{Stream, client::client};
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};

/// A session.
pub(crate) struct Admin {
    pub(crate) url: String,
    pub(crate) cookie: String,
    client: Client,
}

impl Admin {
    pub(super) fn new(url: &str, cookie: &str) -> Self {
        Self {
            url: url.to_owned(),
            cookie: cookie.to_owned(),
            client: client(),
        }
    }

    /// The same session, by another way to the server.
    pub(crate) fn through(self, url: &str) -> Self {
        let url = url.to_owned();
        Self { url, ..self }
    }

    fn with_session(&self, request: RequestBuilder) -> RequestBuilder {
        request.header("cookie", &self.cookie)
    }

    pub(crate) async fn get(&self, path: &str) -> Response {
        let request = self.client.get(format!("{}{path}", self.url));
        self.with_session(request).send().await.unwrap()
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Response {
        let request = self.client.post(format!("{}{path}", self.url)).json(body);
        self.with_session(request).send().await.unwrap()
    }

    pub(crate) async fn post_text(&self, path: &str, body: String) -> Response {
        let request = self.client.post(format!("{}{path}", self.url)).body(body);
        self.with_session(request).send().await.unwrap()
    }

    pub(crate) async fn delete(&self, path: &str) -> Response {
        let request = self.client.delete(format!("{}{path}", self.url));
        self.with_session(request).send().await.unwrap()
    }

    pub(crate) async fn sign_out(&self) -> Response {
        self.delete("/api/session").await
    }

    /// Asks for a status of an order.
    pub(crate) async fn change(&self, order: &Value, to: &str) -> Response {
        let body = json!({"status": to, "version": order["version"]});
        self.patch(&format!("/api/orders/{}", order["id"]), &body)
            .await
    }

    pub(crate) async fn patch(&self, path: &str, body: &Value) -> Response {
        let request = self.client.patch(format!("{}{path}", self.url)).json(body);
        self.with_session(request).send().await.unwrap()
    }

    /// Sends a message, and returns its place in the log.
    pub(crate) async fn push(&self, to: Option<&str>, text: &str) -> i64 {
        let answer = self
            .post("/sse/push", &json!({"to": to, "text": text}))
            .await;
        assert_eq!(answer.status(), StatusCode::ACCEPTED);
        let pushed: Value = answer.json().await.unwrap();
        pushed["seq"].as_i64().unwrap()
    }

    /// How many streams are open.
    pub(crate) async fn connections(&self) -> u64 {
        let answer: Value = self.get("/sse/connections").await.json().await.unwrap();
        answer["count"].as_u64().unwrap()
    }

    /// A ticket that opens one stream.
    pub(crate) async fn ticket(&self) -> String {
        let answer = self.post("/api/tickets", &json!({})).await;
        assert_eq!(answer.status(), StatusCode::CREATED);
        let issued: Value = answer.json().await.unwrap();
        issued["ticket"].as_str().unwrap().to_owned()
    }

    /// Opens the stream from now.
    pub(crate) async fn subscribe(&self) -> Stream {
        self.subscribe_at("/sse/subscribe", None).await
    }

    /// Opens the stream from a cursor, by header.
    pub(crate) async fn resume(&self, cursor: &str) -> Stream {
        self.subscribe_at("/sse/subscribe", Some(cursor)).await
    }

    /// Opens the stream from a cursor, if the server answers.
    pub(crate) async fn try_resume(&self, cursor: &str) -> Option<Stream> {
        let request = self.client.get(format!("{}/sse/subscribe", self.url));
        let request = request.header("last-event-id", cursor);
        Stream::try_open(self.with_session(request)).await
    }

    /// Opens the stream as told.
    pub(crate) async fn subscribe_at(&self, path: &str, last_event_id: Option<&str>) -> Stream {
        let mut request = self.client.get(format!("{}{path}", self.url));
        // A compressor on the way would hold events back.
        request = request.header("accept-encoding", "br, gzip");
        if let Some(id) = last_event_id {
            request = request.header("last-event-id", id);
        }
        Stream::open(self.with_session(request)).await
    }
}
