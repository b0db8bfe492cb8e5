//! Cursors that make no sense: each is answered with `reset`, on a stream that
//! goes on.

use crate::support::{Admin, Server, Stream};
use reqwest::Client;

/// What comes after that of the head is of the future.
fn nasty(head: &str) -> Vec<String> {
    let (epoch, _) = head.split_once(':').unwrap();
    let of_this_run = |seq: &str| format!("{epoch}:{seq}");
    let mut cursors: Vec<String> = [
        "nonsense",
        ":",
        "::",
        "1:",
        "0:1",
        "-1",
        "+-1",
        "1.5",
        "1e3",
        "0x1",
        "NaN",
        "null",
        "9999",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "00000000:1",
        "ffffffff:1",
        "0BADCAFE:1",
        "\u{e9}",
        "来单铃",
        "🛎",
        "1;2",
        "1,2",
        "' or 1=1",
        "\\u0000",
        "../../etc/passwd",
    ]
    .map(str::to_owned)
    .into();
    cursors.extend(
        [
            "2",
            "9999",
            "-1",
            "+1",
            "",
            " 1",
            "1 1",
            "1:1",
            "9223372036854775807",
            "9223372036854775808",
        ]
        .map(of_this_run),
    );
    cursors.push("9".repeat(8_000));
    cursors.push(of_this_run(&"0".repeat(8_000)) + "2");
    cursors
}

async fn is_reset(mut stream: Stream, cursor: &str) -> Stream {
    let reset = stream.any().await.expect("the stream ended");
    assert_eq!(reset.name, "reset", "{cursor}");
    assert_eq!(reset.json()["head"], stream.hello["head"], "{cursor}");
    stream
}

async fn by_query(server: &Server, admin: &Admin, query: &[(&str, &str)]) -> Stream {
    let request = Client::new()
        .get(server.at("/sse/subscribe"))
        .query(query)
        .header("cookie", &admin.cookie);
    Stream::open(request).await
}

#[tokio::test]
async fn any_nonsense_is_answered_with_reset_and_the_stream_goes_on() {
    let server = Server::start().await;
    let admin = server.admin().await;
    server.place().await;
    let head = admin.subscribe().await.hello["head"].clone();
    let head = head.as_str().unwrap();
    let mut streams = Vec::new();
    for cursor in nasty(head) {
        streams.push(is_reset(admin.resume(&cursor).await, &cursor).await);
        let stream = by_query(&server, &admin, &[("after", &cursor)]).await;
        streams.push(is_reset(stream, &cursor).await);
    }
    // What no header can hold.
    for cursor in ["\0", "1\0", "1\n", "\r\n\r\n", "\u{feff}1"] {
        let stream = by_query(&server, &admin, &[("after", cursor)]).await;
        streams.push(is_reset(stream, cursor).await);
    }
    server.place().await;
    for mut stream in streams {
        assert_eq!(stream.next().await.seq(), 2);
    }
}

#[tokio::test]
async fn no_cursor_is_now_and_the_last_of_several_counts() {
    let server = Server::start().await;
    let admin = server.admin().await;
    for _ in 0..3 {
        server.place().await;
    }
    let empty = by_query(&server, &admin, &[("after", "")]).await;
    let none = admin.subscribe().await;
    let several = by_query(
        &server,
        &admin,
        &[("after", "1"), ("x", "y"), ("after", "2")],
    )
    .await;
    let empty_header = admin.subscribe_at("/sse/subscribe?after=2", Some("")).await;
    // Bytes that are no text.
    let broken = admin
        .subscribe_at("/sse/subscribe?after=%ff%fe", None)
        .await;
    let broken = is_reset(broken, "%ff%fe").await;
    server.place().await;
    for (mut stream, first) in [
        (empty, 4),
        (none, 4),
        (several, 3),
        (empty_header, 3),
        (broken, 4),
    ] {
        assert_eq!(stream.next().await.seq(), first);
    }
}

#[tokio::test]
async fn a_customers_cursor_may_be_nonsense_too() {
    let server = Server::start().await;
    let order = server.place().await;
    let path = server.at(&format!("/sse/orders/{}", order["token"].as_str().unwrap()));
    for cursor in ["nonsense", "9999", "00000000:1"] {
        let request = Client::new().get(&path).header("last-event-id", cursor);
        let mut stream = is_reset(Stream::open(request).await, cursor).await;
        // The whole story, anew.
        assert_eq!(stream.next().await.name, "order");
    }
}
