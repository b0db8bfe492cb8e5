//! Orders that are edited until somebody accepts them.

use crate::support::{Admin, Server, order, pages::Sent};
use reqwest::StatusCode;
use serde_json::{Value, json};

/// Edits an order of that version: nothing, but for what is said otherwise.
async fn edit(admin: &Admin, order: &Value, version: u32, fields: &[(&str, &str)]) -> Sent {
    let version = version.to_string();
    let mut all = vec![("version", &*version), ("note", "")];
    all.retain(|(name, _)| !fields.iter().any(|(other, _)| other == name));
    all.extend_from_slice(fields);
    admin.send(&path(order), &all).await
}

fn path(order: &Value) -> String {
    format!("/admin/orders/{}/edit", order["id"])
}

/// An order of so many of the sixth dish, of which there are three; 42.00 each.
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

/// The order, as its customer sees it.
async fn seen(server: &Server, order: &Value) -> Value {
    let token = order["token"].as_str().unwrap();
    let seen = server.get(&format!("/api/orders/{token}")).await;
    seen.json().await.unwrap()
}

#[tokio::test]
async fn lines_are_changed_added_and_taken_away_and_the_customer_sees_it_at_once() {
    let server = Server::start().await;
    server.add_user("li").await;
    let li = server.sign_in("li").await;
    // Two of the first dish, and one of the second.
    let order = server.place().await;
    let mut customer = server.follow(order["token"].as_str().unwrap()).await;
    customer.named("order").await;
    // What was ordered keeps its price.
    let dearer = [
        ("name_en", "Noodles"),
        ("price", "40"),
        ("category", "1"),
        ("version", "1"),
    ];
    let admin = server.admin().await;
    admin.send("/admin/menu/dishes/1", &dearer).await;
    let fields = [
        ("kept_0", "3"),
        ("kept_1", "0"),
        ("lines[3][quantity]", "1"),
        ("lines[3][price]", "3000"),
        ("lines[3][options][g1]", "1-2:600"),
        ("note", "no coriander"),
    ];
    let sent = edit(&li, &order, 1, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    let page = format!("/admin/orders/{}", order["id"]);
    assert_eq!(sent.location, format!("{page}?done=saved"));
    let told = customer.next().await;
    assert_eq!(told.name, "change");
    let told = told.json();
    assert_eq!(
        (&told["from"], &told["to"]),
        (&json!("placed"), &json!("placed"))
    );
    assert_eq!(told["order"]["total"], 3 * 3200 + 3600);
    assert_eq!(told["by"], "");
    let seen = seen(&server, &order).await;
    let lines = seen["lines"].as_array().unwrap().iter();
    let lines: Vec<_> = lines
        .map(|line| json!([line["item"], line["quantity"], line["price"]]))
        .collect();
    assert_eq!(lines, [json!([1, 3, 3200]), json!([3, 1, 3600])]);
    assert_eq!(
        (&seen["note"], &seen["version"], &seen["status"]),
        (&json!("no coriander"), &json!(2), &json!("placed"))
    );
    let page = li.page(&page).await.page;
    assert!(
        page.contains("changed the order (¥98.00 → ¥132.00)"),
        "{page}"
    );
    // It is found by what it has now.
    for (dish, count) in [("wonton", 1), ("tomato", 0)] {
        let found = admin.page(&format!("/admin/orders.csv?q={dish}")).await;
        assert_eq!(found.page.lines().count(), 1 + count, "{}", found.page);
    }
}

#[tokio::test]
async fn stock_is_given_back_and_taken_and_its_end_is_told() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let order = scarce(&server, 2).await;
    let mut stream = admin.subscribe().await;
    let too_many = edit(&admin, &order, 1, &[("kept_0", "4")]).await;
    assert_eq!(too_many.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(too_many.page.contains("Only 3 left."), "{}", too_many.page);
    assert!(too_many.page.contains("value=\"4\""));
    edit(&admin, &order, 1, &[("kept_0", "3")]).await;
    assert_eq!(left(&server).await, 0);
    assert_eq!(stream.next().await.name, "change");
    let ended = stream.next().await;
    assert_eq!((&*ended.name, &ended.json()["item"]), ("menu", &json!(6)));
    edit(&admin, &order, 2, &[("kept_0", "1")]).await;
    assert_eq!(left(&server).await, 2);
    let added = [
        ("kept_0", "0"),
        ("lines[6][quantity]", "3"),
        ("lines[6][price]", "4200"),
    ];
    let sent = edit(&admin, &order, 3, &added).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    assert_eq!(left(&server).await, 0);
}

#[tokio::test]
async fn of_two_who_edit_an_order_one_wins() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let order = server.place().await;
    assert_eq!(
        edit(&li, &order, 1, &[("kept_0", "5")]).await.status,
        StatusCode::SEE_OTHER
    );
    let fields = [
        ("kept_0", "9"),
        ("note", "for two"),
        ("lines[3][quantity]", "7"),
        ("lines[3][price]", "3000"),
    ];
    let late = edit(&admin, &order, 1, &fields).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.page.contains("The order has changed meanwhile"));
    // What was typed stays, but for lines that may be others now.
    assert!(late.page.contains("for two") && late.page.contains("value=\"7\""));
    assert!(late.page.contains("value=\"5\"") && !late.page.contains("value=\"9\""));
    assert!(late.page.contains("name=\"version\" value=\"2\""));
}

#[tokio::test]
async fn an_answered_order_stays_as_it_is() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let order = server.place().await;
    let page = format!("/admin/orders/{}", order["id"]);
    assert!(admin.page(&page).await.page.contains(&path(&order)));
    admin.change(&order, "accepted").await;
    assert!(!admin.page(&page).await.page.contains(&path(&order)));
    for version in [1, 2] {
        let refused = edit(&admin, &order, version, &[("kept_0", "1")]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(
            refused.page.contains("admin was faster, at"),
            "{}",
            refused.page
        );
        assert!(
            refused.page.contains("can&#x27;t be changed any more")
                || refused.page.contains("can't be changed any more")
        );
        assert!(!refused.page.contains("name=\"kept_0\""));
    }
    let kept = seen(&server, &order).await;
    assert_eq!(
        (&kept["version"], &kept["lines"][0]["quantity"]),
        (&json!(2), &json!(2))
    );
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_line_and_nothing_is_half_done() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let order = server.place().await;
    for quantity in ["-1", "100", "a few", "1.5"] {
        let refused = edit(&admin, &order, 1, &[("kept_1", quantity)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        let (_, field) = refused.page.split_once("id=\"kept_1\"").unwrap();
        let field = field.split_once('>').unwrap().0;
        assert!(field.contains("aria-invalid"), "{field}");
        assert!(field.contains(&format!("value=\"{quantity}\"")), "{field}");
    }
    let nothing = edit(&admin, &order, 1, &[("kept_0", "0"), ("kept_1", "")]).await;
    assert!(nothing.page.contains("Please choose at least one dish"));
    let long = "x".repeat(501);
    let long = edit(&admin, &order, 1, &[("note", &*long)]).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    let odd = edit(&admin, &order, 1, &[("version", "new")]).await;
    assert_eq!(odd.status, StatusCode::NOT_FOUND);
    let refund = [("version", "1"), ("amount", "60"), ("why", "cold")];
    let page = format!("/admin/orders/{}/refund", order["id"]);
    admin.send(&page, &refund).await;
    let less = edit(&admin, &order, 2, &[("kept_0", "0")]).await;
    assert!(less.page.contains("¥60.00 was given back"), "{}", less.page);
    let kept = seen(&server, &order).await;
    assert_eq!(
        (&kept["total"], &kept["note"]),
        (&order["total"], &order["note"])
    );
}
