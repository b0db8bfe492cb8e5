//! The menu as a table: taken home, changed, and brought back.

use crate::support::{
    Admin, Server,
    pages::{Sent, send_parts},
};
use reqwest::StatusCode;
use serde_json::Value;

const IMPORT: &str = "/admin/menu/import";
const CONFIRM: &str = "/admin/menu/import/confirm";

async fn menu(server: &Server) -> Vec<Value> {
    let menu: Value = server.get("/api/menu").await.json().await.unwrap();
    menu["items"].as_array().unwrap().clone()
}

async fn export(admin: &Admin) -> String {
    admin.get("/admin/menu/export").await.text().await.unwrap()
}

/// Sends a file, and gets the preview.
async fn preview(admin: &Admin, file: impl Into<Vec<u8>>) -> Sent {
    send_parts(admin, IMPORT, &[("file", Some("menu.csv"), file.into())]).await
}

/// What stands in a hidden field of a page.
fn hidden(page: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.split_once(&mark).expect("there is no such field");
    let value = rest.split('"').next().unwrap();
    let value = value.replace("&quot;", "\"").replace("&lt;", "<");
    value.replace("&gt;", ">").replace("&amp;", "&")
}

/// Agrees to a preview, as a browser does: with its own line breaks.
async fn confirm(admin: &Admin, preview: &Sent) -> Sent {
    let table = hidden(&preview.page, "table").replace('\n', "\r\n");
    let seen = hidden(&preview.page, "seen");
    let parts = [
        ("table", None, table.into_bytes()),
        ("seen", None, seen.into_bytes()),
    ];
    send_parts(admin, CONFIRM, &parts).await
}

#[tokio::test]
async fn an_export_is_a_file_and_changes_nothing_when_it_comes_back() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let answer = admin.get("/admin/menu/export").await;
    assert_eq!(answer.headers()["content-type"], "text/csv; charset=utf-8");
    let disposition = answer.headers()["content-disposition"].to_str().unwrap();
    assert_eq!(disposition, "attachment; filename=\"menu.csv\"");
    let bytes = answer.bytes().await.unwrap();
    assert!(bytes.starts_with("\u{feff}id,category_zh".as_bytes()));
    let sent = preview(&admin, bytes.to_vec()).await;
    assert_eq!(sent.status, StatusCode::OK);
    assert!(
        sent.page.contains("there is nothing to change"),
        "{}",
        sent.page
    );
    assert!(!sent.page.contains(CONFIRM));
}

#[tokio::test]
async fn a_table_is_previewed_agreed_to_and_told_once() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let before = menu(&server).await.len();
    let table = "id\tname_zh\tname_en\tprice\tcategory_zh\tcategory_en\tmarks\thidden\n\
        1\t牛肉面\t'=Beef\t40\t汤面\tNoodle Soups\tspicy\t\n\
        \t豆浆\tSoy milk\t5\t饮品\tNew drinks\tvegan soy\t\n\
        \t秘密\t\t6\t饮品\tNew drinks\t\tyes\n";
    let mut stream = admin.subscribe().await;
    let sent = preview(&admin, table).await;
    assert_eq!(sent.status, StatusCode::OK);
    for title in [
        "Dishes that would be added (2)",
        "Dishes that would be changed (1)",
        "Categories that would be added (1)",
    ] {
        assert!(sent.page.contains(title), "{title}: {}", sent.page);
    }
    assert_eq!(menu(&server).await.len(), before);
    let done = confirm(&admin, &sent).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.page);
    assert_eq!(done.location, "/admin/menu?done=menu_imported");
    let event = stream.next().await;
    assert_eq!(
        (&*event.name, &event.json()["item"]),
        ("menu", &Value::Null)
    );
    let now = menu(&server).await;
    // A hidden one is not seen.
    assert_eq!(now.len(), before + 1);
    assert_eq!(now[0]["price"], 4000);
    let new = now.iter().find(|item| item["price"] == 500).unwrap();
    assert_eq!(new["marks"], serde_json::json!(["vegan", "soy"]));
    let audit = admin.page("/admin/audit").await.page;
    assert!(audit.contains("imported the menu") && audit.contains("+2 ~1"));
    // A second click adds nothing.
    let again = confirm(&admin, &sent).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(
        again
            .page
            .contains("The menu has changed since the preview")
    );
    assert_eq!(menu(&server).await.len(), before + 1);
    assert!(export(&admin).await.contains(",'=Beef,"));
}

#[tokio::test]
async fn what_a_colleague_changes_meanwhile_is_not_lost() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let sent = preview(&admin, "id,price\n1,40\n2,41\n").await;
    admin.send("/admin/menu/dishes/2/hide", &[]).await;
    let late = confirm(&admin, &sent).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_ne!(menu(&server).await[0]["price"], 4000);
    // The page has the preview of now, which can be agreed to.
    let done = confirm(&admin, &late).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert_eq!(menu(&server).await[0]["price"], 4000);
}

#[tokio::test]
async fn what_is_sold_meanwhile_stays_sold() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let stock = preview(&admin, "id,stock\n1,5\n").await;
    confirm(&admin, &stock).await;
    let sent = preview(&admin, "id,stock,price\n1,5,40\n").await;
    server.place().await;
    let done = confirm(&admin, &sent).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let first = &menu(&server).await[0];
    assert_eq!(
        (&first["stock"], &first["price"]),
        (&3.into(), &4000.into())
    );
}

#[tokio::test]
async fn faults_are_told_by_line_and_column_and_change_nothing() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let table = "id,price\n1,40\n999,5\n2,free\n";
    let sent = preview(&admin, table).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in [
        "Line 3, column id: No dish on the menu has this number.",
        "Line 4, column price: Please give a price",
    ] {
        assert!(sent.page.contains(said), "{said}: {}", sent.page);
    }
    assert!(!sent.page.contains(CONFIRM));
    // Nobody can agree to it by going round the page.
    let seen = hidden(&preview(&admin, "id,price\n1,40\n").await.page, "seen");
    let parts = [
        ("table", None, table.into()),
        ("seen", None, seen.into_bytes()),
    ];
    let forced = send_parts(&admin, CONFIRM, &parts).await;
    assert_eq!(forced.status, StatusCode::SEE_OTHER);
    let prices = menu(&server).await;
    assert_eq!(prices[0]["price"], 4000);
    assert_ne!(prices[1]["price"], 500);
}

#[tokio::test]
async fn files_that_are_no_table_are_refused_in_words() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let utf16: Vec<u8> = "\u{feff}id"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let long = format!("id,name_zh\n{}", "1,x\n".repeat(5_001));
    for (file, said) in [
        (Vec::new(), "Please choose a CSV file"),
        (b"PK\x03\x04".to_vec(), "This is an Excel workbook"),
        (utf16, "This file is in UTF-16"),
        (b"id,\xc3\xfb\xb3\xc6".to_vec(), "This file is not in UTF-8"),
        (b"name_zh\nx".to_vec(), "and id is not among them"),
        (b"id,id\n1,1".to_vec(), "names the column id twice"),
        (long.into_bytes(), "at most 5000"),
    ] {
        let sent = preview(&admin, file).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        assert!(sent.page.contains(said), "{said}: {}", sent.page);
    }
    let broken = admin.send(CONFIRM, &[("seen", "{}")]).await;
    assert_eq!(broken.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn five_thousand_dishes_are_imported_at_once() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let before = menu(&server).await.len();
    let rows: String = (0..5_000).map(|n| format!(",D{n},1,面\n")).collect();
    let sent = preview(&admin, format!("id,name_zh,price,category_zh\n{rows}")).await;
    assert!(sent.page.contains("Dishes that would be added (5000)"));
    let done = confirm(&admin, &sent).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let now = menu(&server).await;
    assert_eq!(now.len(), before + 5_000);
    let new: Vec<_> = now.iter().filter(|item| item["price"] == 100).collect();
    let names = (0..5_000).map(|n| format!("D{n}"));
    assert!(
        new.iter()
            .map(|item| item["name"].as_str().unwrap())
            .eq(names)
    );
}
