//! What customers and the shop say to each other of an order, and how an order is found again.

use crate::support::{Server, order};
use reqwest::StatusCode;
use serde_json::Value;

fn path(order: &Value) -> String {
    format!("/orders/{}", order["token"].as_str().unwrap())
}

#[tokio::test]
async fn a_finished_order_is_rated_once_and_the_shop_sees_it() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let order = server.place().await;
    let rate = format!("{}/rate", path(&order));
    let fields = [("stars", "4"), ("comment", "Hot & <good>")];
    let early = server.accept(&rate, &fields).await;
    assert_eq!(early.status, StatusCode::CONFLICT);
    let order_path = format!("/api/orders/{}", order["id"]);
    for (version, status) in ["accepted", "finished"].into_iter().enumerate() {
        let step = serde_json::json!({"status": status, "version": version + 1});
        admin.patch(&order_path, &step).await;
    }
    let shown = server.accept_page(&path(&order)).await.page;
    assert!(shown.contains(&rate) && shown.contains("How was it?"));
    let wrong = server.accept(&rate, &[("stars", "6")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut told = admin.subscribe().await;
    told.named("tick").await;
    let sent = server.accept(&rate, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    let rated = told.next().await;
    assert_eq!(rated.name, "rate");
    let rated = rated.json();
    assert_eq!(
        (&rated["order"], &rated["stars"]),
        (&order["id"], &Value::from(4))
    );
    // The first word stays.
    server
        .accept(&rate, &[("stars", "1"), ("comment", "")])
        .await;
    server.place().await;
    // Nothing was told between.
    assert_eq!(told.next().await.name, "order");
    let shown = server.accept_page(&path(&order)).await.page;
    assert!(shown.contains("4 of 5 stars"), "{shown}");
    assert!(!shown.contains(&rate), "{shown}");
    let detail = admin.page(&format!("/admin/orders/{}", order["id"])).await;
    assert!(detail.page.contains("4 of 5 stars"), "{}", detail.page);
    let list = admin.page("/admin/orders").await;
    assert!(list.page.contains("4 of 5 stars"), "{}", list.page);
    assert!(
        detail.page.contains("Hot &amp; &lt;good&gt;"),
        "{}",
        detail.page
    );
}

#[tokio::test]
async fn the_shop_writes_to_a_customer_who_is_told_at_once_and_not_by_whom() {
    let server = Server::start().await;
    server.add_user("li").await;
    let li = server.sign_in("li").await;
    let order = server.place().await;
    let mut customer = server.follow(order["token"].as_str().unwrap()).await;
    customer.named("order").await;
    let write = format!("/admin/orders/{}/note", order["id"]);
    let blank = li.send(&write, &[("text", "  ")]).await;
    assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
    let sent = li
        .send(&write, &[("text", "No more dill. Is chive fine?")])
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    let told = customer.named("note").await.json();
    assert_eq!(told["text"], "No more dill. Is chive fine?");
    assert_eq!(told["by"], "");
    let shown = server.accept_page(&path(&order)).await.page;
    assert!(shown.contains("Is chive fine?"), "{shown}");
    assert!(!shown.contains(">li<"), "{shown}");
    let detail = li
        .page(&format!("/admin/orders/{}", order["id"]))
        .await
        .page;
    assert!(detail.contains("Is chive fine?"), "{detail}");
    li.change(&order, "rejected").await;
    let late = li.send(&write, &[("text", "sorry")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn a_form_that_is_sent_twice_writes_to_the_customer_once() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let (order, other) = (server.place().await, server.place().await);
    let page = |order: &Value| format!("/admin/orders/{}", order["id"]);
    let write = format!("{}/note", page(&order));
    let key = {
        let page = admin.page(&page(&order)).await.page;
        let (_, form) = page.split_once(&format!("action=\"{write}\"")).unwrap();
        let (_, key) = form
            .split_once("name=\"request_id\" value=\"")
            .expect("the form has no key");
        key.split_once('"').unwrap().0.to_owned()
    };
    let note = |text: &'static str| [("text", text), ("request_id", key.as_str())];
    for _ in 0..2 {
        let sent = admin.send(&write, &note("No more dill.")).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    }
    // The key is of that note alone: of no other text, and of no other order.
    let others = format!("{}/note", page(&other));
    for (write, text) in [(&write, "No more chive."), (&others, "No more dill.")] {
        let refused = admin.send(write, &note(text)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let shown = server.accept_page(&path(&order)).await.page;
    assert_eq!(shown.matches("No more dill.").count(), 1, "{shown}");
    assert!(!shown.contains("No more chive."), "{shown}");
    // Written again by another form it is another note, also when the order goes on.
    let again = [("text", "No more dill."), ("request_id", "another-form")];
    admin.send(&write, &again).await;
    let shown = server.accept_page(&path(&order)).await.page;
    assert_eq!(shown.matches("No more dill.").count(), 2, "{shown}");
    admin.change(&order, "rejected").await;
    let late = admin.send(&write, &note("No more dill.")).await;
    assert_eq!(late.status, StatusCode::SEE_OTHER, "{}", late.page);
}

#[tokio::test]
async fn an_order_is_found_by_number_and_phone_and_what_was_wrong_is_not_said() {
    let server = Server::start().await;
    let mut draft = order();
    draft["customer"]["phone"] = "+86 138-0013-8000".into();
    let placed: Value = server
        .post("/api/orders", &draft)
        .await
        .json()
        .await
        .unwrap();
    let look = async |number: &str, phone: &str| {
        let fields = [("number", number), ("customer.phone", phone)];
        server.accept("/orders", &fields).await
    };
    let found = look("#1", "+86 13800138000").await;
    assert_eq!(found.status, StatusCode::SEE_OTHER, "{}", found.page);
    assert_eq!(found.location, path(&placed));
    let mut answers = Vec::new();
    for (number, phone) in [
        ("2", "+86 13800138000"),
        ("1", "13900139000"),
        ("x", "13800138000"),
        ("1", "?"),
    ] {
        let answer = look(number, phone).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(
            answer.page.contains("There is no such order."),
            "{}",
            answer.page
        );
        answers.push(answer.page.matches("aria-invalid").count());
    }
    assert_eq!(answers, [0; 4]);
    let mut refused = None;
    for _ in 0..12 {
        let answer = look("1", "13900139000").await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            refused = Some(answer.page);
            break;
        }
    }
    assert!(refused.unwrap().contains("That was tried too often."));
}

#[tokio::test]
async fn a_link_that_leads_nowhere_shows_the_ways_on_and_pages_of_orders_are_not_indexed() {
    let server = Server::start().await;
    let order = server.place().await;
    let noindex = "<meta name=\"robots\" content=\"noindex\"";
    assert!(
        server
            .accept_page(&path(&order))
            .await
            .page
            .contains(noindex)
    );
    let unknown = server.accept_page("/orders/0000").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    for part in [
        noindex,
        "href=\"/\"",
        "href=\"/orders\"",
        "leads to no order",
    ] {
        assert!(unknown.page.contains(part), "{part}: {}", unknown.page);
    }
}
