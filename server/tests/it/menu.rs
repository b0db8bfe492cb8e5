//! The menu, changed by its forms.

use crate::support::{Admin, Server, order, pages::Sent};
use reqwest::StatusCode;
use serde_json::{Value, json};

async fn menu(server: &Server) -> Vec<Value> {
    let menu: Value = server.get("/api/menu").await.json().await.unwrap();
    menu["items"].as_array().unwrap().clone()
}

/// The item of that name on the menu that customers see.
async fn find(server: &Server, name: &str) -> Option<Value> {
    let items = menu(server).await;
    items.into_iter().find(|item| item["name"] == name)
}

/// A dish of the first category, with what is said otherwise.
async fn send(admin: &Admin, path: &str, fields: &[(&str, &str)]) -> Sent {
    let mut all = vec![
        ("name_zh", "凉皮"),
        ("name_en", "Cold noodles"),
        ("price", "18"),
        ("category", "1"),
        ("description_zh", ""),
        ("description_en", ""),
        ("stock", ""),
        ("version", "1"),
    ];
    all.retain(|(name, _)| !fields.iter().any(|(other, _)| other == name));
    all.extend_from_slice(fields);
    admin.send(path, &all).await
}

const NEW: &str = "/admin/menu/dishes/new";

#[tokio::test]
async fn a_dish_is_added_changed_hidden_and_deleted() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut stream = admin.subscribe().await;
    let marks = [("marks", "spicy"), ("marks", "vegan")];
    assert_eq!(
        send(&admin, NEW, &marks).await.status,
        StatusCode::SEE_OTHER
    );
    let event = stream.next().await;
    assert_eq!(
        (&*event.name, &event.json()["by"]),
        ("menu", &json!("admin"))
    );
    let dish = find(&server, "凉皮").await.unwrap();
    assert_eq!(dish["price"], 1800);
    assert_eq!(dish["marks"], json!(["spicy", "vegan"]));
    let at = |part: &str| format!("/admin/menu/dishes/{}{part}", dish["id"]);
    let sent = send(&admin, &at(""), &[("price", "19,5"), ("stock", "4")]).await;
    assert_eq!(
        sent.location,
        format!("/admin/menu?category=1#dish-{}", dish["id"])
    );
    let changed = find(&server, "凉皮").await.unwrap();
    assert_eq!(
        (&changed["price"], &changed["stock"]),
        (&json!(1950), &json!(4))
    );
    admin.send(&at("/hide"), &[]).await;
    assert_eq!(find(&server, "凉皮").await, None);
    let mut hidden = order();
    hidden["lines"] = json!([{"item": dish["id"], "quantity": 1}]);
    let refused = server.post("/api/orders", &hidden).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    admin.send(&at("/show"), &[]).await;
    let deleted = admin.send(&at("/delete"), &[]).await;
    assert_eq!(find(&server, "凉皮").await, None);
    let page = admin.page(&deleted.location).await.page;
    assert!(page.contains(&at("/restore")), "{page}");
    admin.send(&at("/restore"), &[]).await;
    assert!(find(&server, "凉皮").await.is_some());
}

#[tokio::test]
async fn what_is_sold_out_today_is_back_with_the_shops_next_day() {
    let server = Server::start().await;
    server.add_user("li").await;
    // Whoever works at the counter may do that.
    let li = server.sign_in("li").await;
    li.send("/admin/menu/dishes/1/sold-out", &[]).await;
    let sold_out = async || menu(&server).await[0]["available"] == false;
    assert!(sold_out().await);
    let refused = server.post("/api/orders", &order()).await;
    let problem: Value = refused.json().await.unwrap();
    assert_eq!(problem["errors"][0]["code"], "sold_out");
    let mut database = server.database().await;
    database
        .run("update items set sold_out_on = date(sold_out_on, '-1 day')")
        .await;
    assert!(!sold_out().await);
    li.send("/admin/menu/dishes/1/sold-out", &[]).await;
    li.send("/admin/menu/dishes/1/back", &[]).await;
    assert!(!sold_out().await);
}

#[tokio::test]
async fn of_two_who_change_a_dish_the_second_is_told_and_loses_nothing() {
    let server = Server::start().await;
    server
        .command(&["user", "add", "mei", "--role", "manager"])
        .await;
    let (admin, mei) = (server.admin().await, server.sign_in("mei").await);
    assert_eq!(
        send(&admin, "/admin/menu/dishes/1", &[]).await.status,
        StatusCode::SEE_OTHER
    );
    let late = [("name_en", "Liangpi"), ("price", "21")];
    let late = send(&mei, "/admin/menu/dishes/1", &late).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    for kept in [
        "A colleague changed this meanwhile.",
        "value=\"Liangpi\"",
        "value=\"21\"",
        "Saved meanwhile: Cold noodles",
        "Saved meanwhile: 18.00",
        "name=\"version\" value=\"2\"",
    ] {
        assert!(late.page.contains(kept), "{kept}: {}", late.page);
    }
    let again = [("name_en", "Liangpi"), ("price", "21"), ("version", "2")];
    let again = send(&mei, "/admin/menu/dishes/1", &again).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    assert_eq!(menu(&server).await[0]["price"], 2100);
}

#[tokio::test]
async fn what_is_sold_while_somebody_types_stays_sold() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let stock = [("stock", "5"), ("stock_seen", "")];
    send(&admin, "/admin/menu/dishes/1", &stock).await;
    server.place().await;
    let seen = [
        ("version", "2"),
        ("stock", "5"),
        ("stock_seen", "5"),
        ("price", "20"),
    ];
    send(&admin, "/admin/menu/dishes/1", &seen).await;
    assert_eq!(menu(&server).await[0]["stock"], 3);
    let counted = [("version", "3"), ("stock", "9"), ("stock_seen", "3")];
    send(&admin, "/admin/menu/dishes/1", &counted).await;
    assert_eq!(menu(&server).await[0]["stock"], 9);
}

#[tokio::test]
async fn each_field_says_what_is_wrong_and_keeps_what_was_typed() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let long = "长".repeat(10_000);
    for (field, typed, said) in [
        ("price", "", "Please fill this in."),
        ("price", "-1", "Please give a price"),
        ("price", "1,234.50", "Please give a price"),
        ("price", "123456789012", "At most ¥999999.99."),
        ("name_zh", &*long, "At most 60 characters."),
        ("name_en", "a\0b", "Some characters can't be read."),
        ("description_en", &*long, "At most 300 characters."),
        ("stock", "-3", "Please give a whole number from 0 to 9999"),
        ("stock", "many", "Please give a whole number"),
        ("category", "999", "There is no such thing any more."),
        ("category", "none", "Please choose one of the list."),
    ] {
        let sent = send(&admin, NEW, &[(field, typed)]).await;
        assert!(sent.status.is_client_error(), "{field} {}", sent.status);
        assert!(sent.page.contains(said), "{field}: {said}");
        assert!(
            sent.page.contains("value=\"凉皮\"") || field == "name_zh",
            "{field}"
        );
    }
    let nameless = send(&admin, NEW, &[("name_zh", " "), ("name_en", "")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let name = "<script>\"שלום\" 🍜</script>";
    let sent = send(&admin, NEW, &[("name_zh", ""), ("name_en", name)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    // Where a language is empty the other one stands in.
    assert!(find(&server, name).await.is_some());
    let shop = server.get("/").await.text().await.unwrap();
    assert!(!shop.contains("<script>\"שלום"));
}

#[tokio::test]
async fn categories_and_dishes_are_put_in_order() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let names = async || {
        let items = menu(&server).await;
        let names = items.iter().map(|item| item["id"].as_i64().unwrap());
        names.collect::<Vec<_>>()
    };
    let before = names().await;
    admin.send("/admin/menu/dishes/1/down", &[]).await;
    assert_eq!(names().await[..2], [before[1], before[0]]);
    // What stands at an end stays there.
    admin
        .send(&format!("/admin/menu/dishes/{}/up", before[1]), &[])
        .await;
    assert_eq!(names().await[..2], [before[1], before[0]]);
    let first = menu(&server).await[0]["category"].clone();
    admin.send("/admin/menu/categories/1/down", &[]).await;
    assert_ne!(menu(&server).await[0]["category"], first);
    admin.send("/admin/menu/categories/1/up", &[]).await;
    assert_eq!(menu(&server).await[0]["category"], first);
}

#[tokio::test]
async fn a_category_is_added_renamed_and_deleted_when_it_is_empty() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let fields = [("name_zh", "小吃"), ("name_en", "")];
    let sent = admin.send("/admin/menu/categories", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    let query = "select max(id) from categories";
    let id = server.database().await.number(query).await;
    let at = |part: &str| format!("/admin/menu/categories/{id}/{part}");
    admin
        .send(&at("rename"), &[("name_zh", "点心"), ("name_en", "Snacks")])
        .await;
    assert!(admin.page("/admin/menu").await.page.contains("Snacks"));
    send(&admin, NEW, &[("category", &*id.to_string())]).await;
    let full = admin.send(&at("delete"), &[]).await;
    assert_eq!(full.status, StatusCode::CONFLICT);
    assert!(full.page.contains("Please move or delete the dishes"));
    let dish = find(&server, "凉皮").await.unwrap()["id"].clone();
    admin
        .send(&format!("/admin/menu/dishes/{dish}/delete"), &[])
        .await;
    admin.send(&at("delete"), &[]).await;
    assert!(!admin.page("/admin/menu").await.page.contains("Snacks"));
}

#[tokio::test]
async fn a_menu_of_two_thousand_dishes_is_shown_by_category() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut database = server.database().await;
    database
        .run("delete from items; delete from categories;")
        .await;
    database
        .run(
            "insert into categories (id, position, name_zh, name_en)
            with recursive n (n) as (select 1 union all select n + 1 from n where n < 50)
            select n, n, 'C' || n, '' from n",
        )
        .await;
    database
        .run(
            "insert into items (category_id, position, name_zh, name_en, description_zh, description_en, price)
            with recursive n (n) as (select 1 union all select n + 1 from n where n < 2000)
            select n % 50 + 1, n, 'D' || n, '', '', '', 100 from n",
        )
        .await;
    let page = admin.page("/admin/menu?category=7").await.page;
    assert_eq!(page.matches("data-dish=").count(), 40);
    assert_eq!(page.matches("category-link").count(), 50);
    assert_eq!(menu(&server).await.len(), 2000);
}
