//! When the shop takes orders.

use crate::support::{Admin, Server, order, pages::Sent};
use reqwest::StatusCode;
use serde_json::Value;

/// Settings with what is said otherwise.
async fn set(admin: &Admin, version: &str, fields: &[(&str, &str)]) -> Sent {
    let mut all = vec![
        ("version", version),
        ("shop_name", "Fulai"),
        ("time_zone", "Asia/Shanghai"),
        ("currency", "CNY"),
        ("languages", "zh"),
        ("languages", "en"),
    ];
    all.extend_from_slice(fields);
    admin.send("/admin/settings", &all).await
}

async fn refused(server: &Server, order: &Value) -> Value {
    let answer = server.post("/api/orders", order).await;
    assert_eq!(answer.status(), StatusCode::CONFLICT);
    answer.json().await.unwrap()
}

#[tokio::test]
async fn outside_of_its_hours_the_shop_says_when_it_opens_and_takes_nothing() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let before = order();
    server.post("/api/orders", &before).await;
    // The week is open all day, but for today.
    let query = "select cast(strftime('%Y%m%d', 'now', '+8 hours') as integer)";
    let today = server.database().await.number(query).await;
    let today = format!(
        "{}-{:02}-{:02}",
        today / 10_000,
        today / 100 % 100,
        today % 100
    );
    let sent = set(&admin, "0", &[("exceptions", &today)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    let problem = refused(&server, &order()).await;
    assert_eq!(problem["type"], "/problems/closed");
    assert!(
        problem["detail"].as_str().unwrap().contains("00:00"),
        "{problem}"
    );
    let page = server.accept_page("/").await.page;
    assert!(page.contains("The shop takes them again from"), "{page}");
    // Whoever asks again for what was placed gets it.
    let again = server.post("/api/orders", &before).await;
    assert_eq!(again.status(), StatusCode::OK);
    // A form that was sent all the same keeps what was typed.
    let form = [
        ("request_id", "0123456789"),
        ("name", "Lin Xia"),
        ("phone", "13800138000"),
        ("note", ""),
        ("lines[1][quantity]", "7"),
    ];
    let sent = server.accept("/order", &form).await;
    assert_eq!(sent.status, StatusCode::CONFLICT);
    assert!(sent.page.contains("value=\"Lin Xia\"") && sent.page.contains("value=\"7\""));
    set(&admin, "1", &[("exceptions", "")]).await;
    server.place().await;
}

#[tokio::test]
async fn whoever_is_at_the_counter_may_pause() {
    let server = Server::start().await;
    server.add_user("li").await;
    let li = server.sign_in("li").await;
    let fields = [("pause_length", "open"), ("pause_message", "烤箱坏了")];
    let sent = li.send("/admin/pause", &fields).await;
    assert_eq!(sent.location, "/admin/pause");
    let problem = refused(&server, &order()).await;
    assert!(
        problem["detail"].as_str().unwrap().contains("烤箱坏了"),
        "{problem}"
    );
    let page = server.accept_page("/").await.page;
    assert!(
        page.contains("烤箱坏了 The shop takes no orders at the moment."),
        "{page}"
    );
    // Other settings leave the pause as it is.
    set(&server.admin().await, "1", &[]).await;
    refused(&server, &order()).await;
    li.send("/admin/pause/end", &[]).await;
    server.place().await;
    let wrong = li
        .send("/admin/pause", &[("pause_length", "eternity")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let quarter = li
        .send("/admin/pause", &[("pause_length", "quarter")])
        .await;
    assert_eq!(quarter.status, StatusCode::SEE_OTHER);
    refused(&server, &order()).await;
}

#[tokio::test]
async fn hours_are_refused_at_their_field() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let typed = [
        ("closes", "yes"),
        ("weekday_0", "11-14"),
        ("weekday_1", "11:00-14:00"),
        ("exceptions", "Christmas"),
    ];
    let sent = set(&admin, "0", &typed).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        sent.page
            .matches("Please write it like this: 11:00-14:00.")
            .count(),
        2
    );
    assert!(sent.page.contains("value=\"11-14\"") && sent.page.contains("Christmas"));
    server.place().await;
}
