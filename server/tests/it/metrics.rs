//! What the server says of itself to those who run it: each metric that the docs
//! name is there, moves when what it counts happens, and is named in the docs.

use crate::support::{Admin, Server, SlowReader, client::client, order};
use reqwest::StatusCode;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// What the docs say of the metrics.
const DOCS: &str = include_str!("../../../docs/operations.md");

/// The values, by name and labels.
pub(crate) type Samples = BTreeMap<String, f64>;

pub(crate) async fn samples(owner: &Admin) -> Samples {
    let answer = owner.get("/metrics").await;
    assert_eq!(answer.status(), StatusCode::OK);
    let kind = answer.headers()["content-type"].to_str().unwrap();
    assert!(kind.starts_with("text/plain; version=0.0.4"), "{kind}");
    let text = answer.text().await.unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let samples = lines.map(|line| {
        let (name, value) = line.rsplit_once(' ').unwrap();
        (name.to_owned(), value.parse().unwrap())
    });
    samples.collect()
}

/// The metric that a sample belongs to.
fn metric(sample: &str) -> &str {
    let name = sample.split('{').next().unwrap();
    let parts = ["_bucket", "_sum", "_count"];
    let whole = parts.iter().find_map(|part| name.strip_suffix(part));
    whole.unwrap_or(name)
}

/// The metrics of which a sample is another than before.
fn moved<'a>(before: &Samples, after: &'a Samples) -> BTreeSet<&'a str> {
    let moved = after
        .iter()
        .filter(|(name, value)| before.get(*name) != Some(value));
    moved.map(|(name, _)| metric(name)).collect()
}

#[tokio::test]
async fn every_metric_of_the_docs_is_there_and_moves() {
    let options = ["--max-streams-per-address", "3", "--channel-capacity", "2"];
    let server = Server::start_with(&options).await;
    let admin = server.admin().await;
    let before = samples(&admin).await;

    // A reader that is told all, and says what it has shown.
    let mut stream = admin.subscribe().await;
    server.place().await;
    let seen = json!({"seen": [{"id": stream.next().await.id}]});
    admin.post("/api/seen", &seen).await;
    // One that can't be told any more what it missed, one that is too slow, and
    // one too many.
    let mut lost = admin.resume("0badc0de:1").await;
    lost.named("reset").await;
    let mut slow = SlowReader::connect(&server.url, "/sse/subscribe", &admin.cookie).await;
    let refused = admin.get("/sse/subscribe").await;
    assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    admin.push_many(300, &"慢".repeat(1000)).await;
    slow.read_seqs(300).await;
    let with_readers = samples(&admin).await;
    let open = r#"orderbell_streams_open{feed="desk"}"#;
    assert_eq!(with_readers[open], 3.0);
    drop(lost);
    while samples(&admin).await[open] != 2.0 {}
    // A database that can't be written, and writes that wait for it.
    let mut database = server.database().await;
    database.run("begin immediate").await;
    let (first, second) = (order(), order());
    let watching = async {
        let waiting = loop {
            let now = samples(&admin).await;
            if now["orderbell_writer_queue"] > 0.0 {
                break now;
            }
        };
        database.run("rollback").await;
        waiting
    };
    let (_, _, waiting) = tokio::join!(
        server.post("/api/orders", &first),
        server.post("/api/orders", &second),
        watching,
    );
    // And one that somebody has broken.
    database.run("alter table order_lines rename to lost").await;
    let refused = server.post("/api/orders", &order()).await;
    assert_eq!(refused.status(), StatusCode::SERVICE_UNAVAILABLE);
    let after = samples(&admin).await;

    let there: BTreeSet<_> = after.keys().map(|name| metric(name)).collect();
    let documented: BTreeSet<_> = DOCS
        .lines()
        .filter_map(|line| line.strip_prefix("| `orderbell_"))
        .map(|line| line.split(['`', '{']).next().unwrap())
        .collect();
    let names: BTreeSet<_> = there
        .iter()
        .map(|name| name.trim_start_matches("orderbell_"))
        .collect();
    assert_eq!(names, documented, "the docs say otherwise");
    let mut moving = moved(&before, &after);
    moving.extend(moved(&before, &with_readers));
    moving.extend(moved(&before, &waiting));
    let still: Vec<_> = there.difference(&moving).collect();
    assert_eq!(still, Vec::<&&str>::new(), "nothing moved these");
}

#[tokio::test]
async fn the_metrics_are_for_owners_and_programs() {
    let server = Server::start().await;
    server.add_user("li").await;
    let li = server.sign_in("li").await;
    assert_eq!(li.get("/metrics").await.status(), StatusCode::FORBIDDEN);
    let key = server.command(&["key", "add", "prometheus"]).await;
    let request = client().get(server.at("/metrics")).bearer_auth(key.trim());
    assert_eq!(request.send().await.unwrap().status(), StatusCode::OK);
}

#[tokio::test]
async fn a_server_that_can_not_write_lives_and_is_not_ready() {
    let mut server = Server::start().await;
    let status = async |path| server.get(path).await.status();
    assert_eq!(status("/healthz").await, StatusCode::NO_CONTENT);
    assert_eq!(status("/readyz").await, StatusCode::NO_CONTENT);
    let mut database = server.database().await;
    database.run("begin immediate").await;
    assert_eq!(status("/readyz").await, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(status("/healthz").await, StatusCode::NO_CONTENT);
    database.run("rollback").await;
    assert_eq!(status("/readyz").await, StatusCode::NO_CONTENT);
    server.terminate().await;
}
