//! For how long personal data of orders is kept.

use crate::support::{Server, order, pages::Sent};
use reqwest::StatusCode;
use serde_json::{Value, json};

const SETTINGS: &str = "/admin/settings";

/// The form of the settings, with so many days.
async fn keep(server: &Server, version: &str, days: &str) -> Sent {
    keep_with(server, version, days, &[]).await
}

async fn keep_with(server: &Server, version: &str, days: &str, more: &[(&str, &str)]) -> Sent {
    let mut fields = vec![
        ("version", version),
        ("shop_name", "Fulai"),
        ("time_zone", "Asia/Shanghai"),
        ("currency", "CNY"),
        ("languages", "zh"),
        ("languages", "en"),
        ("personal_days", days),
    ];
    fields.extend_from_slice(more);
    server.admin().await.send(SETTINGS, &fields).await
}

#[tokio::test]
async fn names_go_when_their_time_is_over_and_sums_stay() {
    let mut server = Server::start().await;
    let mut sent = order();
    sent["handover"] = json!({"way": "delivery", "address": "1 Noodle Street"});
    let rules = [("notice_minutes", "15"), ("ways", "delivery")];
    let offered = keep_with(&server, "0", "", &rules).await;
    assert_eq!(offered.status, StatusCode::SEE_OTHER, "{}", offered.page);
    let order: Value = server
        .post("/api/orders", &sent)
        .await
        .json()
        .await
        .unwrap();
    let (token, total) = (order["token"].as_str().unwrap(), &order["total"]);
    let sent = keep(&server, "1", "30").await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    let page = server.admin().await.page(SETTINGS).await.page;
    assert!(page.contains("value=\"30\""), "{page}");
    assert_eq!(server.admin().await.connections().await, 0);
    server.terminate().await;
    let mut database = server.database().await;
    // It was placed 31 days ago, today's page shows it still.
    database
        .run("update orders set placed_at = placed_at - 31 * 86400000")
        .await;
    server.restart().await;
    database
        .until("select count(*) from orders where customer_name <> ''", 0)
        .await;
    let named = "select count(*) from events where data like '%王小明%' or progress like '%王小明%'
        or data like '%8000%' or data like '%少辣%' or progress like '%少辣%' or data like '%reet\"%'
        or progress like '%reet\"%'";
    assert_eq!(database.number(named).await, 0);
    let addresses = "select count(*) from orders where address <> ''";
    assert_eq!(database.number(addresses).await, 0);
    let admin = server.admin().await;
    let desk = admin.page("/admin").await.page;
    assert!(desk.contains("Name removed") && !desk.contains("王小明"));
    assert!(!desk.contains("href=\"tel:\""), "{desk}");
    let shown = server.accept_page(&format!("/orders/{token}")).await.page;
    assert!(shown.contains("Name removed"), "{shown}");
    let mut stream = admin.subscribe_at("/sse/subscribe?after=0", None).await;
    let mut told = stream.next().await;
    while told.name != "order" {
        told = stream.next().await;
    }
    let told = told.json();
    assert_eq!(told["handover"], json!({"way": "delivery", "address": ""}));
    assert_eq!(
        (&told["customer"]["name"], &told["total"]),
        (&"".into(), total)
    );
}

#[tokio::test]
async fn the_days_are_a_number_or_nothing() {
    let server = Server::start().await;
    for days in ["0", "3651", "-1", "many", "1.5"] {
        let sent = keep(&server, "0", days).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{days}");
        let said = "Please give a whole number from 1 to 3650.";
        assert!(sent.page.contains(said), "{days}: {}", sent.page);
        assert!(sent.page.contains(&format!("value=\"{days}\"")));
    }
    assert_eq!(
        keep(&server, "0", "3650").await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(keep(&server, "1", " ").await.status, StatusCode::SEE_OTHER);
}
