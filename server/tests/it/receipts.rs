//! Receipts: who got a message, who saw it, and how long that took.

use crate::{
    metrics::samples,
    support::{Admin, Server},
};
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

/// What became of a message, one line for each of those whom it is for.
async fn receipts(reader: &Admin, seq: i64) -> Vec<Value> {
    let answer = reader.get(&format!("/api/pushes/{seq}")).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let told: Value = answer.json().await.unwrap();
    told["recipients"].as_array().unwrap().clone()
}

/// How often it was measured how long an event took to be shown.
async fn measured(owner: &Admin) -> u64 {
    samples(owner).await["orderbell_commit_to_seen_seconds_count"] as u64
}

async fn saw(reader: &Admin, ids: &[&str]) {
    let seen = ids.iter().map(|id| json!({"id": id, "ago": 5}));
    let seen: Vec<_> = seen.collect();
    let answer = reader.post("/api/seen", &json!({"seen": seen})).await;
    assert_eq!(answer.status(), StatusCode::NO_CONTENT);
}

#[tokio::test]
async fn the_sender_learns_who_got_a_message_and_who_saw_it() {
    let server = Server::start().await;
    server.add_user("li").await;
    server.add_user("wang").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let mut stream = li.subscribe().await;
    let seq = admin.push(None, "for all").await;
    let message = stream.next().await;
    let told = receipts(&admin, seq).await;
    let names: Vec<_> = told.iter().map(|receipt| &receipt["name"]).collect();
    assert_eq!(names, ["admin", "li", "wang"]);
    assert!(told[1]["delivered_at"].as_str().unwrap().ends_with('Z'));
    for nobody in [&told[0], &told[2]] {
        assert_eq!(nobody["delivered_at"], Value::Null);
        assert_eq!(nobody["seen_at"], Value::Null);
    }
    assert_eq!(told[1]["seen_at"], Value::Null);
    saw(&li, &[&message.id]).await;
    let first = receipts(&admin, seq).await;
    assert!(first[1]["seen_at"].as_str().unwrap().ends_with('Z'));
    // Saying it again changes nothing.
    saw(&li, &[&message.id, &message.id]).await;
    assert_eq!(receipts(&admin, seq).await, first);
}

#[tokio::test]
async fn what_was_got_and_seen_survives_a_restart() {
    let mut server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let mut stream = li.subscribe().await;
    let seq = admin.push(Some("li"), "for you").await;
    saw(&li, &[&stream.next().await.id]).await;
    let before = receipts(&admin, seq).await;
    assert_eq!(before.len(), 1);
    assert!(before[0]["delivered_at"].is_string() && before[0]["seen_at"].is_string());
    server.kill().await;
    server.restart().await;
    assert_eq!(receipts(&admin, seq).await, before);
}

#[tokio::test]
async fn one_word_acknowledges_all_that_was_got_up_to_a_place() {
    let mut server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let mut stream = li.subscribe().await;
    let sent = [
        admin.push(Some("li"), "first").await,
        admin.push(None, "second").await,
        admin.push(Some("li"), "third").await,
    ];
    let ids = [
        stream.next().await.id,
        stream.next().await.id,
        stream.next().await.id,
    ];
    // Also of an event that an earlier run of the server wrote.
    server.terminate().await;
    server.restart().await;
    server.place().await;
    let up_to = json!({"up_to": ids[1]});
    let answer = li.post("/api/seen", &up_to).await;
    assert_eq!(answer.status(), StatusCode::NO_CONTENT);
    let is_seen = async |seq| {
        let told = receipts(&admin, seq).await;
        let li = told.iter().find(|receipt| receipt["name"] == "li");
        li.unwrap()["seen_at"].is_string()
    };
    assert!(is_seen(sent[0]).await && is_seen(sent[1]).await);
    assert!(!is_seen(sent[2]).await);
    saw(&li, &[&ids[2]]).await;
    assert!(is_seen(sent[2]).await);
}

#[tokio::test]
async fn nobody_sees_what_is_for_others() {
    let server = Server::start().await;
    server.add_user("li").await;
    server.add_user("wang").await;
    let admin = server.admin().await;
    let (li, wang) = (server.sign_in("li").await, server.sign_in("wang").await);
    let _there = wang.subscribe().await;
    let seq = admin.push(Some("li"), "for you").await;
    let head = admin.subscribe().await.hello["head"].clone();
    let head = head.as_str().unwrap();
    let epoch = head.split_once(':').unwrap().0;
    let none_such = format!("{epoch}:99");
    let other_log = format!("{:08x}:{seq}", !u32::from_str_radix(epoch, 16).unwrap());
    saw(&wang, &[head]).await;
    assert_eq!(measured(&admin).await, 0);
    saw(&li, &[&none_such, &other_log]).await;
    let told = receipts(&admin, seq).await;
    assert_eq!(told.len(), 1);
    assert_eq!(
        (&told[0]["name"], &told[0]["seen_at"]),
        (&json!("li"), &Value::Null)
    );
    saw(&li, &[head]).await;
    assert!(receipts(&admin, seq).await[0]["seen_at"].is_string());
    let too_many = json!({"seen": vec![json!({"id": head}); 501]});
    for refused in [too_many, json!({"seen": [{"id": "nonsense"}]}), json!({})] {
        let answer = li.post("/api/seen", &refused).await;
        assert!(answer.status().is_client_error());
    }
}

#[tokio::test]
async fn receipts_are_for_the_sender_and_for_owners() {
    let server = Server::start().await;
    server.add_user("li").await;
    server.add_user("wang").await;
    let admin = server.admin().await;
    let (li, wang) = (server.sign_in("li").await, server.sign_in("wang").await);
    let key = server.command(&["key", "add", "till"]).await;
    let other = server.command(&["key", "add", "scale"]).await;
    let by_li = li.push(Some("wang"), "hi").await;
    let request = Client::new().post(server.at("/sse/push"));
    let request = request.bearer_auth(key.trim()).json(&json!({"text": "hi"}));
    let by_till: Value = request.send().await.unwrap().json().await.unwrap();
    let by_li = format!("/api/pushes/{by_li}");
    let by_till = format!("/api/pushes/{}", by_till["seq"]);
    let with = async |key: &str, path: &str| {
        let request = Client::new().get(server.at(path)).bearer_auth(key.trim());
        request.send().await.unwrap().status()
    };
    for allowed in [
        admin.get(&by_li).await.status(),
        admin.get(&by_till).await.status(),
        li.get(&by_li).await.status(),
        with(&key, &by_till).await,
    ] {
        assert_eq!(allowed, StatusCode::OK);
    }
    for refused in [
        wang.get(&by_li).await.status(),
        li.get(&by_till).await.status(),
        with(&key, &by_li).await,
        with(&other, &by_till).await,
    ] {
        assert_eq!(refused, StatusCode::FORBIDDEN);
    }
    // An order is no message.
    let mut stream = admin.subscribe().await;
    server.place().await;
    let order = format!("/api/pushes/{}", stream.named("order").await.seq());
    assert_eq!(admin.get(&order).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn how_long_events_took_is_measured_where_the_reader_was_there() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let mut stream = admin.subscribe().await;
    server.place().await;
    let order = stream.next().await.id;
    saw(&admin, &[&order]).await;
    assert_eq!(measured(&admin).await, 1);
    saw(&admin, &[&order]).await;
    assert_eq!(measured(&admin).await, 1);
    // Who came later took no time that the server could help.
    let _late = li.subscribe().await;
    saw(&li, &[&order]).await;
    assert_eq!(measured(&admin).await, 1);
}
