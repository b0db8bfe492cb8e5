//! Faults of the disk, provoked from outside on the running program: orders are
//! refused in plain words and nothing is half done, who listens goes on
//! listening, the log says what to do, and all is well again without a restart
//! once the cause is gone.

use crate::support::{Database, Server, Stream, order};
use reqwest::{Client, StatusCode};
use serde_json::Value;
use std::{
    fs,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};
use tempfile::TempDir;

/// Runs a program of the system; whether it did as it was told.
fn run(program: &str, arguments: &[&str]) -> bool {
    let command = Command::new(program).args(arguments).status();
    command.is_ok_and(|status| status.success())
}

/// Whether this machine lets the test provoke the fault; says so if not.
fn can(what: &str, done: bool) -> bool {
    if !done {
        eprintln!("NOT TESTED: {what} needs root, and a system that allows it");
    }
    done
}

/// How much there is of everything that an order consists of.
async fn kept(database: &mut Database) -> i64 {
    let all = r"
        select (select count(*) from orders not indexed) + (select count(*) from order_lines)
            + (select count(*) from events) - (select sum(stock) from items)
    ";
    database.number(all).await
}

/// An order is refused in plain words.
async fn refused(server: &Server, body: &Value) {
    let answer = server.post("/api/orders", body).await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.headers()["content-type"], "application/problem+json");
    let wait = answer.headers()["retry-after"].to_str().unwrap();
    assert!(wait.parse::<u32>().is_ok(), "{wait}");
    let problem: Value = answer.json().await.unwrap();
    assert_eq!(problem["type"], "/problems/unavailable");
}

/// The same order is taken now, once, and who listens hears of it.
async fn taken(server: &Server, body: &Value, stream: &mut Stream) {
    let answer = server.post("/api/orders", body).await;
    assert_eq!(answer.status(), StatusCode::CREATED);
    let order: Value = answer.json().await.unwrap();
    let heard = stream.next().await;
    assert_eq!(heard.name, "order");
    assert_eq!(heard.json()["token"], order["token"]);
    let again = server.post("/api/orders", body).await;
    assert_eq!(again.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_locked_database_is_waited_for_and_then_said_to_be_locked() {
    let server = Server::start_with(&["--heartbeat", "0.2"]).await;
    let mut stream = server.admin().await.subscribe().await;
    let mut database = server.database().await;
    let before = kept(&mut database).await;
    database.run("begin exclusive").await;
    let body = order();
    let form = "request_id=locked-form&name=Li&phone=13800138000&note=no+ice\
        &lines%5B1%5D%5Bquantity%5D=2";
    let page = Client::new()
        .post(server.at("/order"))
        .header("accept", "text/html")
        .header("accept-language", "en")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form);
    // Both wait at the same time.
    let ((), page) = tokio::join!(refused(&server, &body), page.send());
    let page = page.unwrap();
    assert_eq!(page.status(), StatusCode::SERVICE_UNAVAILABLE);
    let page = page.text().await.unwrap();
    assert!(page.contains("nothing was ordered"), "{page}");
    assert!(
        page.contains("13800138000") && page.contains("no ice"),
        "{page}"
    );
    // Reading goes on, and so do the streams.
    assert_eq!(server.get("/api/menu").await.status(), StatusCode::OK);
    stream.named("tick").await;
    database.run("rollback").await;
    assert_eq!(kept(&mut database).await, before);
    assert!(server.log().contains("another program holds the database"));
    taken(&server, &body, &mut stream).await;
}

/// A small disk of its own; it goes with the test.
struct Disk(TempDir);

impl Disk {
    fn new() -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let path = folder.path().to_str().unwrap();
        let mounted = run("mount", &["-t", "tmpfs", "-o", "size=2m", "tmpfs", path]);
        can("a full disk", mounted).then_some(Self(folder))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Takes all that is left of it.
    fn fill(&self) {
        let file = fs::File::create(self.path("ballast")).unwrap();
        let mut end = 0;
        for step in [1 << 16, 1 << 12] {
            while file.write_all_at(&vec![1; step], end).is_ok() {
                end += step as u64;
            }
        }
    }

    fn empty(&self) {
        fs::remove_file(self.path("ballast")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        run("umount", &["--lazy", self.0.path().to_str().unwrap()]);
    }
}

#[tokio::test]
async fn a_full_disk_takes_no_order_until_there_is_room() {
    let Some(disk) = Disk::new() else { return };
    let folder = TempDir::new().unwrap();
    let server = Server::start_on(folder, disk.path("shop.db"), &["--heartbeat", "0.2"]).await;
    let mut stream = server.admin().await.subscribe().await;
    let mut database = server.database().await;
    for _ in 0..2 {
        disk.fill();
        // The journal may have some room left in its last block.
        let mut body = order();
        while server.post("/api/orders", &body).await.status() == StatusCode::CREATED {
            stream.next().await;
            body = order();
        }
        let before = kept(&mut database).await;
        refused(&server, &body).await;
        stream.named("tick").await;
        assert_eq!(kept(&mut database).await, before);
        assert!(
            server.log().contains("the disk is full"),
            "{}",
            server.log()
        );
        disk.empty();
        taken(&server, &body, &mut stream).await;
    }
}

#[tokio::test]
async fn a_file_that_may_not_grow_takes_no_order_until_it_may() {
    let server = Server::start_with(&["--heartbeat", "0.2"]).await;
    let mut stream = server.admin().await.subscribe().await;
    let mut database = server.database().await;
    let process = server.process().to_string();
    let limit = |bytes: &str| {
        let limit = format!("--fsize={bytes}:");
        assert!(run("prlimit", &["--pid", &process, &limit]));
    };
    for _ in 0..2 {
        let before = kept(&mut database).await;
        limit("4096");
        let body = order();
        refused(&server, &body).await;
        stream.named("tick").await;
        assert_eq!(kept(&mut database).await, before);
        limit("unlimited");
        assert!(server.log().contains("the disk does not do as it is told"));
        taken(&server, &body, &mut stream).await;
    }
}

/// Makes the database's files unchangeable, even for root.
fn freeze(database: &Path, change: &str) -> bool {
    let files = ["db", "db-wal", "db-shm"].map(|end| database.with_extension(end));
    let files = files.iter().filter(|file| file.exists());
    let files: Vec<_> = files.map(|file| file.to_str().unwrap()).collect();
    run("chattr", &[&[change][..], &files].concat())
}

#[tokio::test]
async fn a_file_that_may_not_be_written_takes_no_order_until_it_may() {
    let server = Server::start_with(&["--heartbeat", "0.2"]).await;
    let mut stream = server.admin().await.subscribe().await;
    let mut database = server.database().await;
    let before = kept(&mut database).await;
    if !can("a read-only file", freeze(&database.path, "+i")) {
        return;
    }
    let body = order();
    refused(&server, &body).await;
    // By now it was opened anew, and is known to be read-only.
    refused(&server, &body).await;
    stream.named("tick").await;
    assert!(freeze(&database.path, "-i"));
    assert_eq!(kept(&mut database).await, before);
    assert!(
        server.log().contains("may not be written"),
        "{}",
        server.log()
    );
    taken(&server, &body, &mut stream).await;
}

#[tokio::test]
async fn a_damaged_page_is_noticed_and_nothing_is_made_worse() {
    let mut server = Server::start_with(&["--heartbeat", "0.2"]).await;
    let admin = server.admin().await;
    server.place().await;
    server.terminate().await;
    let mut database = server.database().await;
    database.run("pragma wal_checkpoint(truncate)").await;
    // The index by which a repeated request is found.
    let page = database
        .number("select rootpage from sqlite_schema where name = 'sqlite_autoindex_orders_2'");
    let page = u64::try_from(page.await).unwrap();
    let size = database
        .number("select page_size from pragma_page_size")
        .await;
    let size = u64::try_from(size).unwrap();
    let file = fs::OpenOptions::new()
        .write(true)
        .open(&database.path)
        .unwrap();
    file.write_all_at(&[0xff; 512], (page - 1) * size).unwrap();
    server.restart().await;
    let mut stream = admin.subscribe().await;
    let before = kept(&mut database).await;
    refused(&server, &order()).await;
    stream.named("tick").await;
    assert_eq!(kept(&mut database).await, before);
    assert!(server.log().contains("the database file is damaged"));
    // What does not need that page still works.
    assert_eq!(admin.push(None, "call the customers").await, 2);
    assert_eq!(stream.next().await.name, "psh");
}

#[test]
fn what_is_no_database_is_not_opened_and_why_is_said() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("shop.db");
    fs::write(&path, "no database, but long enough to be one".repeat(100)).unwrap();
    let started = Command::new(env!("CARGO_BIN_EXE_orderbell"))
        .args(["serve", "--addr", "127.0.0.1:0", "--database"])
        .arg(&path)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(started.status.code(), Some(1));
    let said = String::from_utf8(started.stderr).unwrap();
    assert!(
        said.contains("shop.db") && said.contains("restore the last backup"),
        "{said}"
    );
    assert!(
        fs::read_to_string(&path)
            .unwrap()
            .starts_with("no database")
    );
}
