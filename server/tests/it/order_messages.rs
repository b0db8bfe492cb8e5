//! Messages about an order.

use crate::support::{Admin, Server, order};
use reqwest::StatusCode;
use serde_json::Value;

async fn place(server: &Server) -> Value {
    let answer = server.post("/api/orders", &order()).await;
    answer.json().await.unwrap()
}

/// Writes about an order, as its page does.
async fn write(from: &Admin, order: &Value, to: &[&str], text: &str) -> StatusCode {
    let path = format!("/admin/orders/{}/message", order["id"]);
    let mut fields: Vec<_> = to.iter().map(|name| ("to", *name)).collect();
    fields.push(("text", text));
    from.send(&path, &fields).await.status
}

async fn page(of: &Admin, order: &Value) -> String {
    of.page(&format!("/admin/orders/{}", order["id"]))
        .await
        .page
}

#[tokio::test]
async fn a_message_about_an_order_is_shown_with_it_to_who_may_read_it() {
    let server = Server::start().await;
    for name in ["li", "mei"] {
        server.add_user(name).await;
    }
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let mei = server.sign_in("mei").await;
    let (first, second) = (place(&server).await, place(&server).await);
    let mut stream = mei.subscribe().await;
    assert_eq!(
        write(&li, &first, &["mei"], "no onions").await,
        StatusCode::SEE_OTHER
    );
    let message = stream.named("psh").await.json();
    assert_eq!(
        (&message["title"], &message["order"]),
        (&"#1".into(), &first["id"])
    );
    assert_eq!(
        write(&admin, &first, &[""], "be quick").await,
        StatusCode::SEE_OTHER
    );
    for (reader, told) in [(&li, true), (&mei, true), (&admin, false)] {
        let shown = page(reader, &first).await;
        assert_eq!(shown.contains("wrote to mei: no onions"), told, "{shown}");
        assert!(shown.contains("wrote to all: be quick"), "{shown}");
        assert!(!page(reader, &second).await.contains("be quick"));
    }
    // What is told elsewhere leads to the order, and so does an answer.
    let notices = mei.page("/admin/notices").await.page;
    let link = format!("href=\"/admin/orders/{}\"", first["id"]);
    assert!(notices.contains(&link), "{notices}");
    assert!(notices.contains("/admin/orders/1?to=li#write"), "{notices}");
    assert!(li.page("/admin/messages").await.page.contains(&link));
    // Other messages have no order.
    admin.push(None, "good morning").await;
    let told = stream.named("psh").await.json();
    assert_eq!(
        (&told["text"], &told["order"]),
        (&"be quick".into(), &first["id"])
    );
    assert_eq!(stream.named("psh").await.json().get("order"), None);
}

#[tokio::test]
async fn what_is_wrong_with_it_is_said_on_the_page() {
    let server = Server::start().await;
    server.add_user("li").await;
    let admin = server.admin().await;
    let order = place(&server).await;
    assert_eq!(
        write(&admin, &order, &["li"], " ").await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(
        write(&admin, &order, &[], "hi").await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let nowhere = serde_json::json!({"id": 99});
    assert_eq!(
        write(&admin, &nowhere, &["li"], "hi").await,
        StatusCode::NOT_FOUND
    );
}
