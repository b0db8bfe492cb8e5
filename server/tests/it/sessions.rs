//! Ends of sessions: whatever ends them ends their streams.

use crate::support::{Server, Stream};
use futures::future::{join, join_all};
use reqwest::StatusCode;
use serde_json::{Value, json};

/// A server that soon notices what another process did.
async fn attentive() -> Server {
    let server = Server::start_with(&["--heartbeat", "0.2"]).await;
    server.add_user("li").await;
    server
}

async fn sign_in(server: &Server, name: &str, password: &str) -> StatusCode {
    let login = json!({"username": name, "password": password});
    server.post("/api/session", &login).await.status()
}

/// The stream ends, and its reader is told when to come back.
async fn ends(stream: &mut Stream) {
    let asked_to_wait = stream.retry.take();
    assert!(asked_to_wait.is_some());
    assert_eq!(stream.rest().await, []);
    assert!(stream.retry.is_some());
}

#[tokio::test]
async fn signing_out_ends_the_users_streams_and_the_other_session_comes_back() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (phone, tablet) = (server.admin().await, server.admin().await);
    let li = server.sign_in("li").await;
    let (mut one, mut other) = (phone.subscribe().await, tablet.subscribe().await);
    let mut stays = li.subscribe().await;
    phone.sign_out().await;
    ends(&mut one).await;
    ends(&mut other).await;
    let refused = phone.get("/sse/subscribe").await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    let mut back = tablet.resume(other.last_id()).await;
    server.place().await;
    assert_eq!(back.next().await.name, "order");
    assert_eq!(stays.next().await.name, "order");
}

#[tokio::test]
async fn a_stream_that_is_opened_while_its_user_signs_out_ends_too() {
    // So long that nothing passes by waiting for it.
    let server = Server::start_with(&["--heartbeat", "120"]).await;
    for _ in 0..10 {
        let admin = server.admin().await;
        let opened = join_all((0..16).map(|_| admin.try_resume("0")));
        let (opened, _) = join(opened, admin.sign_out()).await;
        for mut stream in opened.into_iter().flatten() {
            stream.rest().await;
        }
    }
}

#[tokio::test]
async fn who_signs_out_while_catching_up_is_told_no_more() {
    const MESSAGES: usize = 4_000;
    let server = Server::start().await;
    let (admin, other) = (server.admin().await, server.admin().await);
    // More than all buffers on the way hold.
    let text = "慢".repeat(1000);
    let pushes = (0..8).map(|_| async {
        for _ in 0..MESSAGES / 8 {
            admin.push(None, &text).await;
        }
    });
    join_all(pushes).await;
    let mut stream = other.resume("0").await;
    other.sign_out().await;
    let told = stream.rest().await.len();
    assert!(told < MESSAGES, "{told}");
}

#[tokio::test]
async fn a_new_password_ends_the_sessions_of_the_old_one() {
    let server = attentive().await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let (mut stays, mut ended) = (admin.subscribe().await, li.subscribe().await);
    let change = ["user", "password", "LI"];
    server.command_with_password(&change, "soup-2026").await;
    ends(&mut ended).await;
    let refused = li.get("/sse/subscribe").await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(
        sign_in(&server, "li", "noodles-2026").await,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(
        sign_in(&server, "li", "soup-2026").await,
        StatusCode::CREATED
    );
    server.place().await;
    assert_eq!(stays.next().await.name, "order");
}

#[tokio::test]
async fn a_disabled_user_is_out_until_enabled() {
    let server = attentive().await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let mut ended = li.subscribe().await;
    server.command(&["user", "disable", "li"]).await;
    ends(&mut ended).await;
    let refused = li.get("/sse/subscribe").await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(
        sign_in(&server, "li", "noodles-2026").await,
        StatusCode::UNAUTHORIZED
    );
    let push = json!({"to": "li", "text": "hi"});
    let unknown = admin.post("/sse/push", &push).await;
    assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
    server.command(&["user", "enable", "li"]).await;
    // What ended stays so: the user signs in anew.
    let refused = li.get("/sse/subscribe").await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    server.sign_in("li").await.subscribe().await;
}

#[tokio::test]
async fn a_session_that_grew_too_old_ends_its_streams() {
    let server = attentive().await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let (mut stays, mut ended) = (admin.subscribe().await, li.subscribe().await);
    let aged = "update sessions set expires_at = 1 where user_id = (select id from users where name = 'li')";
    server.database().await.run(aged).await;
    ends(&mut ended).await;
    let refused = li.get("/sse/subscribe").await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    server.place().await;
    assert_eq!(stays.next().await.name, "order");
}

#[tokio::test]
async fn users_that_do_not_exist_cannot_be_changed() {
    let server = Server::start().await;
    for command in ["password", "disable", "enable"] {
        let said = server.refused_command(&["user", command, "nobody"]).await;
        assert!(said.contains("there is no such user"), "{said}");
    }
    let admin: Value = server
        .admin()
        .await
        .get("/api/session")
        .await
        .json()
        .await
        .unwrap();
    assert_eq!(admin["name"], "admin");
}
