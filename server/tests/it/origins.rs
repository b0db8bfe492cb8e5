//! Pages of other origins.

use crate::support::{Server, Stream, order};
use reqwest::{Client, Method, RequestBuilder, Response, StatusCode, header::HeaderMap};

const SCREEN: &str = "https://screen.example";

async fn server() -> Server {
    let origins = format!("{SCREEN},http://localhost:8080");
    Server::start_with(&["--allowed-origins", &origins]).await
}

/// A request as a browser sends it for a page of another origin.
fn from(origin: &str, method: Method, url: String) -> RequestBuilder {
    Client::new()
        .request(method, url)
        .header("origin", origin)
        .header("sec-fetch-site", "cross-site")
}

async fn preflight(server: &Server, origin: &str, path: &str) -> Response {
    from(origin, Method::OPTIONS, server.at(path))
        .header("access-control-request-method", "POST")
        .header(
            "access-control-request-headers",
            "content-type,authorization,idempotency-key",
        )
        .send()
        .await
        .unwrap()
}

fn is_allowed(headers: &HeaderMap, origin: &str) -> bool {
    let vary = headers.get_all("vary").iter();
    let vary: Vec<_> = vary.map(|names| names.to_str().unwrap()).collect();
    assert!(vary.join(",").contains("origin"), "{vary:?}");
    match headers.get("access-control-allow-origin") {
        None => false,
        Some(allowed) => {
            assert_eq!(allowed, origin);
            assert_eq!(headers["access-control-allow-credentials"], "true");
            true
        }
    }
}

#[tokio::test]
async fn a_page_of_an_allowed_origin_uses_the_api() {
    let server = server().await;
    let asked = preflight(&server, SCREEN, "/api/orders").await;
    assert_eq!(asked.status(), StatusCode::OK);
    assert!(is_allowed(asked.headers(), SCREEN));
    let listed = |name: &str| asked.headers()[name].to_str().unwrap().to_ascii_lowercase();
    for method in ["get", "post", "patch", "delete"] {
        assert!(listed("access-control-allow-methods").contains(method));
    }
    for header in ["authorization", "content-type", "idempotency-key"] {
        assert!(listed("access-control-allow-headers").contains(header));
    }
    let placed = from(SCREEN, Method::POST, server.at("/api/orders"));
    let placed = placed.json(&order()).send().await.unwrap();
    assert_eq!(placed.status(), StatusCode::CREATED);
    assert!(is_allowed(placed.headers(), SCREEN));
    // Why it was refused is for the page to read, too.
    let refused = from(SCREEN, Method::GET, server.at("/api/session"));
    let refused = refused.send().await.unwrap();
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    assert!(is_allowed(refused.headers(), SCREEN));
}

#[tokio::test]
async fn a_page_of_any_other_origin_is_never_named() {
    let server = server().await;
    for origin in [
        "null",
        "https://evil.example",
        "https://screen.example.evil.example",
        "https://screen.example:8443",
        "http://screen.example",
        "*",
    ] {
        let asked = preflight(&server, origin, "/api/orders").await;
        assert!(!is_allowed(asked.headers(), origin), "{origin}");
        let placed = from(origin, Method::POST, server.at("/api/orders"));
        let placed = placed.json(&order()).send().await.unwrap();
        assert_eq!(placed.status(), StatusCode::FORBIDDEN, "{origin}");
        assert!(!is_allowed(placed.headers(), origin), "{origin}");
        let read = from(origin, Method::GET, server.at("/api/menu"));
        let read = read.send().await.unwrap();
        assert!(!is_allowed(read.headers(), origin), "{origin}");
    }
    assert_eq!(server.place().await["number"], 1);
}

#[tokio::test]
async fn no_other_origin_is_allowed_unless_told() {
    let server = Server::start().await;
    let asked = preflight(&server, SCREEN, "/api/orders").await;
    assert!(!is_allowed(asked.headers(), SCREEN));
    let placed = from(SCREEN, Method::POST, server.at("/api/orders"));
    let placed = placed.json(&order()).send().await.unwrap();
    assert_eq!(placed.status(), StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn forms_and_pages_stay_with_their_own_origin() {
    let server = server().await;
    for path in ["/sign-in", "/language", "/admin/actions/load-desk"] {
        let posted = from(SCREEN, Method::POST, server.at(path));
        let posted = posted.body("").send().await.unwrap();
        assert_eq!(posted.status(), StatusCode::FORBIDDEN, "{path}");
        let headers = posted.headers();
        assert!(!headers.contains_key("access-control-allow-origin"));
    }
}

#[tokio::test]
async fn a_ticket_opens_a_stream_from_another_origin() {
    let server = server().await;
    let admin = server.admin().await;
    let url = server.at(&format!("/sse/subscribe?ticket={}", admin.ticket().await));
    let mut stream = Stream::open(from(SCREEN, Method::GET, url)).await;
    assert!(is_allowed(&stream.headers, SCREEN));
    server.place().await;
    assert_eq!(stream.next().await.name, "order");
    // The page says goodbye by a beacon, which has no header of ours: the
    // stream's own name is enough where the cookie comes along.
    let over = from(SCREEN, Method::POST, server.at("/sse/over"));
    let name = stream.hello["stream"].as_str().unwrap().to_owned();
    let over = over.header("cookie", &admin.cookie).body(name);
    let over = over.send().await.unwrap();
    assert_eq!(over.status(), StatusCode::NO_CONTENT);
    assert_eq!(stream.rest().await, []);
}
