//! The server behind a real nginx: nothing is held back.

use crate::support::{Server, Stream, nginx::Nginx};
use std::fs;

/// What nginx does when it is told nothing but where to.
const BARE: &str = "
    server {
        listen 80;
        location / { proxy_pass http://127.0.0.1:3000; }
    }
";

/// As much of it as there is: by itself nginx leaves streams alone.
const GZIP: &str = "gzip on; gzip_types *; gzip_proxied any; gzip_min_length 0;";

#[tokio::test]
async fn nothing_is_held_back_by_nginx_as_it_comes() {
    events_come_at_once(BARE, "").await;
    events_come_at_once(BARE, GZIP).await;
}

#[tokio::test]
async fn nothing_is_held_back_by_nginx_as_we_advise() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../deploy/nginx.conf");
    let advised = fs::read_to_string(path).unwrap();
    events_come_at_once(&advised, "").await;
    events_come_at_once(&advised, GZIP).await;
}

/// Nothing but what is waited for flows: a proxy that fills a buffer first
/// would wait for ever.
async fn events_come_at_once(configuration: &str, gzip: &str) {
    let options = ["--trusted-proxies", "127.0.0.1", "--heartbeat", "600"];
    let server = Server::start_with(&options).await;
    let nginx = Nginx::start(&format!("{gzip} {configuration}"), &server).await;
    let admin = server.admin().await.through(&nginx.url);
    let mut stream = admin.subscribe().await;
    assert_eq!(
        stream.headers["server"].to_str().unwrap().split('/').next(),
        Some("nginx")
    );
    assert_eq!(
        stream.headers.contains_key("content-encoding"),
        !gzip.is_empty()
    );
    assert_eq!(stream.hello["user"], "admin");
    let order = server.place().await;
    assert_eq!(stream.next().await.json()["token"], order["token"]);
    let token = order["token"].as_str().unwrap();
    let request = nginx.get(&format!("/sse/orders/{token}"));
    let mut progress = Stream::open(request).await;
    assert_eq!(progress.next().await.name, "order");
    admin.change(&order, "accepted").await;
    assert_eq!(progress.next().await.name, "change");
}
