//! A log that was replaced by an older copy.

use crate::support::{Server, Stream};
use futures::future::join_all;
use std::fs;
use tempfile::TempDir;

async fn seqs(stream: &mut Stream, count: usize) -> Vec<i64> {
    let mut seqs = Vec::new();
    for _ in 0..count {
        seqs.push(stream.next().await.seq());
    }
    seqs
}

#[tokio::test]
async fn cursors_of_what_a_restored_backup_lacks_are_foreign() {
    let mut server = Server::start().await;
    let admin = server.admin().await;
    for _ in 0..5 {
        server.place().await;
    }
    let mut before = admin.subscribe_at("/sse/subscribe?after=0", None).await;
    let mut kept = Vec::new();
    for _ in 0..5 {
        kept.push(before.next().await.id);
    }
    let copy = server.database().await.back_up().await;
    let mut lost = Vec::new();
    for _ in 0..5 {
        server.place().await;
        lost.push(before.next().await.id);
    }
    server.kill().await;
    server.database().await.restore(&copy).await;
    server.restart().await;
    // The log grows past where it was: other events have those numbers now.
    for _ in 0..10 {
        server.place().await;
    }
    for restart in 0..2 {
        for cursor in &lost {
            let mut stream = admin.resume(cursor).await;
            assert_eq!(stream.any().await.unwrap().name, "reset", "{cursor}");
        }
        // What the copy has is the same log still.
        for (cursor, seq) in kept.iter().zip(1..) {
            let mut stream = admin.resume(cursor).await;
            let rest = (seq + 1..=15).collect::<Vec<_>>();
            assert_eq!(seqs(&mut stream, rest.len()).await, rest, "{restart}");
        }
        server.terminate().await;
        server.restart().await;
    }
}

#[tokio::test]
async fn a_server_that_has_ended_leaves_all_in_one_file() {
    let mut server = Server::start().await;
    let admin = server.admin().await;
    let _stream = admin.subscribe().await;
    server.place().await;
    let path = server.file.clone();
    for _ in 0..5 {
        // Many connections read.
        join_all((0..64).map(|_| server.get("/api/menu"))).await;
        assert!(path.with_extension("db-wal").exists());
        server.terminate().await;
        assert!(!path.with_extension("db-wal").exists());
        server.restart().await;
        server.place().await;
    }
    server.terminate().await;
    // So the file alone is a backup.
    let copy = fs::read(&path).unwrap();
    server.restart().await;
    server.place().await;
    server.kill().await;
    server.database().await.restore(&copy).await;
    server.restart().await;
    let mut stream = admin.subscribe_at("/sse/subscribe?after=0", None).await;
    server.place().await;
    for seq in 1..=7 {
        assert_eq!(stream.next().await.seq(), seq);
    }
}

#[tokio::test]
async fn an_event_has_the_same_id_for_ever() {
    let mut server = Server::start().await;
    let admin = server.admin().await;
    let mut live = admin.subscribe().await;
    let mut ids = Vec::new();
    for _ in 0..3 {
        for _ in 0..2 {
            server.place().await;
            ids.push(live.next().await.id);
        }
        server.terminate().await;
        server.restart().await;
        live = admin.resume(ids.last().unwrap()).await;
    }
    let mut again = admin.subscribe_at("/sse/subscribe?after=0", None).await;
    for id in &ids {
        assert_eq!(&again.next().await.id, id);
    }
    // Each time that nobody had the log open is followed by another incarnation.
    let runs: std::collections::HashSet<_> = ids.iter().map(|id| &id[..8]).collect();
    assert_eq!(runs.len(), 3);
}

#[tokio::test]
async fn a_command_on_the_same_file_begins_no_incarnation() {
    let server = Server::start().await;
    let admin = server.admin().await;
    server.place().await;
    server.add_user("li").await;
    server.place().await;
    let mut stream = admin.subscribe_at("/sse/subscribe?after=0", None).await;
    let ids = [stream.next().await.id, stream.next().await.id];
    assert_eq!(ids[0][..8], ids[1][..8]);
    assert_eq!(
        server
            .database()
            .await
            .number("select count(*) from runs")
            .await,
        2
    );
}

#[tokio::test]
async fn two_servers_on_one_log_give_an_event_one_id() {
    let (mut first, folder) = (Server::start().await, TempDir::new().unwrap());
    let second = Server::start_on(folder, first.file.clone(), &[]).await;
    for _ in 0..3 {
        first.place().await;
        second.place().await;
    }
    let mut ids = Vec::new();
    for server in [&first, &second] {
        let admin = server.admin().await;
        let mut told = admin.subscribe_at("/sse/subscribe?after=0", None).await;
        let mut seen = Vec::new();
        for _ in 0..6 {
            seen.push(told.next().await.id);
        }
        ids.push(seen);
    }
    assert_eq!(ids[0], ids[1]);
    // What one has told, the other goes on from; also once the first is gone and
    // has come back, for the second had the log open all the time.
    let admin = second.admin().await;
    let mut on = admin.resume(&ids[0][3]).await;
    assert_eq!(on.next().await.id, ids[0][4]);
    first.terminate().await;
    first.restart().await;
    first.place().await;
    let mut on = first.admin().await.resume(&ids[1][5]).await;
    assert_eq!(on.next().await.id[..8], ids[0][0][..8]);
}
