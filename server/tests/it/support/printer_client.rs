//! `orderbell print`, running.

use super::{Printer, Server, process::program, stream::PATIENCE};
use serde_json::Value;
use std::{
    fs::{self, File},
    path::PathBuf,
    process::{ExitStatus, Stdio},
    time::Duration,
};
use tempfile::TempDir;
use tokio::{
    process::{Child, Command},
    time::{sleep, timeout},
};

/// The program between a shop and a printer; it is killed when dropped.
pub(crate) struct PrinterClient {
    child: Child,
    stopped: StoppedClient,
}

/// What it leaves behind when it has ended.
pub(crate) struct StoppedClient {
    folder: TempDir,
    key: String,
    options: Vec<String>,
}

impl PrinterClient {
    /// Starts it with a key of its own, and waits until it hears the shop.
    pub(crate) async fn start(server: &Server, printer: &Printer, options: &[&str]) -> Self {
        let key = server.command(&["key", "add", "printer", "--may", "print"]);
        let stopped = StoppedClient::new(key.await, options);
        stopped.restart(server, printer).await
    }

    /// Starts it with a key that the shop refuses; tells what it says then.
    pub(crate) async fn refused(server: &Server, printer: &Printer, key: &str) -> String {
        let stopped = StoppedClient::new(key.to_owned(), &[]);
        let child = stopped.spawn(server, printer);
        Self { child, stopped }.failed().await
    }

    /// Waits until it has failed; tells what it says then.
    pub(crate) async fn failed(mut self) -> String {
        assert!(!self.ended().await.success());
        self.stopped.log()
    }

    /// Asks it to end, and waits until it has.
    pub(crate) async fn terminate(mut self) -> StoppedClient {
        let id = self.child.id().unwrap().to_string();
        let asked = Command::new("kill").args(["-TERM", &id]).status();
        assert!(asked.await.unwrap().success());
        let ended = self.ended().await;
        assert!(ended.success(), "{}", self.stopped.log());
        self.stopped
    }

    async fn ended(&mut self) -> ExitStatus {
        let ended = timeout(PATIENCE, self.child.wait()).await;
        ended.expect("it goes on").unwrap()
    }
}

impl StoppedClient {
    fn new(key: String, options: &[&str]) -> Self {
        Self {
            folder: TempDir::new().unwrap(),
            key,
            options: options.iter().map(|&option| option.to_owned()).collect(),
        }
    }

    fn state(&self) -> PathBuf {
        self.folder.path().join("state.json")
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap()
    }

    /// Starts it again, and waits until it hears the shop.
    pub(crate) async fn restart(self, server: &Server, printer: &Printer) -> PrinterClient {
        let child = self.spawn(server, printer);
        let heard = async {
            while !self.log().contains("the shop is heard") {
                sleep(Duration::from_millis(10)).await;
            }
        };
        let heard = timeout(PATIENCE, heard).await;
        assert!(heard.is_ok(), "it hears nothing: {}", self.log());
        let stopped = self;
        PrinterClient { child, stopped }
    }

    fn spawn(&self, server: &Server, printer: &Printer) -> Child {
        let log = File::create(self.folder.path().join("log")).unwrap();
        Command::new(program())
            .args([
                "print",
                "--shop",
                &server.url,
                "--printer",
                &printer.address,
            ])
            .args(["--retry", "0.1", "--state"])
            .arg(self.state())
            .args(&self.options)
            .env("ORDERBELL_KEY", &self.key)
            .stdout(Stdio::null())
            .stderr(log)
            .kill_on_drop(true)
            .spawn()
            .unwrap()
    }

    /// Writes another cursor into what it keeps.
    pub(crate) fn forge_cursor(&self, cursor: &str) {
        let text = fs::read_to_string(self.state()).unwrap();
        let mut kept: Value = serde_json::from_str(&text).unwrap();
        kept["cursor"] = cursor.into();
        fs::write(self.state(), kept.to_string()).unwrap();
    }
}
