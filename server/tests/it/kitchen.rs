//! The kitchen: what is to be made, and ticking it off.

use crate::support::{Admin, Server, Stream, client::client, order, pages::Sent};
use reqwest::StatusCode;
use serde_json::{Value, json};

const PAGE: &str = "/admin/kitchen";

/// An accepted order of those items, each that often.
async fn accepted(server: &Server, admin: &Admin, lines: &[(u32, u32)]) -> Value {
    let mut new = order();
    let lines = lines.iter();
    new["lines"] = lines
        .map(|(item, quantity)| json!({"item": item, "quantity": quantity}))
        .collect();
    let placed: Value = server.post("/api/orders", &new).await.json().await.unwrap();
    let answer = admin.change(&placed, "accepted").await;
    assert_eq!(answer.status(), StatusCode::OK);
    answer.json().await.unwrap()
}

async fn tick(admin: &Admin, order: &Value, line: u32, done: bool) -> Sent {
    let (order, line) = (order["id"].to_string(), line.to_string());
    let done = if done { "1" } else { "0" };
    let fields = [("order", &*order), ("line", &*line), ("done", done)];
    admin.send("/admin/kitchen/lines", &fields).await
}

async fn change(admin: &Admin, order: &Value, to: &str, version: &str) -> Sent {
    let order = order["id"].to_string();
    let fields = [("order", &*order), ("to", to), ("version", version)];
    admin.send("/admin/kitchen/orders", &fields).await
}

/// What stands in that attribute on a page, from its top.
fn attributes(page: &str, name: &str) -> Vec<String> {
    let mark = format!(" {name}=\"");
    let found = page.split(&*mark).skip(1);
    let found = found.map(|rest| rest.split('"').next().unwrap().to_owned());
    found.collect()
}

/// The lines on a page: which, and whether they are made.
fn lines(page: &str) -> Vec<(String, String)> {
    let keys = attributes(page, "data-key").into_iter();
    let keys = keys.filter(|key| key.starts_with("line-"));
    keys.zip(attributes(page, "data-made")).collect()
}

/// Whether a button is on a page, by what it says to those who don't see it.
fn has_button(page: &str, spoken: &str) -> bool {
    page.contains(&format!("aria-label=\"{spoken}\""))
}

#[tokio::test]
async fn the_same_dish_of_several_orders_is_made_together() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let empty = admin.page(PAGE).await;
    assert_eq!(empty.status, StatusCode::OK);
    assert!(empty.page.contains("data-live=\"kitchen\"") && lines(&empty.page).is_empty());
    // Nobody has answered this one.
    server.place().await;
    accepted(&server, &admin, &[(5, 2), (7, 1)]).await;
    accepted(&server, &admin, &[(5, 3)]).await;
    let page = admin.page(PAGE).await.page;
    assert_eq!(attributes(&page, "data-left"), ["5", "1"]);
    let made = |line: &str| (line.to_owned(), "false".to_owned());
    assert_eq!(
        lines(&page),
        [made("line-2-0"), made("line-3-0"), made("line-2-1")]
    );
    let (_, shown) = page.split_once("data-live=\"kitchen\"").unwrap();
    assert!(shown.contains("少辣") && !shown.contains("王小明") && !shown.contains("8000"));
    let by_order = admin.page("/admin/kitchen?by=order").await.page;
    assert_eq!(
        lines(&by_order),
        [made("line-2-0"), made("line-2-1"), made("line-3-0")]
    );
    assert!(has_button(&by_order, "Start: #2"));
}

#[tokio::test]
async fn a_line_is_ticked_once_told_and_taken_back() {
    let server = Server::start().await;
    let admin = server.admin().await;
    server.add_user("li").await;
    let li = server.sign_in("li").await;
    let order = accepted(&server, &admin, &[(5, 2), (7, 1)]).await;
    let mut stream = admin.subscribe().await;
    let ticked = tick(&li, &order, 0, true).await;
    assert_eq!(ticked.status, StatusCode::SEE_OTHER);
    assert_eq!(ticked.location, "/admin/kitchen#line-1-0");
    let event = stream.next().await;
    let data = event.json();
    let expected = json!({
        "order": 1, "line": 0, "done": true, "by": "li", "at": data["at"],
    });
    assert_eq!((&*event.name, &data), ("line", &expected));
    // Who was second is right, too, and tells nothing.
    assert_eq!(
        tick(&admin, &order, 0, true).await.status,
        StatusCode::SEE_OTHER
    );
    let page = admin.page(PAGE).await.page;
    assert_eq!(lines(&page)[0], ("line-1-0".to_owned(), "true".to_owned()));
    assert_eq!(attributes(&page, "data-left"), ["0", "1"]);
    assert!(page.contains("li, "), "{page}");
    tick(&admin, &order, 0, false).await;
    let back = stream.next().await;
    assert_eq!(back.seq(), event.seq() + 1);
    assert_eq!(
        (&back.json()["done"], &back.json()["by"]),
        (&json!(false), &json!("admin"))
    );
    for (order, line) in [(&order, 9), (&json!({"id": 99}), 0)] {
        let unknown = tick(&admin, order, line, true).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    }
    // It pops up nowhere.
    let notices = admin.page("/admin/notices").await.page;
    assert_eq!(notices.matches("data-notice=").count(), 1);
}

#[tokio::test]
async fn an_order_of_which_all_is_made_is_ready_by_its_button() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let order = accepted(&server, &admin, &[(5, 1), (7, 1)]).await;
    tick(&admin, &order, 0, true).await;
    let page = admin.page(PAGE).await.page;
    assert!(!has_button(&page, "Ready: #1"), "{page}");
    tick(&admin, &order, 1, true).await;
    let page = admin.page(PAGE).await.page;
    assert!(has_button(&page, "Start: #1") && has_button(&page, "Ready: #1"));
    let begun = change(&admin, &order, "preparing", "2").await;
    assert_eq!(
        (begun.status, &*begun.location),
        (StatusCode::SEE_OTHER, PAGE)
    );
    // Whoever saw it before is told who was faster.
    let late = change(&admin, &order, "ready", "2").await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.page.contains("admin was faster"), "{}", late.page);
    let elsewhere = change(&admin, &order, "cancelled", "3").await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
    let ready = change(&admin, &order, "ready", "3").await;
    assert_eq!(ready.status, StatusCode::SEE_OTHER);
    assert!(lines(&admin.page(PAGE).await.page).is_empty());
    // What has left the kitchen is not ticked back; the station stays that was shown.
    let id = order["id"].to_string();
    let fields = [
        ("order", &*id),
        ("line", "0"),
        ("done", "0"),
        ("by", "order"),
    ];
    let gone = admin.send("/admin/kitchen/lines", &fields).await;
    assert_eq!(gone.status, StatusCode::CONFLICT);
    assert!(
        gone.page.contains("/admin/kitchen?by=order\" aria-current"),
        "{}",
        gone.page
    );
}

#[tokio::test]
async fn categories_share_a_station() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let name = |id: u32, station: &'static str| {
        let path = format!("/admin/menu/categories/{id}/rename");
        let admin = &admin;
        async move {
            let fields = [
                ("name_zh", "面"),
                ("name_en", "Noodles"),
                ("station", station),
            ];
            admin.send(&path, &fields).await
        }
    };
    for id in [1, 2] {
        assert_eq!(name(id, " Wok ").await.status, StatusCode::SEE_OTHER);
    }
    let long = name(1, "a station with a long name").await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.page.contains("value=\"a station with a long name\""));
    accepted(&server, &admin, &[(5, 1), (7, 1), (21, 1)]).await;
    let ids = async |query: &str| {
        let page = admin.page(&format!("{PAGE}{query}")).await.page;
        let lines = lines(&page).into_iter().map(|(line, _)| line);
        lines.collect::<Vec<_>>()
    };
    assert_eq!(ids("").await.len(), 3);
    for query in ["?station=1", "?station=2", "?station=2&by=order"] {
        assert_eq!(ids(query).await, ["line-1-0", "line-1-1"], "{query}");
    }
    assert_eq!(ids("?station=5").await, ["line-1-2"]);
    let page = admin.page("/admin/kitchen?station=2").await.page;
    assert_eq!(page.matches(">Wok<").count(), 2, "{page}");
    assert!(
        page.contains("href=\"/admin/kitchen?station=1\" aria-current=\"true\""),
        "{page}"
    );
    // A form leads back to where it stood.
    let fields = [
        ("order", "1"),
        ("line", "0"),
        ("done", "1"),
        ("station", "2"),
    ];
    let sent = admin.send("/admin/kitchen/lines", &fields).await;
    assert_eq!(sent.location, "/admin/kitchen?station=2#line-1-0");
    // Blank: each is its own again.
    name(2, "").await;
    assert_eq!(ids("?station=1").await, ["line-1-0"]);
}

#[tokio::test]
async fn other_options_are_made_apart() {
    let server = Server::start().await;
    let admin = server.admin().await;
    for choice in [json!([]), json!([{"choice": "1-2"}]), json!([])] {
        let mut new = order();
        new["lines"] = json!([{"item": 2, "quantity": 1, "options": choice}]);
        let placed: Value = server.post("/api/orders", &new).await.json().await.unwrap();
        admin.change(&placed, "accepted").await;
    }
    let page = admin.page(PAGE).await.page;
    assert_eq!(attributes(&page, "data-left"), ["2", "1"]);
    assert!(page.contains("Large"), "{page}");
}

#[tokio::test]
async fn programs_hear_nothing_of_ticks() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let key = server
        .command(&["key", "add", "till", "--may", "print"])
        .await;
    let request = client().get(server.at("/sse/subscribe"));
    let mut program = Stream::open(request.bearer_auth(key.trim())).await;
    let order = accepted(&server, &admin, &[(5, 1)]).await;
    tick(&admin, &order, 0, true).await;
    change(&admin, &order, "ready", "2").await;
    for name in ["order", "change", "change"] {
        assert_eq!(program.next().await.name, name);
    }
}
