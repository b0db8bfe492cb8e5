//! The program, running.

use super::{
    Admin, Database, Stream,
    client::client,
    process::{Filling, PASSWORD, spawn, url},
    stream::PATIENCE,
};
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};
use std::{
    fs,
    path::PathBuf,
    process::Output,
    sync::atomic::{AtomicU32, Ordering},
    thread,
    time::Duration,
};
use tempfile::TempDir;
use tokio::{
    process::{Child, Command},
    time::{sleep, timeout},
};

/// A running server with a database of its own; it is killed when dropped.
pub(crate) struct Server {
    child: Child,
    pub(crate) url: String,
    folder: TempDir,
    /// Its database.
    pub(crate) file: PathBuf,
    options: Vec<String>,
    filling: Filling,
    /// Where it dies, and at which time, from the next start on.
    pub(crate) crash_at: Option<String>,
}

impl Drop for Server {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("{}", self.log());
        }
    }
}

impl Server {
    /// Starts the program with the demo menu.
    pub(crate) async fn start() -> Self {
        Self::start_with(&[]).await
    }

    /// Starts the program with the demo menu and these options.
    pub(crate) async fn start_with(options: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        let database = folder.path().join("shop.db");
        Self::start_on(folder, database, options).await
    }

    /// Starts the program as at its very first start: no user, no menu.
    pub(crate) async fn start_empty() -> Self {
        let folder = TempDir::new().unwrap();
        let database = folder.path().join("shop.db");
        Self::launch(folder, database, Vec::new(), Filling::Nothing).await
    }

    /// Starts the program on a database that may lie elsewhere than what else it
    /// leaves behind.
    pub(crate) async fn start_on(folder: TempDir, database: PathBuf, options: &[&str]) -> Self {
        let options: Vec<_> = options.iter().map(|&option| option.to_owned()).collect();
        Self::launch(folder, database, options, Filling::Demo).await
    }

    async fn launch(
        folder: TempDir,
        database: PathBuf,
        options: Vec<String>,
        filling: Filling,
    ) -> Self {
        let mut child = spawn(&folder, &database, &options, filling, "127.0.0.1:0", None);
        let url = url(&mut child).await.expect("the server did not start");
        Self {
            child,
            url,
            folder,
            file: database,
            options,
            filling,
            crash_at: None,
        }
    }

    /// What it has said on standard error.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// Waits until it has said so on standard error, which tells no one when.
    pub(crate) async fn until_log(&self, words: &str) {
        let said = async {
            while !self.log().contains(words) {
                sleep(Duration::from_millis(10)).await;
            }
        };
        timeout(PATIENCE, said).await.expect("it never said so");
    }

    /// Its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id().unwrap()
    }

    /// Kills the program as a power cut would, and waits until it is gone.
    pub(crate) async fn kill(&mut self) {
        self.child.kill().await.unwrap();
    }

    /// Starts it again on the same address and database.
    pub(crate) async fn restart(&mut self) {
        assert!(self.try_restart().await, "the server did not start");
    }

    /// Starts it again; whether it lived long enough to say so.
    pub(crate) async fn try_restart(&mut self) -> bool {
        let address = self.url.trim_start_matches("http://");
        let crash_at = self.crash_at.as_deref();
        let (folder, database) = (&self.folder, &self.file);
        let (options, filling) = (&self.options, self.filling);
        self.child = spawn(folder, database, options, filling, address, crash_at);
        url(&mut self.child).await.is_some()
    }

    /// Waits until it has died by itself.
    pub(crate) async fn died(&mut self) {
        let died = timeout(PATIENCE, self.child.wait()).await;
        assert!(!died.expect("it lives").unwrap().success());
    }

    /// Asks it to end, and waits until it has.
    pub(crate) async fn terminate(&mut self) {
        let id = self.process().to_string();
        let asked = Command::new("kill")
            .args(["-TERM", &id])
            .status()
            .await
            .unwrap();
        assert!(asked.success());
        let ended = self.child.wait().await.unwrap();
        assert!(ended.success(), "{ended}");
    }

    /// Its database, as another program sees it.
    pub(crate) async fn database(&self) -> Database {
        Database::open(self.file.clone()).await
    }

    /// Adds a user by the command line.
    pub(crate) async fn add_user(&self, name: &str) {
        self.command(&["user", "add", name]).await;
    }

    /// Runs the program on the server's database, and returns what it says.
    pub(crate) async fn command(&self, arguments: &[&str]) -> String {
        self.command_with_password(arguments, PASSWORD).await
    }

    /// The same with a password that is asked for.
    pub(crate) async fn command_with_password(&self, arguments: &[&str], password: &str) -> String {
        let done = self.run(arguments, password).await;
        assert!(done.status.success(), "{done:?}");
        String::from_utf8(done.stdout).unwrap()
    }

    /// Runs a command that has to fail, and returns why it says it did.
    pub(crate) async fn refused_command(&self, arguments: &[&str]) -> String {
        let done = self.run(arguments, PASSWORD).await;
        assert!(!done.status.success(), "{done:?}");
        String::from_utf8(done.stderr).unwrap()
    }

    async fn run(&self, arguments: &[&str], password: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_orderbell"));
        let command = command.args(arguments).arg("--database");
        let command = command.arg(&self.file);
        command
            .env("ORDERBELL_PASSWORD", password)
            .output()
            .await
            .unwrap()
    }

    /// Signs the first administrator in.
    pub(crate) async fn admin(&self) -> Admin {
        self.sign_in("admin").await
    }

    /// Signs a user in.
    pub(crate) async fn sign_in(&self, name: &str) -> Admin {
        let login = json!({"username": name, "password": PASSWORD});
        let answer = client()
            .post(self.at("/api/session"))
            .json(&login)
            .send()
            .await
            .unwrap();
        assert_eq!(answer.status(), StatusCode::CREATED);
        let cookie = answer.headers()["set-cookie"].to_str().unwrap();
        let (cookie, _) = cookie.split_once(';').unwrap();
        Admin::new(&self.url, cookie)
    }

    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    pub(crate) async fn get(&self, path: &str) -> Response {
        client().get(self.at(path)).send().await.unwrap()
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> Response {
        client()
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
        let request = client().get(self.at(&format!("/sse/orders/{token}?after={cursor}")));
        Stream::open(request).await
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
