//! What is done about an order from its acceptance on: promises, reasons, undo, payment,
//! refunds, and the page that has it all.

use crate::support::{Admin, Server};
use reqwest::StatusCode;
use serde_json::{Value, json};

/// Changes an order by the API; the order as it is then, or why not.
async fn change(admin: &Admin, order: &Value, what: Value) -> (StatusCode, Value) {
    let answer = admin
        .patch(&format!("/api/orders/{}", order["id"]), &what)
        .await;
    (answer.status(), answer.json().await.unwrap())
}

/// The order's page in the back office.
async fn page(admin: &Admin, order: &Value) -> String {
    admin
        .page(&format!("/admin/orders/{}", order["id"]))
        .await
        .page
}

#[tokio::test]
async fn an_order_goes_its_whole_way_and_its_customer_sees_when_it_is_ready() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let order = server.place().await;
    let token = order["token"].as_str().unwrap();
    let accept = json!({"status": "accepted", "version": 1, "minutes": 15});
    let (status, accepted) = change(&admin, &order, accept).await;
    assert_eq!(status, StatusCode::OK);
    assert!(accepted["promised"]["time"].is_string(), "{accepted}");
    let seen: Value = server
        .get(&format!("/api/orders/{token}"))
        .await
        .json()
        .await
        .unwrap();
    assert_eq!(seen["promised"], accepted["promised"]);
    for (place, status) in ["preparing", "ready", "finished"].into_iter().enumerate() {
        let step = json!({"status": status, "version": place + 2});
        let (answer, order) = change(&admin, &order, step).await;
        assert_eq!((answer, &order["status"]), (StatusCode::OK, &json!(status)));
    }
    let page = page(&admin, &order).await;
    for said in [
        "Placed by the customer",
        "ready in 15 min",
        "Preparing",
        "Ready",
        "Finished",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let (refused, problem) = change(
        &admin,
        &server.place().await,
        json!({"status": "accepted", "version": 1, "minutes": 100_000}),
    )
    .await;
    assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(problem["errors"][0]["field"], "minutes");
}

#[tokio::test]
async fn a_reason_is_told_to_the_customer_and_kept() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let order = server.place().await;
    let path = format!("/admin/orders/{}/call-off", order["id"]);
    let words = "<b>No</b> \u{202e}noodles";
    let fields = [
        ("version", "1"),
        ("to", "rejected"),
        ("reason.kind", "sold_out"),
        ("reason.text", words),
    ];
    let long = "x".repeat(10_000);
    let too_long = [fields[0], fields[1], fields[2], ("reason.text", &long)];
    assert_eq!(
        admin.send(&path, &too_long).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(
        admin.send(&path, &fields).await.status,
        StatusCode::SEE_OTHER
    );
    let token = order["token"].as_str().unwrap();
    let seen: Value = server
        .get(&format!("/api/orders/{token}"))
        .await
        .json()
        .await
        .unwrap();
    assert_eq!(seen["reason"], json!({"kind": "sold_out", "text": words}));
    let page = page(&admin, &order).await;
    assert!(
        page.contains("&lt;b&gt;No") && page.contains("Sold out"),
        "{page}"
    );
}

#[tokio::test]
async fn a_move_is_taken_back_by_whoever_made_it_and_the_order_waits_again() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let order = server.place().await;
    let mut stream = admin.subscribe().await;
    admin.change(&order, "accepted").await;
    assert_eq!(stream.next().await.json()["order"]["can_undo"], true);
    let path = format!("/admin/orders/{}/undo", order["id"]);
    let version = [("version", "2")];
    let theirs = li.send(&path, &version).await;
    assert_eq!(theirs.status, StatusCode::CONFLICT);
    assert!(page(&admin, &order).await.contains(&path));
    assert!(!page(&li, &order).await.contains(&path));
    assert_eq!(
        admin.send(&path, &version).await.status,
        StatusCode::SEE_OTHER
    );
    let told = stream.next().await.json();
    assert_eq!(told["to"], "placed");
    assert_eq!(told["order"]["handled"], Value::Null);
    assert_eq!(
        admin.send(&path, &[("version", "3")]).await.status,
        StatusCode::CONFLICT
    );
    assert!(page(&admin, &order).await.contains("took “Accepted” back"));
}

#[tokio::test]
async fn payment_and_refunds_are_noted_with_who_and_why() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let order = server.place().await;
    let at = |form: &str| format!("/admin/orders/{}/{form}", order["id"]);
    let paid = [("version", "1"), ("payment", "wechat")];
    assert_eq!(
        admin.send(&at("payment"), &paid).await.status,
        StatusCode::SEE_OTHER
    );
    let odd = [("version", "2"), ("payment", "shells")];
    let refused = admin.send(&at("payment"), &odd).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for amount in ["", "-1", "0", "9999", "a lot", "1e3"] {
        let fields = [("version", "2"), ("amount", amount), ("why", "cold")];
        let refused = admin.send(&at("refund"), &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{amount}");
    }
    let fields = [("version", "2"), ("amount", "5,5"), ("why", "cold")];
    assert_eq!(
        admin.send(&at("refund"), &fields).await.status,
        StatusCode::SEE_OTHER
    );
    // Whoever sends it again has seen an older version.
    assert_eq!(
        admin.send(&at("refund"), &fields).await.status,
        StatusCode::CONFLICT
    );
    let page = page(&admin, &order).await;
    assert!(page.contains("paid (WeChat Pay)"), "{page}");
    assert!(page.contains("gave back ¥5.50: cold"), "{page}");
}

#[tokio::test]
async fn a_customers_earlier_orders_are_known_by_the_phone() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let (first, second) = (server.place().await, server.place().await);
    let link = format!("href=\"/admin/orders/{}\"", first["id"]);
    assert!(page(&admin, &second).await.contains(&link));
    assert!(!page(&admin, &first).await.contains(&link));
    assert!(page(&admin, &first).await.contains("No earlier order"));
    let unknown = admin.page("/admin/orders/999").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}
