//! Orders that are taken at the counter or by phone.

use crate::support::{Admin, Server, pages::Sent};
use reqwest::StatusCode;
use serde_json::{Value, json};

const PAGE: &str = "/admin/counter";

/// One of the first dish, with what is said otherwise.
async fn take(admin: &Admin, fields: &[(&str, &str)]) -> Sent {
    let mut all = vec![
        ("request_id", "counter-0001"),
        ("name", ""),
        ("phone", ""),
        ("note", ""),
        ("lines[1][quantity]", "1"),
        ("lines[1][price]", "3200"),
        ("lines[2][quantity]", ""),
        ("lines[2][price]", "3400"),
    ];
    all.retain(|(name, _)| !fields.iter().any(|(other, _)| other == name));
    all.extend_from_slice(fields);
    admin.send(PAGE, &all).await
}

/// All orders, newest first.
async fn orders(admin: &Admin) -> Vec<Value> {
    let list: Value = admin.get("/api/orders").await.json().await.unwrap();
    list["orders"].as_array().unwrap().clone()
}

/// The key that the page has given its form.
async fn key(admin: &Admin) -> String {
    let page = admin.page(PAGE).await.page;
    let (_, field) = page.split_once("name=\"request_id\"").unwrap();
    let (_, value) = field.split_once("value=\"").unwrap();
    value.split_once('"').unwrap().0.to_owned()
}

#[tokio::test]
async fn whoever_is_at_the_counter_takes_an_order_and_colleagues_hear_of_it() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let mut stream = admin.subscribe().await;
    let key = key(&li).await;
    let fields = [
        ("request_id", &*key),
        ("lines[2][quantity]", "2"),
        ("lines[2][options][g1]", "1-2:600"),
        ("accept", "yes"),
    ];
    let sent = take(&li, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    let placed = stream.next().await;
    assert_eq!(placed.name, "order");
    let order = placed.json();
    assert_eq!(
        (&order["taken_by"], &order["status"], &order["total"]),
        (&json!("li"), &json!("placed"), &json!(3200 + 2 * 4000))
    );
    assert_eq!(order["customer"], json!({"name": "Counter", "phone": ""}));
    let accepted = stream.next().await.json();
    assert_eq!(
        (&accepted["to"], &accepted["by"]),
        (&json!("accepted"), &json!("li"))
    );
    let page = format!("/admin/orders/{}", order["id"]);
    assert_eq!(sent.location, format!("{page}?done=order_taken"));
    let page = admin.page(&page).await.page;
    for said in ["Counter", "Taken by li", "Large"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    // Its customer does not learn who took it.
    let token = order["token"].as_str().unwrap();
    let seen = server.get(&format!("/api/orders/{token}")).await;
    let seen: Value = seen.json().await.unwrap();
    assert_eq!(seen.get("taken_by"), None);
}

#[tokio::test]
async fn pressing_twice_is_one_order() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let (first, second) = tokio::join!(take(&admin, &[]), take(&admin, &[]));
    assert_eq!(first.location, second.location);
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    let again = take(&admin, &[("accept", "yes")]).await;
    assert_eq!(again.location, first.location);
    let orders = orders(&admin).await;
    assert_eq!(
        (orders.len(), &orders[0]["status"]),
        (1, &json!("accepted"))
    );
    // The key of a new page is another one.
    assert_ne!(key(&admin).await, key(&admin).await);
}

#[tokio::test]
async fn it_is_taken_while_the_shop_is_paused_and_however_many_there_are() {
    let server = Server::start_with(&["--orders-per-minute-per-address", "1"]).await;
    let admin = server.admin().await;
    admin
        .send("/admin/pause", &[("pause_length", "open")])
        .await;
    for number in 0..4 {
        let key = format!("counter-{number:04}");
        let sent = take(&admin, &[("request_id", &*key)]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    }
    assert_eq!(orders(&admin).await.len(), 4);
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_stays() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let fields = [
        ("name", "<b>Lin</b>"),
        ("phone", "call me"),
        ("note", "no coriander"),
        ("lines[1][price]", "100"),
        ("lines[2][quantity]", "many"),
        ("lines[2][options][g1]", "1-2:600"),
        ("lines[6][quantity]", "4"),
        ("lines[6][price]", "4200"),
    ];
    let sent = take(&admin, &fields).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    for id in ["phone", "dish-2"] {
        let (_, rest) = sent.page.split_once(&format!("id=\"{id}\"")).unwrap();
        let element = rest.split_once('>').unwrap().0;
        assert!(element.contains("aria-invalid"), "{id}: {element}");
    }
    for kept in [
        "value=\"&lt;b&gt;Lin&lt;/b&gt;\"",
        "value=\"call me\"",
        "no coriander",
        "value=\"many\"",
        "value=\"counter-0001\"",
    ] {
        assert!(sent.page.contains(kept), "{kept}: {}", sent.page);
    }
    let (_, large) = sent.page.split_once("value=\"1-2:600\"").unwrap();
    assert!(large.split_once('>').unwrap().0.contains("checked"));
    // The box was not ticked.
    let (_, accept) = sent.page.split_once("name=\"accept\"").unwrap();
    assert!(!accept.split_once('>').unwrap().0.contains("checked"));
    // The menu is asked once the form is sound.
    let fields = [
        ("lines[1][price]", "100"),
        ("lines[6][quantity]", "4"),
        ("lines[6][price]", "4200"),
    ];
    let page = take(&admin, &fields).await.page;
    assert!(page.contains("Only 3 left"), "{page}");
    assert!(page.contains("32.00"), "{page}");
    let nothing = take(&admin, &[("lines[1][quantity]", "0")]).await;
    assert!(nothing.page.contains("Please choose at least one dish"));
    let odd = take(&admin, &[("lines", "x")]).await;
    assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
    let gone = take(&admin, &[("lines[999][quantity]", "1")]).await;
    assert!(gone.page.contains("This dish is not on the menu"));
    assert!(orders(&admin).await.is_empty());
}

#[tokio::test]
async fn the_page_offers_what_can_be_had() {
    let server = Server::start().await;
    let admin = server.admin().await;
    admin.send("/admin/menu/dishes/1/sold-out", &[]).await;
    admin.send("/admin/menu/dishes/3/hide", &[]).await;
    let page = admin.page(PAGE).await.page;
    for (dish, is_there) in [(1, false), (2, true), (3, false), (6, true), (12, false)] {
        let field = format!("name=\"lines[{dish}][quantity]\"");
        assert_eq!(page.contains(&field), is_there, "{dish}");
    }
    // Who was faster with the last one is told of it where it is wanted.
    let late = take(&admin, &[]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.page.contains("Sold out."), "{}", late.page);
    let (_, accept) = page.split_once("name=\"accept\"").unwrap();
    assert!(accept.split_once('>').unwrap().0.contains("checked"));
}
