//! The example of the README, through a real server and a real client.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "what fails here fails the test"
)]

use std::time::Duration;
use tokio::{net::TcpListener, time::timeout};

#[path = "../examples/chat.rs"]
#[expect(dead_code, reason = "the test has a `main` of its own")]
mod example;

/// Starts a chat, and says where.
async fn start() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let chat = example::chat().await.unwrap();
    tokio::spawn(async move { axum::serve(listener, chat).await });
    url
}

async fn speak(url: &str, line: &str) {
    let request = reqwest::Client::new().post(url).body(line.to_owned());
    assert!(request.send().await.unwrap().status().is_success());
}

/// A listener, as a browser is one.
struct Listener {
    response: reqwest::Response,
    unread: String,
    last_id: String,
}

impl Listener {
    async fn new(url: &str, last_id: &str) -> Self {
        let request = reqwest::Client::new()
            .get(url)
            .header("last-event-id", last_id);
        let response = request.send().await.unwrap();
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        Self {
            response,
            unread: String::new(),
            last_id: last_id.to_owned(),
        }
    }

    /// The name and the data of the next event.
    async fn next(&mut self) -> (String, String) {
        loop {
            let block = self.block().await;
            let field = |name| {
                let prefix = format!("{name}: ");
                let values = block.lines().filter_map(|line| line.strip_prefix(&prefix));
                values.collect::<Vec<_>>().join("\n")
            };
            let (name, data, id) = (field("event"), field("data"), field("id"));
            if !id.is_empty() {
                self.last_id = id;
            }
            if !name.is_empty() {
                return (name, data);
            }
        }
    }

    async fn block(&mut self) -> String {
        loop {
            if let Some((block, rest)) = self.unread.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.unread = rest;
                return block;
            }
            let chunk = timeout(Duration::from_secs(10), self.response.chunk());
            let bytes = chunk.await.expect("no word in ten seconds").unwrap();
            let bytes = bytes.expect("the stream goes on");
            self.unread.push_str(std::str::from_utf8(&bytes).unwrap());
        }
    }

    /// The next so many lines.
    async fn lines(&mut self, count: usize) -> Vec<String> {
        let mut lines = Vec::new();
        while lines.len() < count {
            let (name, data) = self.next().await;
            if name == "line" {
                lines.push(data);
            }
        }
        lines
    }
}

#[tokio::test]
async fn who_comes_back_has_missed_nothing() {
    let url = start().await;
    speak(&url, "before anybody listens").await;
    let mut listener = Listener::new(&url, "").await;
    assert_eq!(listener.next().await.0, "hello");
    speak(&url, "hello").await;
    speak(&url, "two\nlines").await;
    assert_eq!(listener.lines(2).await, ["hello", "two\nlines"]);
    let last_id = listener.last_id.clone();
    drop(listener);
    for line in ["are you there?", "no?"] {
        speak(&url, line).await;
    }
    let mut listener = Listener::new(&url, &last_id).await;
    speak(&url, "there you are").await;
    let heard = listener.lines(3).await;
    assert_eq!(heard, ["are you there?", "no?", "there you are"]);
}

#[tokio::test]
async fn who_comes_from_another_log_is_told_so() {
    let url = start().await;
    speak(&url, "hello").await;
    let mut listener = Listener::new(&url, "0badcafe:1").await;
    let names = [listener.next().await.0, listener.next().await.0];
    assert_eq!(names, ["hello", "reset"]);
}

#[test]
fn the_readme_shows_the_example() {
    let example = include_str!("../examples/chat.rs");
    assert!(include_str!("../README.md").contains(example));
}
