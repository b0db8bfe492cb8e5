//! Who may do what.

use crate::support::Server;
use reqwest::{Client, Method, StatusCode, redirect::Policy};
use serde_json::{Value, json};

#[tokio::test]
async fn nothing_of_the_back_office_answers_without_a_session() {
    let server = Server::start().await;
    let routes = [
        (Method::GET, "/api/orders"),
        (Method::PATCH, "/api/orders/1"),
        (Method::GET, "/api/session"),
        (Method::GET, "/sse/subscribe"),
        (Method::POST, "/sse/over"),
        (Method::POST, "/sse/push"),
        (Method::GET, "/sse/connections"),
        (Method::DELETE, "/sse/connections"),
        (
            Method::DELETE,
            "/sse/connections/0123456789abcdef0123456789abcdef",
        ),
        (Method::POST, "/api/tickets"),
        (Method::POST, "/api/seen"),
        (Method::GET, "/metrics"),
        (Method::GET, "/api/pushes/1"),
        (Method::POST, "/admin/actions/change-order"),
        (Method::POST, "/admin/actions/load-desk"),
    ];
    for (method, path) in routes {
        for (name, value) in [
            ("x-nothing", ""),
            (
                "cookie",
                "orderbell_session=0123456789abcdef0123456789abcdef",
            ),
            ("authorization", "Bearer 0123456789abcdef0123456789abcdef"),
        ] {
            let request = Client::new()
                .request(method.clone(), server.at(path))
                .header(name, value);
            let body = json!({"order": 1, "to": "accepted", "status": "accepted", "version": 1, "text": "hi"});
            let request = request.json(&body);
            let status = request.send().await.unwrap().status();
            assert_eq!(status, StatusCode::UNAUTHORIZED, "{method} {path} {name}");
        }
    }
    let client = Client::builder().redirect(Policy::none()).build().unwrap();
    let page = client.get(server.at("/admin")).send().await.unwrap();
    assert_eq!(page.status(), StatusCode::FOUND);
    assert_eq!(page.headers()["location"], "/sign-in");
}

#[tokio::test]
async fn a_session_opens_by_password_and_ends_by_signing_out() {
    let server = Server::start().await;
    for (username, password) in [("admin", "wrong"), ("nobody", "noodles-2026"), ("", "")] {
        let login = json!({"username": username, "password": password});
        let answer = server.post("/api/session", &login).await;
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
        assert!(!answer.headers().contains_key("set-cookie"));
    }
    let admin = server.admin().await;
    let user: Value = admin.get("/api/session").await.json().await.unwrap();
    assert_eq!(
        (user["name"].as_str(), user["role"].as_str()),
        (Some("admin"), Some("owner"))
    );
    let mut stream = admin.subscribe().await;
    let answer = admin.sign_out().await;
    assert_eq!(answer.status(), StatusCode::NO_CONTENT);
    // The user's streams end with the session.
    assert_eq!(stream.rest().await, []);
    assert_eq!(
        admin.get("/api/session").await.status(),
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn the_sessions_cookie_is_for_the_browser_alone() {
    let server = Server::start().await;
    let login = json!({"username": "admin", "password": "noodles-2026"});
    let answer = server.post("/api/session", &login).await;
    let cookie = answer.headers()["set-cookie"].to_str().unwrap();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    assert!(!cookie.contains("Secure"));
    // What a proxy says counts only where it is trusted.
    let trusting = Server::start_with(&["--trusted-proxies", "127.0.0.1"]).await;
    let request = Client::new().post(trusting.at("/api/session")).json(&login);
    let answer = request
        .header("x-forwarded-proto", "https")
        .send()
        .await
        .unwrap();
    assert!(
        answer.headers()["set-cookie"]
            .to_str()
            .unwrap()
            .contains("; Secure")
    );
}

#[tokio::test]
async fn a_token_works_as_a_bearers() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let (_, token) = admin.cookie.split_once('=').unwrap();
    let request = Client::new().get(server.at("/api/session"));
    let answer = request.bearer_auth(token).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
}

#[tokio::test]
async fn pages_of_other_sites_change_nothing() {
    let server = Server::start().await;
    for (name, value) in [
        ("origin", "https://evil.example"),
        ("sec-fetch-site", "cross-site"),
    ] {
        let request = Client::new()
            .post(server.at("/api/orders"))
            .header(name, value);
        let answer = request.json(&crate::support::order()).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    }
    assert_eq!(server.place().await["number"], 1);
}

#[tokio::test]
async fn a_stream_is_ended_by_its_owner_alone() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let mut stream = admin.subscribe().await;
    let name = stream.hello["stream"].as_str().unwrap().to_owned();
    let answer = li.post_text("/sse/over", name.clone()).await;
    assert_eq!(answer.status(), StatusCode::NO_CONTENT);
    assert_eq!(admin.connections().await, 1);
    let answer = admin.post_text("/sse/over", name).await;
    assert_eq!(answer.status(), StatusCode::NO_CONTENT);
    assert_eq!(admin.connections().await, 0);
    assert_eq!(stream.rest().await, []);
}
