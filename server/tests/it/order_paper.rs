//! Orders on paper, and as a table.

use crate::support::{Server, client::client, order};
use reqwest::StatusCode;

const PRINT: &str = "/admin/orders/print";
const TABLE: &str = "/admin/orders.csv";

#[tokio::test]
async fn tickets_are_a_page_of_their_own() {
    let server = Server::start().await;
    let admin = server.admin().await;
    for _ in 0..2 {
        server.place().await;
    }
    let sent = admin
        .page(&format!("{PRINT}?order=2&order=1&order=2&width=58"))
        .await;
    assert_eq!(sent.status, StatusCode::OK);
    let tickets = sent.page.split("data-ticket=\"").skip(1);
    let tickets: Vec<_> = tickets.map(|rest| &rest[..1]).collect();
    assert_eq!(tickets, ["2", "1"]);
    for part in [
        "tickets--58",
        ">#2<",
        "王小明",
        "13800138000",
        "少辣",
        "2×",
        "data-print hidden",
    ] {
        let page = sent.page.replace(" \"×\"", "×").replace("<!>", "");
        assert!(page.contains(part), "{part}: {page}");
    }
    assert!(!sent.page.contains("class=\"nav\""), "{}", sent.page);
    let page = admin.page(&format!("{PRINT}?order=1&width=1")).await.page;
    assert!(page.contains("tickets--80"), "{page}");
    let many: String = (1..=51).map(|id| format!("order={id}&")).collect();
    for (query, said) in [
        ("", "Please choose at least one."),
        ("order=x", "Please choose one of the list."),
        (&*many, "At most 50 at a time."),
    ] {
        let sent = admin.page(&format!("{PRINT}?{query}")).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert!(sent.page.contains(said), "{said}: {}", sent.page);
    }
    let nothing = admin.page(&format!("{PRINT}?order=99")).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    let nobody = server.accept_page(&format!("{PRINT}?order=1")).await;
    assert_eq!(nobody.location, "/sign-in");
}

#[tokio::test]
async fn orders_are_taken_home_as_a_table_and_that_is_noted() {
    let server = Server::start().await;
    server
        .command(&["user", "add", "wang", "--role", "staff"])
        .await;
    let admin = server.admin().await;
    let mut formula = order();
    formula["customer"]["name"] = "=1+1".into();
    formula["note"] = "two\nlines, \"quoted\"".into();
    server.post("/api/orders", &formula).await;
    server.place().await;
    let answer = admin.get(&format!("{TABLE}?q=%3D1&status=placed")).await;
    assert_eq!(answer.headers()["content-type"], "text/csv; charset=utf-8");
    let disposition = answer.headers()["content-disposition"].to_str().unwrap();
    assert_eq!(disposition, "attachment; filename=\"orders.csv\"");
    let table = answer.text().await.unwrap();
    assert!(table.starts_with("\u{feff}号码,日期,时间,状态,"), "{table}");
    let rows: Vec<_> = table.trim_end().split("\r\n").collect();
    assert_eq!(rows.len(), 2, "{table}");
    for part in [
        "'=1+1",
        "\"two\nlines, \"\"quoted\"\"\"",
        ",13800138000,",
        "2 × ",
        ",CNY",
    ] {
        assert!(rows[1].contains(part), "{part}: {table}");
    }
    let english = client()
        .get(server.at(TABLE))
        .header("cookie", &admin.cookie);
    let english = english
        .header("accept-language", "en")
        .send()
        .await
        .unwrap();
    let english = english.text().await.unwrap();
    assert!(english.contains("Number,Day,Time,Status,"), "{english}");
    let audit = admin.page("/admin/audit").await.page;
    // What was looked for may be somebody's name.
    for part in ["exported orders", "status=placed q=…"] {
        assert!(audit.contains(part), "{part}: {audit}");
    }
    assert!(!audit.contains("q==1"), "{audit}");
    let staff = server.sign_in("wang").await;
    assert_eq!(staff.get(TABLE).await.status(), StatusCode::FORBIDDEN);
    assert!(
        !staff
            .page("/admin/orders")
            .await
            .page
            .contains("orders.csv")
    );
}

#[tokio::test]
async fn a_long_table_is_whole() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut database = server.database().await;
    database
        .run(
            r"
            insert into orders (
                token, request_id, day, number, status, currency, total,
                customer_name, customer_phone, note, placed_at
            )
            with recursive numbers (n) as (
                select 1 union all select n + 1 from numbers where n < 1234
            )
            select
                'old-token-' || n, 'old-request-' || n, '2020-01-01', n, 'finished', 'CNY', n,
                'Old', '13800138000', '', 1577880000000 + n
            from numbers
            ",
        )
        .await;
    let table = admin.get(&format!("{TABLE}?sort=oldest")).await;
    let table = table.text().await.unwrap();
    let rows = table.trim_end().split("\r\n").skip(1);
    let numbers = rows.map(|row| row.split(',').next().unwrap().parse::<u32>().unwrap());
    assert!(numbers.eq(1..=1234_u32), "{table}");
}
