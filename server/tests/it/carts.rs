//! The cart of a browser: kept by its cookie until it is ordered.

use crate::support::{
    Server, order,
    pages::{Sent, send},
};
use reqwest::StatusCode;
use serde_json::{Value, json};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The fields of the form: three of the first dish, for Li.
const FIELDS: [(&str, &str); 5] = [
    ("name", "Li"),
    ("phone", "13800138000"),
    ("note", "no ice"),
    ("lines[1][quantity]", "3"),
    ("lines[1][price]", "3200"),
];

/// The shop's page for a browser with that cookie.
async fn page(server: &Server, cookie: &str) -> Sent {
    let page = server.session(cookie).page("/").await;
    assert_eq!(page.status, StatusCode::OK);
    page
}

/// The value of the form's hidden key.
fn key_of(page: &Sent) -> String {
    let (_, rest) = page
        .page
        .split_once("name=\"request_id\" value=\"")
        .unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// Sends the form with that key, and more fields.
async fn send_form(server: &Server, path: &str, key: &str, more: &[(&str, &str)]) -> Sent {
    let fields = [&[("request_id", key)], &FIELDS[..], more].concat();
    send(&server.url, "", path, &fields).await
}

#[tokio::test]
async fn what_was_put_together_is_on_the_page_that_is_drawn_next() {
    let mut server = Server::start().await;
    let first = page(&server, "").await;
    let key = key_of(&first);
    assert_eq!(first.cookie, format!("orderbell_cart={key}"));
    let kept = send_form(&server, "/cart", &key, &[]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER);
    assert_eq!(
        (&*kept.location, &kept.cookie),
        ("/#summary", &first.cookie)
    );
    // Not even a power cut takes it away.
    server.kill().await;
    server.restart().await;
    let again = page(&server, &first.cookie).await;
    assert_eq!(key_of(&again), key);
    for shown in ["value=\"Li\"", "value=\"13800138000\"", "no ice", "¥96.00"] {
        assert!(again.page.contains(shown), "{shown}");
    }
    let other = page(&server, "").await;
    assert!(!other.page.contains("13800138000") && key_of(&other) != key);
}

#[tokio::test]
async fn an_order_is_known_to_whoever_has_lost_its_answer_and_the_next_is_another() {
    let server = Server::start().await;
    let first = page(&server, "").await;
    let key = key_of(&first);
    send_form(&server, "/cart", &key, &[]).await;
    let placed = send_form(&server, "/order", &key, &[]).await;
    assert_eq!(placed.status, StatusCode::SEE_OTHER);
    let carts = server
        .database()
        .await
        .number("select count(*) from carts")
        .await;
    assert_eq!(carts, 0);
    let again = page(&server, &first.cookie).await;
    assert!(again.page.contains("Your order #1 was placed."));
    assert!(again.page.contains(&placed.location));
    assert!(!again.page.contains("13800138000"));
    let next = key_of(&again);
    assert_ne!(next, key);
    let third = page(&server, &again.cookie).await;
    assert_eq!(key_of(&third), next);
    let other = send_form(&server, "/order", &next, &[]).await;
    assert_ne!(other.location, placed.location);
}

#[tokio::test]
async fn the_key_of_a_program_leads_to_no_order() {
    let server = Server::start().await;
    let mut of_program = order();
    of_program["request_id"] = json!("any-key-of-yours");
    server.post("/api/orders", &of_program).await;
    let page = page(&server, "orderbell_cart=any-key-of-yours").await;
    assert!(!page.page.contains("Your order #1 was placed"));
    assert!(page.cookie.starts_with("orderbell_cart="));
}

#[tokio::test]
async fn what_is_no_cart_is_not_kept() {
    let server = Server::start().await;
    for key in ["", "short", "any-key-of-yours"] {
        let answer = send_form(&server, "/cart", key, &[]).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{key}");
    }
    let first = page(&server, "").await;
    let long = "a".repeat(20_000);
    let more = [("remember", &*long)];
    let answer = send_form(&server, "/cart", &key_of(&first), &more).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let again = page(&server, &first.cookie).await;
    assert!(!again.page.contains("13800138000"));
}

#[tokio::test]
async fn who_orders_is_remembered_where_that_is_wanted() {
    let server = Server::start().await;
    let mut cookie = String::new();
    for remember in [true, false] {
        let key = key_of(&page(&server, "").await);
        let more = [("remember", "on")];
        let more = if remember { &more[..] } else { &[] };
        cookie = send_form(&server, "/order", &key, more).await.cookie;
        let page = page(&server, &cookie).await;
        assert_eq!(page.page.contains("value=\"Li\""), remember);
        assert_eq!(page.page.contains("value=\"13800138000\""), remember);
    }
    assert_eq!(cookie, "orderbell_customer=");
}

#[tokio::test]
async fn what_was_ordered_is_put_together_again_with_what_has_changed() {
    let server = Server::start().await;
    let mut ordered = order();
    ordered["lines"] = json!([
        {"item": 2, "quantity": 2, "options": [{"choice": "1-2"}]},
        {"item": 1, "quantity": 1},
    ]);
    let ordered = server.post("/api/orders", &ordered).await;
    let ordered: Value = ordered.json().await.unwrap();
    let token = ordered["token"].as_str().unwrap();
    let again = send(&server.url, "", "/cart/again", &[("order", token)]).await;
    assert_eq!(
        (again.status, &*again.location),
        (StatusCode::SEE_OTHER, "/#summary")
    );
    let total = ordered["total"].as_i64().unwrap();
    let shown = page(&server, &again.cookie).await.page;
    assert!(shown.contains(&format!("¥{}.00", total / 100)));
    // Whoever has the link may be somebody else.
    assert!(!shown.contains("13800138000"));
    let unknown = send(&server.url, "", "/cart/again", &[("order", "unknown")]).await;
    assert_eq!((&*unknown.location, &*unknown.cookie), ("/", ""));
}

#[tokio::test]
async fn what_fills_in_the_hidden_field_or_is_too_fast_orders_nothing() {
    let server = Server::start_with(&["--min-form-seconds", "60"]).await;
    let key = key_of(&page(&server, "").await);
    let (now, before) = (seconds_ago(0), seconds_ago(61));
    for (drawn, website) in [(&now, ""), (&before, "x")] {
        let more = [("drawn", &**drawn), ("website", website)];
        let refused = send_form(&server, "/order", &key, &more).await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{website}"
        );
    }
    let more = [("drawn", &*before), ("website", "")];
    let placed = send_form(&server, "/order", &key, &more).await;
    assert_eq!(placed.status, StatusCode::SEE_OTHER);
    assert_eq!(server.place().await["number"], 2);
}

/// So many seconds ago, as the form has it.
fn seconds_ago(ago: u64) -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    (since - Duration::from_secs(ago)).as_millis().to_string()
}
