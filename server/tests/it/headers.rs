//! What answers say to browsers beside what they answer.

use crate::support::{Server, client::client};
use reqwest::{Response, header::HeaderMap};
use serde_json::json;

const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'";

fn policy(headers: &HeaderMap) -> &str {
    let policies: Vec<_> = headers.get_all("content-security-policy").iter().collect();
    assert_eq!(policies.len(), 1);
    policies[0].to_str().unwrap()
}

/// The nonce of a page, which may run nothing but what has it.
async fn nonce(page: Response) -> String {
    assert!(
        page.headers()["content-type"]
            .to_str()
            .unwrap()
            .starts_with("text/html")
    );
    let policy = policy(page.headers()).to_owned();
    for part in [
        "default-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data: blob:",
        "manifest-src 'self'",
        "worker-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    ] {
        assert!(policy.split("; ").any(|it| it == part), "{part}: {policy}");
    }
    for hole in ["unsafe-inline", "'unsafe-eval'", "*", "http:", "ws:"] {
        assert!(!policy.contains(hole), "{hole}: {policy}");
    }
    let (_, rest) = policy.split_once("script-src 'self' 'nonce-").unwrap();
    let (nonce, rest) = rest.split_once('\'').unwrap();
    assert!(nonce.len() >= 22, "{nonce}");
    assert!(rest.starts_with(" 'wasm-unsafe-eval';"), "{policy}");
    let html = page.text().await.unwrap();
    // Each script of the page has it, and nothing else in it would have to run.
    let with_nonce = format!("nonce=\"{nonce}\"");
    let scripts: Vec<_> = html.split("<script").skip(1).collect();
    assert!(!scripts.is_empty(), "{html}");
    for script in scripts {
        let (tag, _) = script.split_once('>').unwrap();
        assert!(tag.contains(&with_nonce), "<script{tag}>");
    }
    for hole in ["<style", " style=\"", " onclick=", "javascript:"] {
        assert!(!html.contains(hole), "{hole}: {html}");
    }
    nonce.to_owned()
}

#[tokio::test]
async fn every_page_runs_its_own_scripts_alone() {
    let server = Server::start().await;
    let (admin, order) = (server.admin().await, server.place().await);
    let token = order["token"].as_str().unwrap();
    let form = |path, body: &'static str| {
        let request = client().post(server.at(path)).body(body);
        let request = request.header("accept", "text/html");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        async move { request.send().await.unwrap() }
    };
    let pages = [
        server.get("/").await,
        server.get("/").await,
        server.get(&format!("/orders/{token}")).await,
        server.get("/sign-in").await,
        server.get("/nothing").await,
        server.get("/orders/0000").await,
        admin.get("/admin").await,
        admin.get("/admin/menu/dishes/1").await,
        form("/order", "name=Li").await,
        form("/sign-in", "username=li&password=wrong").await,
    ];
    let mut nonces = Vec::new();
    for page in pages {
        let permissions = page.headers()["permissions-policy"].to_str().unwrap();
        for feature in [
            "camera=()",
            "microphone=()",
            "geolocation=()",
            "payment=()",
            "usb=()",
        ] {
            assert!(permissions.contains(feature), "{permissions}");
        }
        for feature in [
            "autoplay=(self)",
            "fullscreen=(self)",
            "screen-wake-lock=(self)",
        ] {
            assert!(permissions.contains(feature), "{permissions}");
        }
        nonces.push(nonce(page).await);
    }
    let count = nonces.len();
    nonces.sort();
    nonces.dedup();
    assert_eq!(nonces.len(), count, "a nonce came twice");
}

#[tokio::test]
async fn what_is_no_page_may_load_nothing() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let answers = [
        server.get("/api/menu").await,
        server.get("/api/orders/0000").await,
        server.get("/api/session").await,
        server.get("/pkg/nothing.js").await,
        server.get("/healthz").await,
        server.post("/api/session", &json!({})).await,
        admin.post("/sse/push", &json!({"text": "hi"})).await,
        admin.get("/metrics").await,
    ];
    for answer in answers {
        assert_eq!(policy(answer.headers()), NOTHING, "{}", answer.url());
        assert!(!answer.headers().contains_key("permissions-policy"));
    }
    assert_eq!(policy(&admin.subscribe().await.headers), NOTHING);
    // A server function is no page, though it is drawn with the same things.
    let function = admin
        .post_text("/admin/actions/load-desk", String::new())
        .await;
    assert_eq!(policy(function.headers()), NOTHING);
}

#[tokio::test]
async fn who_came_by_tls_stays_with_it() {
    let told = |answer: &Response| {
        let header = answer.headers().get("strict-transport-security");
        header.map(|value| value.to_str().unwrap().to_owned())
    };
    let year = Some("max-age=31536000".to_owned());
    let server = Server::start_with(&["--tls-self-signed"]).await;
    for path in ["/", "/api/menu", "/pkg/nothing.js", "/nothing"] {
        assert_eq!(told(&server.get(path).await), year, "{path}");
    }
    // Told over plain HTTP anybody on the way could have said it.
    let server = Server::start().await;
    let proxied = Server::start_with(&["--trusted-proxies", "127.0.0.1"]).await;
    for (server, proto, expected) in [
        (&server, "http", None),
        (&server, "https", None),
        (&proxied, "http", None),
        (&proxied, "https", year),
    ] {
        let request = client()
            .get(server.at("/"))
            .header("x-forwarded-proto", proto);
        assert_eq!(told(&request.send().await.unwrap()), expected, "{proto}");
    }
}

#[tokio::test]
async fn pages_and_files_that_are_asked_for_together_keep_their_own_headers() {
    const ROUNDS: usize = 40;
    let site = concat!(env!("CARGO_MANIFEST_DIR"), "/../public");
    let server = Server::start_with(&["--site", site]).await;
    let admin = server.admin().await;
    for _ in 0..ROUNDS {
        let asked = (0..8).map(|_| async {
            let (page, way, icon) = tokio::join!(
                admin.get("/admin"),
                server.accept_page("/admin"),
                server.get("/favicon.svg"),
            );
            assert!(
                policy(page.headers()).contains("nonce"),
                "{:?}",
                page.headers()
            );
            assert_eq!(way.location, "/sign-in");
            assert_eq!(icon.headers()["content-type"], "image/svg+xml");
            assert!(policy(icon.headers()).starts_with("default-src 'none'"));
        });
        futures::future::join_all(asked).await;
    }
}
