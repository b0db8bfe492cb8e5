//! Who has an order's page open.

use crate::support::{Admin, Server, order};
use reqwest::StatusCode;
use serde_json::{Value, json};

/// Says that a page has the order open, or not any more; gives the others.
async fn note(admin: &Admin, order: &Value, body: Value) -> Value {
    let path = format!("/api/orders/{}/viewers", order["id"]);
    let answer = admin.post(&path, &body).await;
    assert_eq!(answer.status(), StatusCode::OK);
    answer.json::<Value>().await.unwrap()["others"].take()
}

#[tokio::test]
async fn a_page_that_says_it_is_open_is_shown_to_others() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let order: Value = server
        .post("/api/orders", &order())
        .await
        .json()
        .await
        .unwrap();
    let page = json!({"page": "page-of-li"});
    assert_eq!(note(&li, &order, page.clone()).await, json!([]));
    let path = format!("/admin/orders/{}", order["id"]);
    let shown = admin.page(&path).await.page;
    assert!(shown.contains("li has this order open."), "{shown}");
    assert!(!li.page(&path).await.page.contains("this order open"));
    let mine = json!({"page": "page-of-admin"});
    assert_eq!(note(&admin, &order, mine.clone()).await, json!(["li"]));
    assert_eq!(note(&li, &order, page).await, json!(["admin"]));
    let away = json!({"page": "page-of-li", "away": true});
    note(&li, &order, away).await;
    assert_eq!(note(&admin, &order, mine).await, json!([]));
    assert!(!admin.page(&path).await.page.contains("this order open"));
}

#[tokio::test]
async fn a_page_without_a_name_is_refused() {
    let server = Server::start().await;
    let admin = server.admin().await;
    for body in [
        json!({}),
        json!({"page": ""}),
        json!({"page": "a b c d e f"}),
    ] {
        let answer = admin.post("/api/orders/1/viewers", &body).await;
        assert!(answer.status().is_client_error(), "{body}");
    }
}
