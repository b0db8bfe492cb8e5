//! Other programs: their keys, and requests that they repeat.

use crate::support::Server;
use reqwest::{Client, Method, StatusCode};
use serde_json::{Value, json};

/// A program that may push.
struct Program<'a> {
    server: &'a Server,
    key: String,
}

impl<'a> Program<'a> {
    async fn add(server: &'a Server, name: &str) -> Self {
        let key = server.command(&["key", "add", name]).await;
        let key = key.trim().to_owned();
        Self { server, key }
    }

    /// Pushes under an `Idempotency-Key`, if there is one.
    async fn push(&self, body: &Value, once: Option<&str>) -> (StatusCode, Value) {
        let mut request = Client::new().post(self.server.at("/sse/push")).json(body);
        if let Some(once) = once {
            request = request.header("idempotency-key", once);
        }
        let answer = request.bearer_auth(&self.key).send().await.unwrap();
        (answer.status(), answer.json().await.unwrap())
    }
}

#[tokio::test]
async fn a_key_pushes_and_opens_nothing_else() {
    let server = Server::start().await;
    let program = Program::add(&server, "till").await;
    assert!(program.key.starts_with("obk_"));
    let mut stream = server.admin().await.subscribe().await;
    let (status, pushed) = program.push(&json!({"text": "hi"}), None).await;
    assert_eq!(status, StatusCode::ACCEPTED);
    let users = json!([{"name": "admin", "streams": 1, "pages": 1, "devices": 1}]);
    assert_eq!(pushed, json!({"seq": 1, "online": 1, "users": users}));
    assert_eq!(stream.next().await.json()["from"], "till");
    for (method, path) in [
        (Method::GET, "/api/session"),
        (Method::PATCH, "/api/orders/1"),
        (Method::GET, "/sse/connections"),
        (Method::DELETE, "/sse/connections?user=admin"),
        (Method::POST, "/api/tickets"),
        (Method::POST, "/api/seen"),
    ] {
        let request = Client::new().request(method, server.at(path));
        let answer = request.bearer_auth(&program.key).json(&json!({}));
        let status = answer.send().await.unwrap().status();
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{path}");
    }
    // What only keys of another kind open.
    for path in ["/api/orders", "/sse/subscribe"] {
        let request = Client::new().get(server.at(path)).bearer_auth(&program.key);
        let status = request.send().await.unwrap().status();
        assert_eq!(status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test]
async fn a_revoked_key_opens_nothing() {
    let server = Server::start().await;
    let program = Program::add(&server, "till").await;
    let twice = server.refused_command(&["key", "add", "TILL"]).await;
    assert!(twice.contains("there is a key of that name already"));
    server.command(&["key", "revoke", "till"]).await;
    let (status, _) = program.push(&json!({"text": "hi"}), None).await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    let gone = server.refused_command(&["key", "revoke", "till"]).await;
    assert!(gone.contains("there is no such key"));
    // The name is free again.
    let successor = Program::add(&server, "till").await;
    let (status, _) = successor.push(&json!({"text": "hi"}), None).await;
    assert_eq!(status, StatusCode::ACCEPTED);
}

#[tokio::test]
async fn a_key_is_kept_as_a_hash_alone() {
    let server = Server::start().await;
    let program = Program::add(&server, "till").await;
    let secret = program.key.trim_start_matches("obk_").as_bytes();
    for file in ["shop.db", "shop.db-wal"] {
        let bytes = std::fs::read(server.file.with_file_name(file)).unwrap();
        let found = bytes.windows(secret.len()).any(|window| window == secret);
        assert!(!found, "{file}");
    }
}

#[tokio::test]
async fn a_request_repeated_under_its_key_sends_once() {
    let mut server = Server::start().await;
    let admin = server.admin().await;
    let cursor = admin.subscribe().await.hello["head"].clone();
    let body = json!({"text": "once"});
    let program = Program::add(&server, "till").await;
    let repeats = (0..20).map(|_| program.push(&body, Some("\"key-1\"")));
    for (status, pushed) in futures::future::join_all(repeats).await {
        assert_eq!((status, &pushed["seq"]), (StatusCode::ACCEPTED, &json!(1)));
    }
    let key = program.key.clone();
    server.kill().await;
    server.restart().await;
    let program = Program {
        server: &server,
        key,
    };
    // The same key and the same body, written otherwise.
    let same = json!({"to": null, "title": "", "text": "once"});
    let (status, pushed) = program.push(&same, Some("key-1")).await;
    assert_eq!((status, &pushed["seq"]), (StatusCode::ACCEPTED, &json!(1)));
    let (_, pushed) = program.push(&body, Some("key-2")).await;
    assert_eq!(pushed["seq"], 2);
    let mut stream = admin.resume(cursor.as_str().unwrap()).await;
    assert_eq!(stream.next().await.seq(), 1);
    assert_eq!(stream.next().await.seq(), 2);
}

#[tokio::test]
async fn a_key_belongs_to_one_request_of_one_sender() {
    let server = Server::start().await;
    let till = Program::add(&server, "till").await;
    let scale = Program::add(&server, "scale").await;
    let (_, first) = till.push(&json!({"text": "a"}), Some("key")).await;
    let (status, problem) = till.push(&json!({"text": "b"}), Some("key")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(problem["type"], "/problems/idempotency-key-reused");
    let (status, second) = scale.push(&json!({"text": "b"}), Some("key")).await;
    assert_eq!(status, StatusCode::ACCEPTED);
    assert_ne!(first["seq"], second["seq"]);
    for key in ["", "a b", &"x".repeat(129)] {
        let (status, problem) = till.push(&json!({"text": "c"}), Some(key)).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{key}");
        assert_eq!(problem["type"], "/problems/not-an-idempotency-key");
    }
    // What was refused is not remembered: mended, it goes through.
    for (body, expected) in [
        (json!({"text": " "}), StatusCode::UNPROCESSABLE_ENTITY),
        (json!({"text": "d", "to": "nobody"}), StatusCode::NOT_FOUND),
        (json!({"text": "d"}), StatusCode::ACCEPTED),
    ] {
        let (status, _) = till.push(&body, Some("another")).await;
        assert_eq!(status, expected, "{body}");
    }
}
