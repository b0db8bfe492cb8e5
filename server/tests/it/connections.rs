//! Who is there, and ending that.

use crate::support::Server;
use reqwest::StatusCode;
use serde_json::{Value, json};

#[tokio::test]
async fn the_list_tells_who_is_there_on_which_streams() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let first = admin.subscribe().await;
    let _others = (li.subscribe().await, li.subscribe().await);
    let list: Value = li.get("/sse/connections").await.json().await.unwrap();
    assert_eq!(list["count"], 3);
    let users = json!([
        {"name": "admin", "streams": 1, "pages": 1, "devices": 1},
        {"name": "li", "streams": 2, "pages": 2, "devices": 2},
    ]);
    assert_eq!(list["users"], users);
    let oldest = &list["connections"][0];
    assert_eq!(oldest["user"], "admin");
    assert_eq!(oldest["stream"], first.hello["stream"]);
    assert_eq!(oldest["address"], "127.0.0.1");
    assert!(oldest["since"].as_str().unwrap().ends_with('Z'));
    // What opens a session, or says which it is, is nobody's to see.
    let told: Vec<_> = oldest.as_object().unwrap().keys().collect();
    assert_eq!(
        told,
        [
            "address", "agent", "device", "pages", "since", "stream", "user"
        ]
    );
}

#[tokio::test]
async fn an_owner_ends_all_streams_of_a_user() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let stays = admin.subscribe().await;
    let mut streams = [li.subscribe().await, li.subscribe().await];
    let answer = admin.delete("/sse/connections?user=LI").await;
    assert_eq!(answer.json::<Value>().await.unwrap(), json!({"ended": 2}));
    for stream in &mut streams {
        let over = stream.named("over").await;
        assert_eq!(over.json()["by"], "admin");
        // A browser waits before it comes back.
        let retry = over.json()["retry"].as_u64();
        assert!(retry >= Some(30_000) && retry == stream.retry);
        assert_eq!(stream.any().await, None);
    }
    assert_eq!(admin.connections().await, 1);
    drop(stays);
    // It was a stream that ended, not the session.
    li.subscribe().await;
}

#[tokio::test]
async fn staff_end_their_own_streams_alone() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let (foreign, mut own) = (admin.subscribe().await, li.subscribe().await);
    let path = |name: &Value| format!("/sse/connections/{}", name.as_str().unwrap());
    for refused in [
        path(&foreign.hello["stream"]),
        "/sse/connections?user=admin".to_owned(),
    ] {
        let answer = li.delete(&refused).await;
        assert_eq!(answer.status(), StatusCode::FORBIDDEN, "{refused}");
    }
    let own_path = path(&own.hello["stream"]);
    let answer = li.delete(&own_path).await;
    assert_eq!(answer.json::<Value>().await.unwrap(), json!({"ended": 1}));
    assert_eq!(own.rest().await, []);
    assert_eq!(admin.connections().await, 1);
    assert_eq!(li.delete(&own_path).await.status(), StatusCode::NOT_FOUND);
    let nobody = li.delete("/sse/connections").await;
    assert_eq!(nobody.status(), StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_pages_of_a_browser_are_counted_as_pages_of_one_device() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut holder = admin
        .subscribe_at("/sse/subscribe?device=tablet", None)
        .await;
    let _other = admin
        .subscribe_at("/sse/subscribe?device=tablet", None)
        .await;
    let stream = holder.hello["stream"].clone();
    let said = json!({"stream": stream, "pages": 7});
    let answer = admin.post("/sse/pages", &said).await;
    assert_eq!(answer.status(), StatusCode::NO_CONTENT);
    let list: Value = admin.get("/sse/connections").await.json().await.unwrap();
    assert_eq!(
        (&list["count"], &list["pages"], &list["devices"]),
        (&json!(2), &json!(8), &json!(1))
    );
    // Everybody is told.
    while holder.named("presence").await.json()["pages"] != 8 {}

    // Of another's stream nothing is noted.
    server.add_user("li").await;
    let li = server.sign_in("li").await;
    let said = json!({"stream": stream, "pages": 50});
    assert_eq!(
        li.post("/sse/pages", &said).await.status(),
        StatusCode::NO_CONTENT
    );
    let list: Value = admin.get("/sse/connections").await.json().await.unwrap();
    assert_eq!(list["pages"], 8);
    let nobody = server.post("/sse/pages", &said).await;
    assert_eq!(nobody.status(), StatusCode::UNAUTHORIZED);
    let unreadable = admin.post("/sse/pages", &json!({"pages": "many"})).await;
    assert!(unreadable.status().is_client_error());
}
