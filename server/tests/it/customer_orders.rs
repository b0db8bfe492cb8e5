//! What customers see of their orders and do about them, by the link alone.

use crate::support::{Server, order};
use reqwest::StatusCode;
use serde_json::{Value, json};

/// The page of an order, to its customer.
async fn page(server: &Server, order: &Value) -> String {
    server.accept_page(&path(order)).await.page
}

fn path(order: &Value) -> String {
    format!("/orders/{}", order["token"].as_str().unwrap())
}

/// An order of so many of the sixth dish, of which there are three.
async fn scarce(server: &Server, quantity: u32) -> Value {
    let mut order = order();
    order["lines"] = json!([{"item": 6, "quantity": quantity}]);
    let placed = server.post("/api/orders", &order).await;
    assert_eq!(placed.status(), StatusCode::CREATED);
    placed.json().await.unwrap()
}

/// What is left of the sixth dish.
async fn left(server: &Server) -> Value {
    let menu: Value = server.get("/api/menu").await.json().await.unwrap();
    menu["items"][5]["stock"].clone()
}

#[tokio::test]
async fn the_page_says_when_the_order_came_where_and_whether_it_is_late() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let order = server.place().await;
    let placed = page(&server, &order).await;
    assert_eq!(placed.matches("steps__time").count(), 1, "{placed}");
    let accept = json!({"status": "accepted", "version": 1, "minutes": 15});
    let order_path = format!("/api/orders/{}", order["id"]);
    let accepted: Value = admin
        .patch(&order_path, &accept)
        .await
        .json()
        .await
        .unwrap();
    let shown = page(&server, &order).await;
    assert_eq!(shown.matches("steps__time").count(), 2, "{shown}");
    let promised = accepted["promised"]["time"].as_str().unwrap();
    assert!(
        shown.contains(&format!("Ready at about {promised}")),
        "{shown}"
    );
    assert!(shown.contains("data-promise-late hidden"), "{shown}");
    let ready = json!({"status": "ready", "version": 2});
    admin.patch(&order_path, &ready).await;
    let shown = page(&server, &order).await;
    // It was passed over: nobody said that the kitchen was at it.
    assert_eq!(shown.matches("steps__time").count(), 3, "{shown}");
    assert!(
        shown.contains("data-order-icon=\"/favicon-ready.svg\""),
        "{shown}"
    );
    assert!(shown.contains("<title>Order #1 · Ready ·"), "{shown}");
}

#[tokio::test]
async fn a_customer_cancels_until_the_shop_answers_and_the_stock_comes_back() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let order = scarce(&server, 3).await;
    assert_eq!(left(&server).await, 0);
    let mut office = admin.subscribe().await;
    let mut customer = server.follow(order["token"].as_str().unwrap()).await;
    customer.named("order").await;
    let cancel = format!("{}/cancel", path(&order));
    let sent = server.accept(&cancel, &[("version", "1")]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    assert_eq!(sent.location, path(&order));
    assert_eq!(left(&server).await, 3);
    assert_eq!(customer.named("change").await.json()["to"], "cancelled");
    let told = office.next().await;
    assert_eq!(told.name, "change");
    let told = told.json();
    assert_eq!(
        (&told["to"], &told["by"]),
        (&json!("cancelled"), &json!(""))
    );
    assert_eq!(told["order"]["reason"]["kind"], "customer");
    let shown = page(&server, &order).await;
    assert!(shown.contains("You cancelled the order."), "{shown}");
    assert!(!shown.contains(&cancel), "{shown}");
    let detail = admin.page(&format!("/admin/orders/{}", order["id"])).await;
    assert!(
        detail.page.contains("The customer</bdi>"),
        "{}",
        detail.page
    );
    // Pressed twice, or by two pages: the second is told how it is.
    let again = server.accept(&cancel, &[("version", "1")]).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn what_the_shop_has_answered_no_customer_cancels_and_nobody_is_named() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let order = server.place().await;
    admin.change(&order, "accepted").await;
    let shown = page(&server, &order).await;
    let cancel = format!("{}/cancel", path(&order));
    assert!(!shown.contains(&cancel), "{shown}");
    for version in ["1", "2"] {
        let sent = server.accept(&cancel, &[("version", version)]).await;
        assert_eq!(sent.status, StatusCode::CONFLICT, "{}", sent.page);
        assert!(
            sent.page
                .contains("The order has changed meanwhile: Accepted."),
            "{}",
            sent.page
        );
        assert!(!sent.page.contains("admin was"), "{}", sent.page);
    }
    let unknown = server
        .accept("/orders/0000/cancel", &[("version", "1")])
        .await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_customer_asks_where_a_late_order_stays_once_in_five_minutes() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let order = server.place().await;
    let hurry = format!("{}/hurry", path(&order));
    assert!(!page(&server, &order).await.contains(&hurry));
    let early = server.accept(&hurry, &[]).await;
    assert_eq!(early.status, StatusCode::CONFLICT);
    assert!(early.page.contains("You can ask from"), "{}", early.page);
    let mut database = server.database().await;
    database
        .run("update orders set placed_at = placed_at - 16 * 60 * 1000")
        .await;
    assert!(page(&server, &order).await.contains(&hurry));
    let mut office = admin.subscribe().await;
    let mut customer = server.follow(order["token"].as_str().unwrap()).await;
    let sent = server.accept(&hurry, &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    let told = office.next().await;
    assert_eq!(told.name, "hurry");
    assert_eq!(told.json()["order"]["id"], order["id"]);
    // It is no version: who answers now is not too late.
    assert_eq!(told.json()["order"]["version"], 1);
    let own = customer.named("hurry").await;
    assert!(!own.data.contains("13800138000"), "{}", own.data);
    let shown = page(&server, &order).await;
    assert!(shown.contains("You asked at"), "{shown}");
    assert!(!shown.contains(&hurry), "{shown}");
    assert_eq!(
        server.accept(&hurry, &[]).await.status,
        StatusCode::CONFLICT
    );
    let notices = admin.page("/admin/notices?kind=hurry").await.page;
    assert!(notices.contains("asks where the order stays"), "{notices}");
    let detail = admin.page(&format!("/admin/orders/{}", order["id"])).await;
    assert!(
        detail.page.contains("The customer asked for it at"),
        "{}",
        detail.page
    );
    database
        .run("update orders set hurried_at = hurried_at - 6 * 60 * 1000")
        .await;
    assert_eq!(
        server.accept(&hurry, &[]).await.status,
        StatusCode::SEE_OTHER
    );
    // Nobody waits for what is ready.
    admin.change(&order, "accepted").await;
    let ready = json!({"status": "ready", "version": 2});
    admin
        .patch(&format!("/api/orders/{}", order["id"]), &ready)
        .await;
    assert_eq!(
        server.accept(&hurry, &[]).await.status,
        StatusCode::CONFLICT
    );
}
