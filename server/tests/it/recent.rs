//! The newest events come from memory, older ones from the log, and nobody can
//! tell by what is sent.

use crate::support::{Server, Stream};

/// The log is changed behind the server's back: whose data is this now comes
/// from the log, the rest from memory.
const MARK: &str = r#"update events set data = '"log"' where name = 'order'"#;

/// How many of the next events, which must be of consecutive numbers, come from
/// the log, before those that do not.
async fn from_log(stream: &mut Stream, first: i64, last: i64) -> usize {
    let mut from_log = Vec::new();
    for seq in first..=last {
        let event = stream.next().await;
        assert_eq!(event.seq(), seq);
        from_log.push(event.data == "\"log\"");
    }
    assert!(from_log.is_sorted_by(|a, b| a >= b), "back to the log");
    from_log.iter().filter(|is| **is).count()
}

#[tokio::test]
async fn who_was_gone_for_a_moment_costs_no_read_of_the_log() {
    let mut server = Server::start_with(&["--recent-events", "200"]).await;
    let admin = server.admin().await;
    for _ in 0..600 {
        server.place().await;
    }
    server.database().await.run(MARK).await;
    for (after, expected) in [(600, 0), (599, 0), (400, 0), (399, 201), (0, 512)] {
        let path = format!("/sse/subscribe?after={after}");
        let mut stream = admin.subscribe_at(&path, None).await;
        assert_eq!(
            from_log(&mut stream, after + 1, 600).await,
            expected,
            "{after}"
        );
    }
    // After a restart all is in the log.
    server.terminate().await;
    server.restart().await;
    let mut stream = admin.subscribe_at("/sse/subscribe?after=550", None).await;
    assert_eq!(from_log(&mut stream, 551, 600).await, 50);
}

#[tokio::test]
async fn memory_tells_nobody_what_is_not_for_them() {
    let server = Server::start_with(&["--heartbeat", "0.2"]).await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let mut witness = admin.subscribe().await;
    admin.push(Some("admin"), "for admin").await;
    let brief = serde_json::json!({"to": null, "text": "brief", "expires_in": 1});
    admin.post("/sse/push", &brief).await;
    admin.push(Some("li"), "for li").await;
    let mut told = witness.named("psh").await;
    while told.json()["text"] != "brief" {
        told = witness.named("psh").await;
    }
    // Until its time is over by the server's clock.
    let end = told.json()["expires_at"].as_str().unwrap().to_owned();
    while witness.named("tick").await.json()["time"].as_str().unwrap() <= end.as_str() {}
    server.place().await;
    let mut stream = li.subscribe_at("/sse/subscribe?after=0", None).await;
    assert_eq!(stream.next().await.json()["text"], "for li");
    assert_eq!(stream.next().await.name, "order");
}
