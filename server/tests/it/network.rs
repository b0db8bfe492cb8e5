//! Readers that don't read, machines that vanish, a system without room.

use crate::support::{Admin, RawStream, Server, raw::within_patience};
use futures::future::join_all;
use reqwest::StatusCode;
use socket2::{SockFilter, SockRef};
use std::{env, fs};

/// How many events are published while some don't read: enough to fill every
/// buffer on the way. `ORDERBELL_TEST_EVENTS` sets another number.
fn event_count() -> usize {
    env::var("ORDERBELL_TEST_EVENTS").map_or(3_000, |count| count.parse().unwrap())
}

#[tokio::test]
async fn readers_that_do_not_read_cost_little_and_are_dropped_and_miss_nothing() {
    const STALLED: usize = 10;
    const MIB: u64 = 1024 * 1024;
    let events = event_count();
    // The system itself would give up after two heartbeats.
    let server = Server::start_with(&["--heartbeat", "600", "--write-deadline", "3"]).await;
    let admin = server.admin().await;
    let mut healthy = admin.subscribe().await;
    let mut witness = admin.subscribe().await;
    let head = healthy.hello["head"].as_str().unwrap().to_owned();
    let asked = (0..STALLED).map(|_| RawStream::ask_without_room(&admin, &head));
    let stalled: Vec<_> = join_all(asked).await.into_iter().flatten().collect();
    witness.until_open(STALLED + 2).await;
    drop(witness);
    let before = peak_memory(&server);
    let text = "慢".repeat(300);
    let ((), seqs) = tokio::join!(admin.push_many(events, &text), async {
        let mut seqs = Vec::new();
        while seqs.len() < events {
            seqs.push(healthy.next().await.seq());
        }
        seqs
    });
    let all: Vec<i64> = (1..=i64::try_from(events).unwrap()).collect();
    assert_eq!(seqs, all);
    // The system counts a little late: the peak may seem to fall.
    let grown = peak_memory(&server).saturating_sub(before);
    println!(
        "{events} events past {STALLED} readers that do not read: {} MiB",
        grown / MIB
    );
    assert!(grown < 16 * MIB, "{grown} bytes more");
    // By then they were dropped, or will be; whoever comes is told who is there.
    admin.subscribe().await.until_open(2).await;
    let caught_up = stalled.into_iter().map(|mut stream| async {
        stream.drain().await;
        assert!(stream.seqs.len() < events, "it was never stalled");
        catch_up(&admin, stream, events).await
    });
    for seqs in join_all(caught_up).await {
        assert_eq!(seqs, all);
    }
}

/// Comes back until it has `count` events, as a browser does: where the machine
/// is busy, the reader may be taken for one that does not read once more.
async fn catch_up(admin: &Admin, stream: RawStream, count: usize) -> Vec<i64> {
    let (mut seqs, mut cursor) = (stream.seqs, stream.last_id);
    while seqs.len() < count {
        let mut again = RawStream::ask(admin, &cursor).await.unwrap();
        again
            .read_while(|again| seqs.len() + again.seqs.len() < count)
            .await;
        seqs.append(&mut again.seqs);
        cursor = again.last_id;
    }
    seqs
}

#[tokio::test]
async fn a_machine_that_vanished_leaves_the_list() {
    let server = Server::start_with(&["--heartbeat", "0.5"]).await;
    let admin = server.admin().await;
    let mut witness = admin.subscribe().await;
    let mut vanishing = RawStream::ask(&admin, "").await.unwrap();
    vanishing.open().await;
    witness.until_open(2).await;
    // Its system hears nothing from now on: it neither acknowledges nor resets.
    SockRef::from(&vanishing.socket)
        .attach_filter(&[DROP_ALL])
        .unwrap();
    witness.until_open(1).await;
}

/// A program of the classic Berkeley packet filter: keep no byte of a packet
/// (`BPF_RET | BPF_K`).
const DROP_ALL: SockFilter = SockFilter::new(0x06, 0, 0, 0);

#[tokio::test]
async fn a_system_without_room_for_more_connections_stops_nothing() {
    const ROOM: u64 = 20;
    let server = Server::start_with(&["--heartbeat", "0.2"]).await;
    let admin = server.admin().await;
    let mut reader = admin.subscribe().await;
    // The connection stays open for the next request.
    admin.push(None, "before").await;
    reader.next().await;
    let pid = i32::try_from(server.process()).unwrap();
    let files = fs::read_dir(format!("/proc/{pid}/fd")).unwrap().count() as u64;
    let limit = (files + ROOM, files + ROOM);
    rlimit::prlimit(pid, rlimit::Resource::NOFILE, Some(limit), None).unwrap();
    let asked = (0..2 * ROOM).map(|_| RawStream::ask(&admin, ""));
    let crowd: Vec<_> = join_all(asked).await.into_iter().flatten().collect();
    let out_of_room = async {
        while !server.log().contains("no more connections") {
            reader.named("tick").await;
        }
    };
    within_patience(out_of_room).await;
    // Who is inside is served.
    admin.push(None, "still there").await;
    assert_eq!(reader.next().await.json()["text"], "still there");
    drop(crowd);
    // As soon as there is room again, for the database's files too.
    let recovering = async { while server.get("/api/menu").await.status() != StatusCode::OK {} };
    within_patience(recovering).await;
}

/// The most memory that the program ever had, in bytes.
fn peak_memory(server: &Server) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", server.process())).unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM:"))
        .unwrap();
    line.split_whitespace()
        .nth(1)
        .unwrap()
        .parse::<u64>()
        .unwrap()
        * 1024
}
