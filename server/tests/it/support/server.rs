//! The program, running.

use super::Stream;
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use std::{
    env,
    ffi::OsString,
    path::PathBuf,
    process::Stdio,
    sync::atomic::{AtomicU32, Ordering},
};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

const PASSWORD: &str = "noodles-2026";

/// A running server with a database of its own; it is killed when dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) url: String,
    folder: TempDir,
    options: Vec<String>,
}

impl Server {
    /// Starts the program with the demo menu.
    pub(crate) async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts the program with the demo menu and these options.
    pub(crate) async fn start_with(options: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        let options = options.iter().map(|&option| option.to_owned()).collect();
        let (child, url) = spawn(&folder, &options, "127.0.0.1:0").await;
        Self {
            child,
            url,
            folder,
            options,
        }
    }

    /// What the system knows the program by.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id().unwrap()
    }

    /// Kills the program as a power cut would, and waits until it is gone.
    pub(crate) async fn kill(&mut self) {
        self.child.kill().await.unwrap();
    }

    /// Starts it again on the same address and database.
    pub(crate) async fn restart(&mut self) {
        let address = self.url.trim_start_matches("http://").to_owned();
        (self.child, self.url) = spawn(&self.folder, &self.options, &address).await;
    }

    /// Asks it to end, and waits until it has.
    pub(crate) async fn terminate(&mut self) {
        let id = self.child.id().unwrap().to_string();
        let asked = Command::new("kill")
            .args(["-TERM", &id])
            .status()
            .await
            .unwrap();
        assert!(asked.success());
        let ended = self.child.wait().await.unwrap();
        assert!(ended.success(), "{ended}");
    }

    /// Adds a user by the command line.
    pub(crate) async fn add_user(&self, name: &str) {
        let added = Command::new(env!("CARGO_BIN_EXE_orderbell"))
            .args(["user", "add", name, "--database"])
            .arg(database(&self.folder))
            .env("ORDERBELL_PASSWORD", PASSWORD)
            .output()
            .await
            .unwrap();
        assert!(added.status.success(), "{added:?}");
    }

    /// Signs the first administrator in.
    pub(crate) async fn admin(&self) -> Admin {
        self.sign_in("admin").await
    }

    /// Signs a user in.
    pub(crate) async fn sign_in(&self, name: &str) -> Admin {
        let login = json!({"username": name, "password": PASSWORD});
        let answer = Client::new()
            .post(self.at("/api/session"))
            .json(&login)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::CREATED);
        let cookie = answer.headers()["set-cookie"].to_str().unwrap();
        let (cookie, _) = cookie.split_once(';').unwrap();
        Admin {
            url: self.url.clone(),
            cookie: cookie.to_owned(),
            client: Client::new(),
        }
    }

    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    pub(crate) async fn get(&self, path: &str) -> Response {
        Client::new().get(self.at(path)).send().await.unwrap()
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Response {
        Client::new()
            .post(self.at(path))
            .json(body)
            .send()
            .await
            .unwrap()
    }

    /// Places an order that is sound, and returns it.
    pub(crate) async fn place(&self) -> Value {
        let answer = self.post("/api/orders", &order()).await;
        assert_eq!(answer.status(), StatusCode::CREATED);
        answer.json().await.unwrap()
    }

    /// Follows an order by its token.
    pub(crate) async fn follow(&self, token: &str) -> Stream {
        self.follow_after(token, "").await
    }

    /// Follows an order from a cursor.
    pub(crate) async fn follow_after(&self, token: &str, cursor: &str) -> Stream {
        let request = Client::new().get(self.at(&format!("/sse/orders/{token}?after={cursor}")));
        Stream::open(request).await
    }
}

/// A session.
pub(crate) struct Admin {
    pub(crate) url: String,
    pub(crate) cookie: String,
    client: Client,
}

impl Admin {
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

    pub(crate) async fn sign_out(&self) -> Response {
        let request = self.client.delete(format!("{}/api/session", self.url));
        self.with_session(request).send().await.unwrap()
    }

    /// Asks for a status of an order.
    pub(crate) async fn change(&self, order: &Value, to: &str) -> Response {
        let body = json!({"status": to, "version": order["version"]});
        let request = self
            .client
            .patch(format!("{}/api/orders/{}", self.url, order["id"]));
        self.with_session(request).json(&body).send().await.unwrap()
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

    /// Opens the stream from now.
    pub(crate) async fn subscribe(&self) -> Stream {
        self.subscribe_at("/sse/subscribe", None).await
    }

    /// Opens the stream from a cursor, by header.
    pub(crate) async fn resume(&self, cursor: &str) -> Stream {
        self.subscribe_at("/sse/subscribe", Some(cursor)).await
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

/// A sound order with a key of its own.
pub(crate) fn order() -> Value {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    json!({
        "request_id": format!("request-{number:08}"),
        "customer": {"name": "王小明", "phone": "138 0013 8000"},
        "note": "少辣",
        "lines": [{"item": 1, "quantity": 2}, {"item": 2, "quantity": 1}],
    })
}

/// The program that was built for the tests, or another one to try.
fn program() -> OsString {
    env::var_os("ORDERBELL_BIN").unwrap_or_else(|| env!("CARGO_BIN_EXE_orderbell").into())
}

fn database(folder: &TempDir) -> PathBuf {
    folder.path().join("shop.db")
}

async fn spawn(folder: &TempDir, options: &Vec<String>, address: &str) -> (Child, String) {
    let mut child = Command::new(program())
        .args([
            "serve",
            "--demo",
            "--timezone",
            "Asia/Shanghai",
            "--addr",
            address,
        ])
        .arg("--database")
        .arg(database(folder))
        .args(options)
        .env("ORDERBELL_ADMIN_PASSWORD", PASSWORD)
        // No limits but those that a test's options set.
        .env("ORDERBELL_ORDERS_PER_MINUTE_PER_ADDRESS", "0")
        .env("ORDERBELL_MAX_STREAMS_PER_ADDRESS", "0")
        .env("ORDERBELL_MAX_STREAMS_PER_USER", "0")
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = lines
        .next_line()
        .await
        .unwrap()
        .expect("the server did not start");
    let url = line.strip_prefix("listening on ").unwrap().to_owned();
    (child, url)
}
