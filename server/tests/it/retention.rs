//! What the log keeps, and what readers are told of what it does not.

use crate::support::{Server, SlowReader, order};
use reqwest::StatusCode;
use serde_json::{Value, json};

const PRUNED: &str = "select pruned from log";
const STORED: &str = "select count(*) from events";

/// 2026-01-01, in milliseconds: more than a month ago.
const LONG_AGO: i64 = 1_767_225_600_000;

/// Later than any event that is pruned by its age.
const NEVER: i64 = 9_000_000_000_000;

#[tokio::test]
async fn ten_thousand_events_are_replayed_exactly() {
    let mut server = Server::start().await;
    let admin = server.admin().await;
    server.terminate().await;
    let mut database = server.database().await;
    database.append(10_001, NEVER, "{}").await;
    server.restart().await;
    for after in [0, 9_000, 9_999, 10_001] {
        let path = format!("/sse/subscribe?after={after}");
        let mut stream = admin.subscribe_at(&path, None).await;
        for seq in after + 1..=10_001 {
            assert_eq!(stream.next().await.seq(), seq);
        }
        // And then at once what is new.
        let seq = admin.push(None, "new").await;
        while stream.next().await.seq() != seq {}
    }
}

#[tokio::test]
async fn a_reader_behind_what_was_pruned_is_told_to_read_everything_anew() {
    let server = Server::start_with(&["--retention-events", "10"]).await;
    let admin = server.admin().await;
    for _ in 0..30 {
        server.place().await;
    }
    let mut database = server.database().await;
    database.until(PRUNED, 20).await;
    assert_eq!(database.number(STORED).await, 10);
    for gone in [0, 1, 19] {
        let path = format!("/sse/subscribe?after={gone}");
        let mut stream = admin.subscribe_at(&path, None).await;
        let reset = stream.any().await.unwrap();
        assert_eq!(reset.name, "reset", "{gone}");
        assert_eq!(reset.json()["head"], stream.hello["head"]);
    }
    let mut stream = admin.subscribe_at("/sse/subscribe?after=20", None).await;
    for seq in 21..=30 {
        assert_eq!(stream.next().await.seq(), seq);
    }
}

#[tokio::test]
async fn what_is_too_old_is_pruned_and_numbers_go_on() {
    let mut server = Server::start().await;
    let admin = server.admin().await;
    server.place().await;
    server.terminate().await;
    let mut database = server.database().await;
    database.append(1_200, LONG_AGO, "{}").await;
    // An event stays for as long as one before it does: there is no hole.
    database
        .run("update events set created_at = iif(seq = 701, 9000000000000, 0)")
        .await;
    server.restart().await;
    database.until(PRUNED, 700).await;
    assert_eq!(database.number(STORED).await, 501);
    // Where all is pruned, the head is still known.
    database.run("update events set created_at = 0").await;
    database.until(STORED, 0).await;
    let mut stream = admin.subscribe_at("/sse/subscribe?after=1201", None).await;
    server.place().await;
    assert_eq!(stream.next().await.seq(), 1_202);
    server.terminate().await;
    server.restart().await;
    server.place().await;
    let mut stream = admin.resume(stream.last_id()).await;
    assert_eq!(stream.next().await.seq(), 1_203);
}

#[tokio::test]
async fn messages_wait_for_who_is_away_longer_than_the_log_lasts() {
    let server = Server::start_with(&["--retention-events", "5"]).await;
    server.add_user("li").await;
    let admin = server.admin().await;
    let brief = json!({"to": "li", "text": "brief", "expires_in": 1});
    admin.post("/sse/push", &brief).await;
    admin.push(Some("li"), "for li").await;
    admin.push(None, "for all").await;
    for _ in 0..20 {
        server.place().await;
    }
    let mut database = server.database().await;
    // The brief one goes when its time is over, the others wait.
    database.until(STORED, 7).await;
    assert_eq!(database.number(PRUNED).await, 18);
    // Who comes later is not told what was said before.
    server.add_user("wang").await;
    let mut wang = server.sign_in("wang").await.subscribe().await;
    let mut li = server.sign_in("li").await.subscribe().await;
    assert_eq!(li.next().await.json()["text"], "for li");
    assert_eq!(li.next().await.json()["text"], "for all");
    server.place().await;
    assert_eq!(li.next().await.name, "order");
    assert_eq!(wang.next().await.name, "order");
}

#[tokio::test]
async fn an_open_order_is_shown_and_moved_on_when_its_event_is_gone() {
    let server = Server::start_with(&["--retention-events", "3"]).await;
    let admin = server.admin().await;
    let first = server.place().await;
    for _ in 0..9 {
        server.place().await;
    }
    let mut database = server.database().await;
    database.until(PRUNED, 7).await;
    // An order of an earlier day that nobody has answered.
    database
        .run("update orders set day = '2026-01-01' where id = 1")
        .await;
    let page = admin.get("/admin").await;
    assert_eq!(page.status(), StatusCode::OK);
    let page = page.text().await.unwrap();
    let token = first["token"].as_str().unwrap();
    // Its popup is still that of the event that announced it.
    let (before, _) = page.split_once(token).expect("the order is not there");
    assert!(
        before.ends_with(r#":1","order":{"id":1,"token":""#),
        "{}",
        &before[before.len() - 200..]
    );
    // Its customer follows from here on.
    let mut progress = server.follow(token).await;
    let accepted = admin.change(&first, "accepted").await;
    assert_eq!(accepted.status(), StatusCode::OK);
    assert_eq!(progress.next().await.json()["to"], "accepted");
    let accepted: Value = accepted.json().await.unwrap();
    admin.change(&accepted, "finished").await;
    assert_eq!(progress.rest().await.len(), 1);
}

#[tokio::test]
async fn a_reader_that_is_overtaken_by_pruning_is_told_so() {
    const STORED: u32 = 6_000;
    let mut server = Server::start_with(&["--recent-events", "10"]).await;
    let admin = server.admin().await;
    server.terminate().await;
    let mut database = server.database().await;
    // More than all buffers on the way hold.
    let data = format!("\"{}\"", "慢".repeat(1000));
    database.append(STORED, NEVER, &data).await;
    server.restart().await;
    let path = "/sse/subscribe?after=0";
    let mut slow = SlowReader::connect(&server.url, path, &admin.cookie).await;
    database
        .run("begin immediate; delete from events where seq <= 5990; update log set pruned = 5990; commit")
        .await;
    let told = slow.read_until("event: reset").await;
    let seqs: Vec<i64> = told.iter().filter_map(|event| event.seq).collect();
    let last = i64::try_from(seqs.len()).unwrap();
    // None is left out before it, and it is not the end.
    assert_eq!(seqs, (1..=last).collect::<Vec<_>>());
    assert!(last < 5_990, "all was on the way before it was pruned");
    let body = order();
    server.post("/api/orders", &body).await;
    let told = slow.read_until("event: order").await;
    assert_eq!(told.last().unwrap().seq, Some(i64::from(STORED) + 1));
}
