//! The programs of `docs/delivery.md`, run as they stand there, against the real
//! server: whoever copies one has one that works.

use crate::support::Server;
use serde_json::Value;
use std::{path::Path, process::Stdio, time::Duration};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader, Lines},
    process::{Child, ChildStdout, Command},
    time::timeout,
};

const PAGE: &str = include_str!("../../../docs/delivery.md");
const EVENT_SOURCE: &str = include_str!("support/eventsource.mjs");
/// Where the page says that the server is.
const SHOP: &str = "http://127.0.0.1:3000";
/// Longer than anything takes: a test that waits so long has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// The programs of the page: the heading above each, its language, its text.
fn programs() -> Vec<(&'static str, &'static str, &'static str)> {
    // What stands between fences is text and program in turn.
    let parts: Vec<_> = PAGE.split("\n```").collect();
    let programs = parts.chunks_exact(2).map(|pair| {
        let (_, title) = pair[0].rsplit_once("### ").unwrap();
        let (language, text) = pair[1].split_once('\n').unwrap();
        (title.lines().next().unwrap(), language, text)
    });
    programs.collect()
}

/// A program of the page, about to run in a folder of its own.
struct Program {
    command: Command,
    folder: TempDir,
}

impl Program {
    /// The program under that heading, told where `server` is; `before` goes
    /// before it.
    fn new(server: &Server, title: &str, before: &str) -> Self {
        let mut all = programs().into_iter();
        let found = all.find(|(heading, ..)| *heading == title);
        let (_, language, text) = found.expect("the page has no such program");
        let (interpreter, file, needed) = match language {
            "sh" => ("sh", "program.sh", "curl"),
            "js" => ("node", "program.mjs", "node"),
            _ => ("python3", "program.py", "python3"),
        };
        assert!(is_there(needed), "the page's programs need {needed}");
        let folder = TempDir::new().unwrap();
        let text = format!("{before}{}", text.replace(SHOP, &server.url));
        let path = folder.path().join(file);
        std::fs::write(&path, text).unwrap();
        let mut command = Command::new(interpreter);
        command
            .arg(path)
            .current_dir(folder.path())
            .env("PATH", path_with_orderbell())
            .env("ORDERBELL_DATABASE", &server.file)
            .env("SHOP", &server.url)
            .stdout(Stdio::piped())
            // A shell's loop has children that have to end with it.
            .process_group(0)
            .kill_on_drop(true);
        Self { command, folder }
    }

    fn start(mut self) -> Running {
        let mut child = self.command.spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Running {
            child,
            lines,
            _folder: self.folder,
        }
    }

    /// Runs it to its end; what it says.
    async fn output(self) -> String {
        let mut running = self.start();
        let mut said = String::new();
        while let Some(line) = running.line().await {
            said.push_str(&line);
            said.push('\n');
        }
        said
    }
}

/// A running program of the page, killed with all its children when dropped.
struct Running {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    _folder: TempDir,
}

impl Running {
    async fn line(&mut self) -> Option<String> {
        let line = timeout(PATIENCE, self.lines.next_line());
        line.await.expect("it said nothing").unwrap()
    }

    /// Waits until it says that its stream is open.
    async fn is_live(&mut self) {
        loop {
            let line = self.line().await.expect("it ended");
            if line == "live" || line.starts_with("hello") {
                return;
            }
        }
    }

    /// The number of the next order that it tells.
    async fn order(&mut self) -> u64 {
        loop {
            let line = self.line().await.expect("it ended");
            if let Some(told) = line.strip_prefix("order ") {
                let told: Value = serde_json::from_str(told).unwrap();
                return told.as_u64().or_else(|| told["number"].as_u64()).unwrap();
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(id) = self.child.id() {
            let group = format!("-{id}");
            let _ = std::process::Command::new("kill")
                .args(["-KILL", "--", &group])
                .status();
        }
    }
}

fn is_there(program: &str) -> bool {
    let asked = std::process::Command::new(program)
        .arg("--version")
        .output();
    asked.is_ok_and(|answer| answer.status.success())
}

fn path_with_orderbell() -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_orderbell"));
    let folder = program.parent().unwrap().display();
    format!("{folder}:{}", std::env::var("PATH").unwrap())
}

/// It tells each order once, in order, and nothing is lost by a restart.
async fn follows(title: &str, before: &str) {
    let mut server = Server::start().await;
    let mut program = Program::new(&server, title, before);
    program.command.env("COOKIE", server.admin().await.cookie);
    let mut running = program.start();
    running.is_live().await;
    server.place().await;
    assert_eq!(running.order().await, 1);
    server.kill().await;
    server.restart().await;
    server.place().await;
    assert_eq!(running.order().await, 2);
    server.place().await;
    assert_eq!(running.order().await, 3);
}

#[tokio::test]
async fn a_shell_follows_with_curl() {
    follows("curl", "").await;
}

#[tokio::test]
async fn a_page_follows_with_event_source() {
    follows("JavaScript in a page", EVENT_SOURCE).await;
}

#[tokio::test]
async fn a_program_follows_with_fetch() {
    follows("JavaScript elsewhere", "").await;
}

#[tokio::test]
async fn a_program_follows_with_pythons_own_library() {
    follows("Python", "").await;
}

#[tokio::test]
async fn a_program_whose_session_ended_signs_in_and_misses_nothing() {
    for title in ["JavaScript elsewhere", "Python"] {
        let mut server = Server::start().await;
        let mut running = Program::new(&server, title, "").start();
        running.is_live().await;
        server.place().await;
        assert_eq!(running.order().await, 1);
        server.kill().await;
        server.command(&["user", "password", "admin"]).await;
        server.restart().await;
        server.place().await;
        assert_eq!(running.order().await, 2);
    }
}

#[tokio::test]
async fn a_ticket_opens_a_stream_as_the_page_says() {
    let server = Server::start().await;
    let said = Program::new(&server, "A ticket", "").output().await;
    assert!(said.contains("event: hello"), "{said}");
    assert!(said.contains(r#""user":"admin""#), "{said}");
}

#[tokio::test]
async fn a_message_is_sent_as_the_page_says() {
    let server = Server::start().await;
    let said = Program::new(&server, "A message", "").output().await;
    assert!(
        said.contains(r#"{"seq":1,"online":0,"users":[]}"#),
        "{said}"
    );
    assert!(said.contains(r#""from":"till""#), "{said}");
    assert!(
        said.contains(r#""name":"admin","delivered_at":null"#),
        "{said}"
    );
}

#[tokio::test]
async fn the_time_is_told_as_the_page_says() {
    let server = Server::start().await;
    let said = Program::new(&server, "The time, once", "").output().await;
    assert!(said.contains("id: end\nevent: time\n"), "{said}");
    let mut page = Program::new(&server, "The time in a page", EVENT_SOURCE).start();
    for _ in 0..2 {
        let line = page.line().await.unwrap();
        assert!(line.starts_with("time 20"), "{line}");
    }
}

#[test]
fn every_program_of_the_page_is_run() {
    let titles: Vec<_> = programs().iter().map(|(title, ..)| *title).collect();
    let run = [
        "The time, once",
        "The time in a page",
        "A ticket",
        "curl",
        "JavaScript in a page",
        "JavaScript elsewhere",
        "Python",
        "A message",
    ];
    assert_eq!(titles, run);
}
