//! Streams that have lasted for their time.

use crate::support::Server;

#[tokio::test]
async fn a_stream_that_ends_for_its_age_is_resumed_without_a_loss() {
    const MESSAGES: i64 = 60;
    const STREAMS: i64 = 4;
    let server = Server::start_with(&["--stream-lifetime", "0.5"]).await;
    let admin = server.admin().await;
    let first = admin.subscribe().await;
    let head = first.hello["head"].as_str().unwrap().to_owned();
    let published = async {
        // So many while each stream is open, however slow the machine is.
        let mut pace = first;
        for _ in 0..STREAMS {
            for _ in 0..MESSAGES / STREAMS {
                admin.push(None, "hi").await;
            }
            pace.rest().await;
            pace = admin.subscribe().await;
        }
    };
    let read = async {
        let (mut seqs, mut cursor, mut ended) = (Vec::new(), head, 0);
        while seqs.last() != Some(&MESSAGES) {
            let mut stream = admin.resume(&cursor).await;
            seqs.extend(stream.rest().await.iter().map(|event| event.seq()));
            assert!((1000..=3000).contains(&stream.retry.unwrap()));
            cursor = stream.last_id().to_owned();
            ended += 1;
        }
        (seqs, ended)
    };
    let ((), (seqs, ended)) = tokio::join!(published, read);
    assert_eq!(seqs, (1..=MESSAGES).collect::<Vec<_>>());
    assert!(ended > 1, "the stream never ended");
}

#[tokio::test]
async fn a_customers_stream_ends_for_its_age_and_goes_on() {
    let server = Server::start_with(&["--stream-lifetime", "0.5"]).await;
    let admin = server.admin().await;
    let order = server.place().await;
    let token = order["token"].as_str().unwrap();
    let mut stream = server.follow(token).await;
    assert_eq!(stream.rest().await.len(), 1);
    let cursor = stream.last_id().to_owned();
    admin.change(&order, "accepted").await;
    let mut stream = server.follow_after(token, &cursor).await;
    assert_eq!(stream.next().await.name, "change");
}
