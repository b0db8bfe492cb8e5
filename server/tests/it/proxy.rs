//! The server behind real proxies: nothing is held back, and the configurations
//! of deploy/ speak HTTP/2.

use crate::support::{PASSWORD, Proxy, Server, Stream};
use reqwest::Version;
use serde_json::json;

const NGINX: &str = include_str!("../../../deploy/nginx.conf");
const CADDY: &str = include_str!("../../../deploy/Caddyfile");

/// What nginx does when it is told nothing but where to.
const BARE_NGINX: &str = "
    server {
        listen 80;
        location / { proxy_pass http://127.0.0.1:3000; }
    }
";

/// The same for Caddy.
const BARE_CADDY: &str = "shop.example {
    reverse_proxy 127.0.0.1:3000
}";

/// As much of it as there is: by itself nginx leaves streams alone.
const GZIP: &str = "gzip on; gzip_types *; gzip_proxied any; gzip_min_length 0;";

/// A server whose streams say nothing but what is waited for: a proxy that
/// fills a buffer first would wait for ever.
async fn server() -> Server {
    Server::start_with(&["--trusted-proxies", "127.0.0.1", "--heartbeat", "600"]).await
}

#[tokio::test]
async fn nothing_is_held_back_by_nginx_as_it_comes() {
    let server = server().await;
    let nginx = Proxy::nginx(BARE_NGINX, &server).await;
    let stream = events_come_at_once(&server, &nginx).await;
    assert!(!stream.headers.contains_key("content-encoding"));
    let gzip = format!("{GZIP} {BARE_NGINX}");
    let nginx = Proxy::nginx(&gzip, &server).await;
    let stream = events_come_at_once(&server, &nginx).await;
    assert_eq!(stream.headers["content-encoding"], "gzip");
}

#[tokio::test]
async fn nothing_is_held_back_by_caddy_as_it_comes() {
    let server = server().await;
    let caddy = Proxy::caddy(BARE_CADDY, &server).await;
    events_come_at_once(&server, &caddy).await;
}

#[tokio::test]
async fn our_nginx_holds_nothing_back_and_speaks_http2() {
    let server = server().await;
    let nginx = Proxy::nginx(NGINX, &server).await;
    let stream = events_come_at_once(&server, &nginx).await;
    assert!(
        stream.headers["server"]
            .to_str()
            .unwrap()
            .starts_with("nginx")
    );
    it_is_http2_and_secure(&nginx).await;
}

#[tokio::test]
async fn our_caddy_holds_nothing_back_and_speaks_http2() {
    let server = server().await;
    let caddy = Proxy::caddy(CADDY, &server).await;
    let stream = events_come_at_once(&server, &caddy).await;
    assert_eq!(stream.headers["server"], "Caddy");
    it_is_http2_and_secure(&caddy).await;
}

/// Follows the back office and an order through a proxy; the stream of the back
/// office.
async fn events_come_at_once(server: &Server, proxy: &Proxy) -> Stream {
    let admin = server.admin().await.through(&proxy.url);
    let mut stream = admin.subscribe().await;
    assert_eq!(stream.hello["user"], "admin");
    let order = server.place().await;
    assert_eq!(stream.next().await.json()["token"], order["token"]);
    let token = order["token"].as_str().unwrap();
    let mut progress = Stream::open(proxy.get(&format!("/sse/orders/{token}"))).await;
    assert_eq!(progress.next().await.name, "order");
    admin.change(&order, "accepted").await;
    assert_eq!(progress.next().await.name, "change");
    stream
}

/// The server knows that the visitor came by TLS.
async fn it_is_http2_and_secure(proxy: &Proxy) {
    let answer = proxy.get("/api/menu").send().await.unwrap();
    assert_eq!(answer.version(), Version::HTTP_2);
    let login = json!({"username": "admin", "password": PASSWORD});
    let request = proxy.post("/api/session").json(&login);
    let answer = request.send().await.unwrap();
    let cookie = answer.headers()["set-cookie"].to_str().unwrap();
    assert!(cookie.contains("; Secure"), "{cookie}");
}
