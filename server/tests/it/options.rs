//! Options of dishes: sizes, extras.

use crate::support::{Admin, Server, order, pages::Sent};
use reqwest::StatusCode;
use serde_json::{Value, json};

/// Sizes that have to be chosen, as their form sends them, with what is said otherwise.
async fn send_size(admin: &Admin, path: &str, fields: &[(&str, &str)]) -> Sent {
    let mut all = vec![
        ("name_zh", "份量"),
        ("name_en", "Size"),
        ("selection", "one"),
        ("required", "yes"),
        ("choice_0_name_en", "small"),
        ("choice_1_name_en", "large"),
        ("choice_1_price", "5"),
        ("defaults", "0"),
        ("version", "1"),
    ];
    all.retain(|(name, _)| !fields.iter().any(|(other, _)| other == name));
    all.extend_from_slice(fields);
    admin.send(path, &all).await
}

const NEW: &str = "/admin/menu/options/new";

/// Gives the first dish, of 32.00, sizes that have to be chosen; tells the identity of
/// that group.
async fn with_sizes(server: &Server, admin: &Admin) -> i64 {
    let sent = send_size(admin, NEW, &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    let page = admin.page("/admin/menu/options").await.page;
    let (_, id) = page.rsplit_once("data-options=\"").unwrap();
    let id = id.split_once('"').unwrap().0;
    let dish = [
        ("name_en", "Noodles"),
        ("price", "32"),
        ("category", "1"),
        ("option_groups", id),
        ("version", "1"),
    ];
    let sent = admin.send("/admin/menu/dishes/1", &dish).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    let options = &first(server).await["options"];
    assert_eq!(options[0]["id"].to_string(), id);
    id.parse().unwrap()
}

async fn first(server: &Server) -> Value {
    let menu: Value = server.get("/api/menu").await.json().await.unwrap();
    menu["items"][0].clone()
}

fn wanted(lines: &Value) -> Value {
    let mut order = order();
    order["lines"] = lines.clone();
    order
}

/// What is wrong with an order of those lines.
async fn faults(server: &Server, lines: Value) -> Value {
    let refused = server.post("/api/orders", &wanted(&lines)).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let problem: Value = refused.json().await.unwrap();
    let faults = problem["errors"].as_array().unwrap().iter();
    faults
        .map(|fault| json!([fault["field"], fault["code"]]))
        .collect()
}

#[tokio::test]
async fn an_order_carries_what_was_chosen_to_its_page_and_into_the_log() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let group = with_sizes(&server, &admin).await;
    let dish = first(&server).await;
    let choices = &dish["options"][0]["choices"];
    assert_eq!(choices[0]["default"], true);
    assert_eq!(
        (&choices[1]["name"], &choices[1]["price"]),
        (&json!("large"), &json!(500))
    );
    let mut stream = admin.subscribe().await;
    let lines = json!([
        {"item": 1, "quantity": 1, "options": [{"choice": format!("{group}-1")}]},
        {"item": 1, "quantity": 2, "options": [{"choice": format!("{group}-2"), "price": 500}]},
    ]);
    let placed = server.post("/api/orders", &wanted(&lines)).await;
    assert_eq!(placed.status(), StatusCode::CREATED);
    let placed: Value = placed.json().await.unwrap();
    assert_eq!(placed["total"], 3200 + 2 * 3700);
    let event = stream.next().await.json();
    let chosen = &event["lines"][1]["options"][0];
    assert_eq!(
        (&chosen["name"]["en"], &chosen["price"]),
        (&json!("large"), &json!(500))
    );
    // It stays what it was, whatever becomes of the option.
    let delete = format!("/admin/menu/options/{group}/delete");
    admin.send(&delete, &[]).await;
    let path = placed["token"].as_str().unwrap();
    let page = admin.page(&format!("/orders/{path}")).await.page;
    assert!(page.contains("large"), "{page}");
    let kept: Value = server
        .get(&format!("/api/orders/{path}"))
        .await
        .json()
        .await
        .unwrap();
    assert_eq!(kept["lines"][1]["options"][0]["name"], "large");
}

#[tokio::test]
async fn what_may_not_be_chosen_is_refused_at_its_line() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let group = with_sizes(&server, &admin).await;
    let line = |place: u8, options: Value| json!({"item": 1, "place": place, "quantity": 1, "options": options});
    let choice = |number: u32| json!({"choice": format!("{group}-{number}")});
    let (small, large) = (choice(1), choice(2));
    assert_eq!(
        faults(
            &server,
            json!([line(0, json!([])), line(1, json!([small, large]))])
        )
        .await,
        json!([["lines[1]", "option_missing"], ["lines[1.1]", "one_option"]])
    );
    assert_eq!(
        faults(&server, json!([line(0, json!([small, choice(9)]))])).await,
        json!([["lines[1]", "unknown_option"]])
    );
    let cheap = json!({"choice": format!("{group}-2"), "price": 100});
    assert_eq!(
        faults(&server, json!([line(0, json!([cheap]))])).await,
        json!([["lines[1]", "price_changed"]])
    );
    assert_eq!(
        faults(
            &server,
            json!([line(0, json!([small])), line(1, json!([small]))])
        )
        .await,
        json!([["lines[1.1]", "twice"]])
    );
    let bad = server
        .post(
            "/api/orders",
            &wanted(&json!([line(0, json!([{"choice": "x"}]))])),
        )
        .await;
    assert_eq!(bad.status(), StatusCode::BAD_REQUEST);
    assert!(server.database().await.orders().await.is_empty());
}

#[tokio::test]
async fn a_group_is_changed_compared_moved_deleted_and_brought_back() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let group = with_sizes(&server, &admin).await;
    let at = |part: &str| format!("/admin/menu/options/{group}{part}");
    let rows = [
        ("choice_0_number", "2"),
        ("choice_0_name_en", "huge"),
        ("choice_1_name_en", "tiny"),
        ("defaults", "1"),
    ];
    let sent = send_size(&admin, &at(""), &rows).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    let choices = first(&server).await["options"][0]["choices"].clone();
    let read = |place: usize| choices[place]["id"].as_str().unwrap().to_owned();
    // What is new has a number that no choice had before.
    assert_eq!(
        (read(0), read(1)),
        (format!("{group}-2"), format!("{group}-3"))
    );
    let late = send_size(&admin, &at(""), &[("name_en", "Portion")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.page.contains("value=\"Portion\""), "{}", late.page);
    let deleted = admin.send(&at("/delete"), &[]).await;
    assert_eq!(first(&server).await["options"], json!([]));
    let page = admin.page(&deleted.location).await.page;
    assert!(page.contains(&at("/restore")), "{page}");
    admin.send(&at("/restore"), &[]).await;
    assert_eq!(first(&server).await["options"][0]["id"], group);
}

#[tokio::test]
async fn what_is_typed_wrong_is_told_at_its_field_and_stays() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let fields = [
        ("name_zh", " "),
        ("name_en", ""),
        ("selection", "all"),
        ("choice_1_name_en", "<b>large</b>"),
        ("choice_1_price", "-5"),
    ];
    let sent = send_size(&admin, NEW, &fields).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["name_zh", "choice_1_price"] {
        let marked = format!("id=\"admin-menu-options-new-{field}\"");
        let (_, rest) = sent.page.split_once(&marked).unwrap();
        let element = rest.split_once('>').unwrap().0;
        assert!(element.contains("aria-invalid"), "{field}: {element}");
    }
    assert!(sent.page.contains("value=\"-5\""));
    assert!(sent.page.contains("&lt;b&gt;large"));
    let list = admin.page("/admin/menu/options").await.page;
    assert!(!list.contains("b&gt;large"), "{list}");
}
