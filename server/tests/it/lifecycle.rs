//! Starting, ending, dying.

use crate::support::{Server, order};
use serde_json::Value;
use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    time::{Duration, Instant},
};

#[tokio::test]
async fn an_answered_order_and_its_event_survive_a_kill() {
    let mut server = Server::start().await;
    let admin = server.admin().await;
    let mut stream = admin.subscribe().await;
    let cursor = stream.hello["head"].as_str().unwrap().to_owned();
    let mut placed = Vec::new();
    for _ in 0..10 {
        placed.push(server.place().await["token"].clone());
    }
    server.kill().await;
    stream.rest().await;
    server.restart().await;
    for token in &placed {
        let path = format!("/api/orders/{}", token.as_str().unwrap());
        let order: Value = server.get(&path).await.json().await.unwrap();
        assert_eq!(&order["token"], token);
    }
    // The session is still good, and so is the cursor.
    let mut stream = admin.resume(&cursor).await;
    for token in &placed {
        assert_eq!(&stream.next().await.json()["token"], token);
    }
}

#[tokio::test]
async fn a_retry_after_a_restart_is_the_same_order() {
    let mut server = Server::start().await;
    let body = order();
    let first: Value = server
        .post("/api/orders", &body)
        .await
        .json()
        .await
        .unwrap();
    server.kill().await;
    server.restart().await;
    let second: Value = server
        .post("/api/orders", &body)
        .await
        .json()
        .await
        .unwrap();
    assert_eq!(first["token"], second["token"]);
}

#[tokio::test]
async fn open_streams_do_not_hold_up_the_end() {
    let mut server = Server::start().await;
    let admin = server.admin().await;
    let mut streams = Vec::new();
    for _ in 0..20 {
        streams.push(admin.subscribe().await);
    }
    let order = server.place().await;
    let mut progress = server.follow(order["token"].as_str().unwrap()).await;
    let asked = Instant::now();
    server.terminate().await;
    assert!(asked.elapsed() < Duration::from_secs(5));
    for stream in &mut streams {
        assert_eq!(stream.rest().await.len(), 1);
        assert!(stream.retry.is_some());
    }
    progress.rest().await;
}

/// Who may do what with the database's files: itself, its journal, its index, its lock.
fn rights(server: &Server) -> [u32; 4] {
    ["db", "db-wal", "db-shm", "db-lock"].map(|end| {
        let file = fs::metadata(server.file.with_extension(end)).unwrap();
        file.permissions().mode() & 0o777
    })
}

#[tokio::test]
async fn the_database_is_for_its_owner_alone_unless_somebody_wants_it_otherwise() {
    let mut server = Server::start().await;
    server.place().await;
    assert_eq!(rights(&server), [0o600; 4]);
    server.terminate().await;
    server.restart().await;
    assert!(!server.log().contains("others on this machine"));
    server.terminate().await;
    fs::set_permissions(&server.file, Permissions::from_mode(0o644)).unwrap();
    server.restart().await;
    server.place().await;
    assert_eq!(rights(&server), [0o644, 0o644, 0o644, 0o600]);
    let log = server.log();
    assert_eq!(log.matches("others on this machine").count(), 1, "{log}");
    assert!(log.contains("WARN") && log.contains("shop.db"), "{log}");
}

#[tokio::test]
async fn a_reader_that_goes_away_leaves_the_list() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut stays = admin.subscribe().await;
    let goes = admin.subscribe().await;
    while stays.named("presence").await.json()["streams"] != 2 {}
    drop(goes);
    while stays.named("presence").await.json()["streams"] != 1 {}
    assert_eq!(admin.connections().await, 1);
}
