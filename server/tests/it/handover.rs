//! How and when an order is handed over: from the request to everything that shows it.

use crate::support::{Admin, Server, order};
use reqwest::{Client, Response, StatusCode, header::ACCEPT_LANGUAGE};
use serde_json::{Value, json};
use std::time::{SystemTime, UNIX_EPOCH};

const SETTINGS: &str = "/admin/settings";
const ADDRESS: &str = "1 Noodle Street";

/// What a clock shows that many minutes from now, and the zone in which it is past noon now: so
/// no test is near midnight.
fn noon(ahead: u64) -> (String, String) {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let minutes = now.as_secs() / 60;
    let zone = i32::try_from(minutes / 60 % 24).unwrap() - 12;
    let shown = 12 * 60 + minutes % 60 + ahead;
    let time = format!("{:02}:{:02}", shown / 60, shown % 60);
    // Names of these zones have their signs the other way round.
    (time, format!("Etc/GMT{zone:+}"))
}

/// Offers all ways, and times a quarter of an hour ahead.
async fn offer_all(admin: &Admin) {
    let (_, zone) = noon(0);
    let fields = [
        ("version", "0"),
        ("shop_name", "Fulai"),
        ("time_zone", &*zone),
        ("currency", "CNY"),
        ("languages", "zh"),
        ("languages", "en"),
        ("ways", "pick_up"),
        ("ways", "table"),
        ("ways", "delivery"),
        ("wanted_times", "yes"),
        ("notice_minutes", "15"),
    ];
    let sent = admin.send(SETTINGS, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
}

async fn place(server: &Server, handover: Value, wanted: &str) -> Response {
    let mut body = order();
    body["handover"] = handover;
    body["wanted"] = wanted.into();
    let request = Client::new().post(server.at("/api/orders")).json(&body);
    request.header(ACCEPT_LANGUAGE, "en").send().await.unwrap()
}

/// What is wrong with which field.
async fn faults(answer: Response) -> Vec<(String, String)> {
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let problem: Value = answer.json().await.unwrap();
    let faults = problem["errors"].as_array().unwrap().iter();
    let text = |fault: &Value, key: &str| fault[key].as_str().unwrap().to_owned();
    faults
        .map(|fault| (text(fault, "field"), text(fault, "code")))
        .collect()
}

#[tokio::test]
async fn what_is_delivered_at_a_time_is_shown_wherever_it_is_worked_on() {
    let server = Server::start().await;
    let admin = server.admin().await;
    offer_all(&admin).await;
    let mut stream = admin.subscribe().await;
    let (wanted, _) = noon(45);
    let handover = json!({"way": "delivery", "address": ADDRESS});
    let answer = place(&server, handover.clone(), &wanted).await;
    assert_eq!(answer.status(), StatusCode::CREATED);
    let seen: Value = answer.json().await.unwrap();
    // The page of the customer does not have to tell others where that is.
    assert_eq!(
        seen["handover"],
        json!({"way": "delivery", "address": "••••reet"})
    );
    let told = stream.next().await.json();
    assert_eq!(told["handover"], handover);
    assert_eq!(told["wanted"]["time"], wanted);
    assert_eq!(seen["wanted"], told["wanted"]);
    let said = format!("Delivery: {ADDRESS} · wanted at {wanted}");
    let id = &told["id"];
    for path in [
        format!("/admin/orders/{id}"),
        "/admin/orders".to_owned(),
        format!("/admin/orders/print?order={id}"),
        "/admin/notices".to_owned(),
        "/admin".to_owned(),
    ] {
        let page = admin.page(&path).await.page;
        assert!(page.contains(&said), "{path}: {page}");
    }
    let table = admin.page("/admin/orders.csv").await.page;
    assert!(
        table.contains(&format!(",Delivery,{ADDRESS},{wanted}")),
        "{table}"
    );
    // The kitchen need not know where its customers live.
    admin.change(&told, "accepted").await;
    let kitchen = admin.page("/admin/kitchen").await.page;
    let (_, kitchen) = kitchen.split_once("class=\"kitchen\"").unwrap();
    assert!(kitchen.contains(&format!("Delivery · wanted at {wanted}")));
    assert!(!kitchen.contains(ADDRESS), "{kitchen}");
    let token = told["token"].as_str().unwrap();
    let page = server.accept_page(&format!("/orders/{token}")).await.page;
    assert!(
        page.contains("••••reet") && !page.contains("Noodle Street"),
        "{page}"
    );
}

#[tokio::test]
async fn an_order_of_before_is_picked_up_as_soon_as_it_is_ready() {
    let server = Server::start().await;
    let placed = server.place().await;
    assert_eq!((placed.get("handover"), placed.get("wanted")), (None, None));
    let pick_up = place(&server, json!({"way": "pick_up", "table": "7"}), "").await;
    let pick_up: Value = pick_up.json().await.unwrap();
    assert_eq!(pick_up.get("handover"), None);
    // Nothing else is offered at first.
    let refused = place(&server, json!({"way": "table", "table": "7"}), "18:00").await;
    let refused = faults(refused).await;
    let not = |field: &str| (field.to_owned(), "not_offered".to_owned());
    assert_eq!(refused, [not("handover.way"), not("wanted")]);
}

#[tokio::test]
async fn what_is_wrong_with_it_is_said_at_its_field() {
    let server = Server::start().await;
    offer_all(&server.admin().await).await;
    let long = "7".repeat(21);
    for (handover, field, code) in [
        (json!({"way": "drone"}), "handover.way", "not_a_choice"),
        (json!({"way": "table"}), "handover.table", "blank"),
        (
            json!({"way": "table", "table": long}),
            "handover.table",
            "too_long",
        ),
        (json!({"way": "delivery"}), "handover.address", "blank"),
    ] {
        let found = faults(place(&server, handover, "").await).await;
        assert_eq!(found, [(field.to_owned(), code.to_owned())]);
    }
    let (soon, _) = noon(5);
    for (wanted, code) in [("soon", "not_a_time"), (&*soon, "too_soon")] {
        let found = faults(place(&server, json!({}), wanted).await).await;
        assert_eq!(found, [("wanted".to_owned(), code.to_owned())]);
    }
}

#[tokio::test]
async fn whoever_asks_again_gets_the_order_though_its_time_is_no_more_offered() {
    let server = Server::start().await;
    let admin = server.admin().await;
    offer_all(&admin).await;
    let mut body = order();
    (body["handover"], body["wanted"]) = (json!({"way": "table", "table": "7"}), noon(30).0.into());
    let first = server.post("/api/orders", &body).await;
    assert_eq!(first.status(), StatusCode::CREATED);
    let settings = server.command(&["settings", "export"]).await;
    assert!(settings.contains("notice_minutes = 15"), "{settings}");
    let (_, zone) = noon(0);
    let fields = [
        ("version", "1"),
        ("shop_name", "Fulai"),
        ("time_zone", &*zone),
        ("currency", "CNY"),
        ("languages", "zh"),
        ("ways", "pick_up"),
        ("notice_minutes", "60"),
    ];
    assert_eq!(
        admin.send(SETTINGS, &fields).await.status,
        StatusCode::SEE_OTHER
    );
    let again = server.post("/api/orders", &body).await;
    assert_eq!(again.status(), StatusCode::OK);
    let (first, again): (Value, Value) = (first.json().await.unwrap(), again.json().await.unwrap());
    assert_eq!(first["token"], again["token"]);
    assert_eq!(again["handover"]["table"], "7");
}

#[tokio::test]
async fn the_counter_asks_what_the_shop_offers() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let names = [
        "handover.way",
        "handover.table",
        "handover.address",
        "wanted",
    ];
    let page = admin.page("/admin/counter").await.page;
    let is_there = |page: &str, name: &str| page.contains(&format!("name=\"{name}\""));
    assert!(names.iter().all(|name| !is_there(&page, name)), "{page}");
    offer_all(&admin).await;
    let page = admin.page("/admin/counter").await.page;
    assert!(names.iter().all(|name| is_there(&page, name)), "{page}");
    // Who takes it knows that it can be had at once.
    let (now, _) = noon(1);
    let mut fields = vec![
        ("request_id", "counter-0001"),
        ("name", ""),
        ("phone", ""),
        ("note", ""),
        ("lines[1][quantity]", "1"),
        ("lines[1][price]", "3200"),
        ("handover.way", "table"),
        ("handover.table", ""),
        ("wanted", &*now),
    ];
    let wrong = admin.send("/admin/counter", &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (_, field) = wrong.page.split_once("name=\"handover.table\"").unwrap();
    assert!(field.split_once('>').unwrap().0.contains("aria-invalid"));
    assert!(
        wrong.page.contains(&format!("value=\"{now}\"")),
        "{}",
        wrong.page
    );
    fields[7].1 = "窗边";
    let sent = admin.send("/admin/counter", &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    let orders: Value = admin.get("/api/orders").await.json().await.unwrap();
    let order = &orders["orders"][0];
    assert_eq!(order["handover"], json!({"way": "table", "table": "窗边"}));
    assert_eq!(order["wanted"]["time"], now);
}

#[tokio::test]
async fn at_least_one_way_is_offered_and_a_form_without_leaves_them() {
    let server = Server::start().await;
    let admin = server.admin().await;
    offer_all(&admin).await;
    let (_, zone) = noon(0);
    let mut fields = vec![
        ("version", "1"),
        ("shop_name", "Fulai"),
        ("time_zone", &*zone),
        ("currency", "CNY"),
        ("languages", "zh"),
        ("notice_minutes", "many"),
    ];
    let wrong = admin.send(SETTINGS, &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in ["Please choose at least one.", "from 0 to 720."] {
        assert!(wrong.page.contains(said), "{said}: {}", wrong.page);
    }
    fields.pop();
    let sent = admin.send(SETTINGS, &fields).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    let page = admin.page(SETTINGS).await.page;
    let (_, ways) = page.split_once("value=\"delivery\"").unwrap();
    assert!(
        ways.split_once('>').unwrap().0.contains("checked"),
        "{page}"
    );
}
