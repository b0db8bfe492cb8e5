//! What the shop's days came to, and closing them.

use crate::support::{Admin, Server, order, pages::Sent};
use reqwest::StatusCode;
use serde_json::{Value, json};

/// Moves an order on, step by step.
async fn change(admin: &Admin, order: &Value, steps: &[&str]) {
    let mut order = order.clone();
    for to in steps {
        let answer = admin.change(&order, to).await;
        assert_eq!(answer.status(), StatusCode::OK, "{to}");
        order = answer.json().await.unwrap();
    }
}

/// What the day's form carries of what its orders were.
fn stamp(page: &str) -> &str {
    let (_, rest) = page.split_once("name=\"version\" value=\"").unwrap();
    rest.split('"').next().unwrap()
}

async fn close(admin: &Admin, day: &str, stamp: &str) -> Sent {
    let path = format!("/admin/days/{day}/close");
    admin.send(&path, &[("version", stamp)]).await
}

/// The row of that key, as far as its end.
fn row<'a>(page: &'a str, key: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("data-key=\"{key}\"")).unwrap();
    rest.split("</tr>").next().unwrap()
}

#[tokio::test]
async fn a_day_is_closed_when_nothing_is_open_and_stays_as_it_was() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let orders = [
        server.place().await,
        server.place().await,
        server.place().await,
    ];
    let day = orders[0]["day"].as_str().unwrap();
    let path = format!("/admin/days/{day}");
    change(&admin, &orders[0], &["accepted", "finished"]).await;
    change(&admin, &orders[2], &["rejected"]).await;
    // The second one is open: the page says so, and leads there.
    let page = admin.page(&path).await.page;
    let link = format!("href=\"/admin/orders/{}\"", orders[1]["id"]);
    assert!(
        page.contains("data-open=\"2\"") && page.contains(&link),
        "{page}"
    );
    assert!(!page.contains("/close\""), "{page}");
    let refused = close(&admin, day, "5").await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    let said = "Orders of this day are still open, so it can’t be closed.";
    assert!(refused.page.contains(said), "{}", refused.page);
    change(&admin, &orders[1], &["accepted", "finished"]).await;
    let mut database = server.database().await;
    database
        .run("update orders set payment = 'cash' where number = 1")
        .await;
    let page = admin.page(&path).await.page;
    let seen = stamp(&page).to_owned();
    // Something happens before the button is pressed.
    database
        .run("update orders set version = version + 1, refunded = 100 where number = 1")
        .await;
    let late = close(&admin, day, &seen).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let said = "The orders of this day have just changed.";
    assert!(late.page.contains(said), "{}", late.page);
    let closed = close(&admin, day, stamp(&late.page)).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.page);
    assert_eq!(closed.location, format!("{path}?done=day_closed"));
    let page = admin.page(&closed.location).await.page;
    assert!(page.contains("The day is closed."), "{page}");
    assert!(page.contains("admin closed this day at"), "{page}");
    assert!(!page.contains("Since it was closed"), "{page}");
    let total = orders[0]["total"].as_i64().unwrap();
    let revenue = format!(
        "¥{}.{:02}",
        (2 * total - 100) / 100,
        (2 * total - 100) % 100
    );
    assert!(row(&page, "totals-revenue").contains(&revenue), "{page}");
    for name in ["Cash", "Not paid", "Rejected: none was given", "-¥1.00"] {
        assert!(page.contains(name), "{name}: {page}");
    }
    // What happens now is told beside, and changes nothing.
    database
        .run(
            r#"update orders set version = version + 1, refunded = 350 where number = 1;
            insert into order_history (order_id, version, at, user_id, what)
            select id, version, 1795690000000, handled_by,
                '{"kind":"refund","amount":250,"why":"cold"}'
            from orders where number = 1"#,
        )
        .await;
    server.place().await;
    let page = admin.page(&path).await.page;
    assert!(row(&page, "totals-revenue").contains(&revenue), "{page}");
    for said in [
        "Since it was closed",
        "data-later=\"1\"",
        "refunded ¥2.50",
        "data-later=\"4\"",
        "placed after that",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("data-later=\"2\""), "{page}");
    // It was closed once.
    let again = close(&admin, day, "1").await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    let notes = "select count(*) from audit where action = 'day_closed'";
    assert_eq!(database.number(notes).await, 1);
    let list = admin.page("/admin/days").await.page;
    assert!(list.contains("data-closed=\"true\""), "{list}");
    assert!(list.contains(&revenue) && list.contains("since it was closed: 2"));
}

#[tokio::test]
async fn days_that_are_none_are_not_found_and_empty_ones_say_so() {
    let server = Server::start().await;
    let admin = server.admin().await;
    for day in ["999", "2026-02-30", "20260226", "9999-01-01", "x"] {
        let page = admin.page(&format!("/admin/days/{day}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{day}");
        let sent = close(&admin, day, "1").await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{day}");
    }
    let empty = admin.page("/admin/days/2020-01-01").await;
    assert_eq!(empty.status, StatusCode::OK);
    assert!(empty.page.contains("There were no orders on this day."));
    let sent = close(&admin, "2020-01-01", "0").await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND);
    let sent = close(&admin, "2020-01-01", "many").await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND);
    let list = admin.page("/admin/days").await.page;
    assert!(list.contains("There are no orders yet."), "{list}");
}

#[tokio::test]
async fn days_are_listed_a_page_at_a_time() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut database = server.database().await;
    database
        .run(
            r"insert into orders (token, request_id, day, number, status, currency, total,
                customer_name, customer_phone, note, placed_at)
            with recursive numbers (n) as (
                select 0 union all select n + 1 from numbers where n < 59
            )
            select n, n, date('2026-01-31', (n % 20) || ' days'), n, 'finished', 'CNY', 1000,
                '', '', '', 0
            from numbers",
        )
        .await;
    let first = admin.page("/admin/days").await.page;
    assert_eq!(first.matches("data-key=\"2026-").count(), 14, "{first}");
    assert!(first.contains("data-key=\"2026-02-19\"") && first.contains("¥30.00"));
    let older = "/admin/days?before=2026-02-06";
    assert!(first.contains(older), "{first}");
    let second = admin.page(older).await.page;
    assert_eq!(second.matches("data-key=\"2026-").count(), 6, "{second}");
    assert!(!second.contains("before="), "{second}");
}

#[tokio::test]
async fn the_dashboard_compares_today_with_the_same_weekday_of_last_week() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let empty = admin.page("/admin/dashboard").await.page;
    assert!(empty.contains("There are no orders yet"), "{empty}");
    assert!(!empty.contains("role=\"img\""), "{empty}");
    for _ in 0..3 {
        let order = server.place().await;
        change(&admin, &order, &["accepted", "finished"]).await;
    }
    let mut database = server.database().await;
    database
        .run(
            r#"update orders set day = date(day, '-7 days'), placed_at = placed_at - 604800000
            where number = 3;
            insert or replace into order_history (order_id, version, at, user_id, what)
            select id, 2, placed_at + 65000 * number, handled_by,
                '{"kind":"status","from":"placed","to":"accepted"}'
            from orders"#,
        )
        .await;
    let page = admin.page("/admin/dashboard").await.page;
    let part = |key: &str| {
        let (_, rest) = page.split_once(&format!("data-key=\"{key}\"")).unwrap();
        rest.split("</li>").next().unwrap()
    };
    let orders = part("orders");
    assert!(
        orders.contains(">2<") && orders.contains("by this time: 1."),
        "{orders}"
    );
    assert!(orders.contains("1 more"), "{orders}");
    assert!(part("revenue").contains(" more"), "{page}");
    // 65 and 130 seconds today, 195 seconds a week before.
    let accepting = part("accepting");
    assert!(accepting.contains(">1 min 37 s<"), "{accepting}");
    assert!(
        accepting.contains("by this time: 3 min 15 s."),
        "{accepting}"
    );
    assert!(accepting.contains("1 min 38 s shorter"), "{accepting}");
    for said in [
        "data-live=\"dashboard\"",
        "role=\"img\"",
        "aria-labelledby=\"bars-title\"",
        "<title id=\"bars-title\">Bar chart: orders by the hour",
        "<details",
        "data-sums=\"hours\"",
        "data-sums=\"dishes\"",
        "scope=\"row\"",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(page.contains("aria-current=\"page\""));
}

#[tokio::test]
async fn who_may_not_see_sums_is_not_led_there() {
    let server = Server::start().await;
    server.add_user("li").await;
    let li = server.sign_in("li").await;
    let desk = li.page("/admin/profile").await.page;
    assert!(!desk.contains("/admin/dashboard"), "{desk}");
    let page = li.page("/admin/days").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    let sent = close(&li, "2026-11-26", "1").await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn everybody_is_told_of_a_day_that_is_closed_and_not_what_it_came_to() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let order = server.post("/api/orders", &order()).await;
    let order: Value = order.json().await.unwrap();
    change(&admin, &order, &["accepted", "finished"]).await;
    let mut stream = li.subscribe().await;
    let day = order["day"].as_str().unwrap();
    let path = format!("/admin/days/{day}");
    let page = admin.page(&path).await.page;
    let closed = close(&admin, day, stamp(&page)).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.page);
    let told = stream.next().await;
    assert_eq!(told.name, "day");
    assert_eq!(told.json(), json!({"day": day, "by": "admin"}));
    // It was closed once, so it is told once.
    close(&admin, day, "1").await;
    admin.push(None, "good night").await;
    assert_eq!(stream.next().await.name, "psh");
}
