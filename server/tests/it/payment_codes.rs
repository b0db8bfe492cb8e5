//! The shop's own payment codes: in the settings, and on the page of an order.

use crate::support::{
    Admin, Server, order,
    pages::{Sent, send_parts},
    pictures::plain,
};
use image::ImageFormat;
use reqwest::StatusCode;
use serde_json::Value;
use std::{
    fs::{self, File},
    time::{Duration, SystemTime},
};

const PAGE: &str = "/admin/settings";
const ADD: &str = "/admin/settings/payment";

async fn add(admin: &Admin, picture: Vec<u8>) -> Sent {
    send_parts(admin, ADD, &[("photo", Some("code.png"), picture)]).await
}

/// The addresses of the pictures on a page, in their order.
fn pictures(page: &str) -> Vec<String> {
    let found = page.split("src=\"/photos/").skip(1);
    let found = found.map(|rest| rest.split('"').next().unwrap());
    found.map(|file| format!("/photos/{file}")).collect()
}

#[tokio::test]
async fn a_code_is_shown_with_the_amount_until_the_order_is_paid() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let placed = server.post("/api/orders", &order()).await;
    let placed: Value = placed.json().await.unwrap();
    let path = format!("/orders/{}", placed["token"].as_str().unwrap());
    let page = async || admin.page(&path).await.page;
    assert!(!page().await.contains("Pay by scanning"));
    let sent = add(&admin, plain(800, 1000, ImageFormat::Png)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    assert_eq!(sent.location, format!("{PAGE}?done=photo_saved"));
    let shown = page().await;
    assert!(shown.contains("Pay by scanning"), "{shown}");
    let (_, pay) = shown.split_once("pay__amount").unwrap();
    assert!(pay.contains("¥98.00"), "{pay}");
    let [picture] = &pictures(&shown)[..] else {
        panic!("{shown}");
    };
    // It is another file than what was sent.
    let answer = server.get(picture).await;
    assert_eq!(answer.headers()["content-type"], "image/jpeg");
    // Other settings leave it alone.
    let paused = admin
        .send("/admin/pause", &[("pause_length", "half")])
        .await;
    assert_eq!(paused.status, StatusCode::SEE_OTHER, "{}", paused.page);
    assert_eq!(pictures(&page().await).len(), 1);
    let id = placed["id"].to_string();
    let pay = |version: &'static str, how: &'static str| {
        let (admin, path) = (&admin, format!("/admin/orders/{id}/payment"));
        async move {
            admin
                .send(&path, &[("version", version), ("payment", how)])
                .await
                .status
        }
    };
    assert_eq!(pay("1", "wechat").await, StatusCode::SEE_OTHER);
    assert!(!page().await.contains("Pay by scanning"));
    assert_eq!(pay("2", "").await, StatusCode::SEE_OTHER);
    assert!(page().await.contains("Pay by scanning"));
    let now: Value = serde_json::json!({"id": placed["id"], "version": 3});
    admin.change(&now, "rejected").await;
    assert!(!page().await.contains("Pay by scanning"));
}

#[tokio::test]
async fn codes_are_few_are_pictures_and_can_be_removed() {
    let mut server = Server::start().await;
    let admin = server.admin().await;
    let refused = add(&admin, b"<svg onload=\"alert(1)\"/>".to_vec()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused
            .page
            .contains("This file is not a JPEG, PNG or WebP picture.")
    );
    for side in [100, 110, 120, 120] {
        let sent = add(&admin, plain(side, side, ImageFormat::Png)).await;
        // The same one twice is one.
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    }
    let full = add(&admin, plain(130, 130, ImageFormat::Png)).await;
    assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = admin.page(PAGE).await.page;
    let shown = pictures(&page);
    assert_eq!(shown.len(), 3, "{page}");
    let id = shown[1].strip_prefix("/photos/").unwrap();
    let id = id.split('-').next().unwrap();
    let removed = admin.send(&format!("{ADD}/{id}/remove"), &[]).await;
    assert_eq!(removed.location, format!("{PAGE}?done=photo_removed"));
    let left = pictures(&admin.page(PAGE).await.page);
    assert_eq!(left, [shown[0].clone(), shown[2].clone()]);
    // The file of the one that was removed goes, and those of the others stay.
    server.terminate().await;
    let long_ago = SystemTime::now() - Duration::from_secs(3601);
    let folder = server.file.with_file_name(format!(
        "{}-photos",
        server.file.file_name().unwrap().to_str().unwrap()
    ));
    for entry in fs::read_dir(&folder).unwrap() {
        let file = File::options().write(true).open(entry.unwrap().path());
        file.unwrap().set_modified(long_ago).unwrap();
    }
    server.restart().await;
    server.until_log("files of photos were removed").await;
    for (picture, status) in [
        (&left[0], StatusCode::OK),
        (&left[1], StatusCode::OK),
        (&shown[1], StatusCode::NOT_FOUND),
    ] {
        assert_eq!(server.get(picture).await.status(), status);
    }
}
