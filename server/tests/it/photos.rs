//! Photos of dishes: uploaded, shown, replaced and removed, or refused.

use crate::support::{
    Server,
    client::client,
    pictures::{bomb, noisy, plain},
};
use image::{GenericImageView, ImageFormat};
use reqwest::{
    StatusCode,
    multipart::{Form, Part},
};
use serde_json::Value;
use std::{
    ffi::OsString,
    fs::{self, File},
    path::PathBuf,
    process::Command,
    time::{Duration, SystemTime},
};

const MB: usize = 1024 * 1024;

/// Where the photo of the first dish can be had; `null` where it has none.
async fn photo(server: &Server) -> Value {
    let menu: Value = server.get("/api/menu").await.json().await.unwrap();
    menu["items"][0]["photo"].clone()
}

fn folder(server: &Server) -> PathBuf {
    let mut folder = OsString::from(&server.file);
    folder.push("-photos");
    folder.into()
}

fn files(server: &Server) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder(server)).unwrap();
    let files = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.collect();
    files.sort();
    files
}

#[tokio::test]
async fn a_photo_is_uploaded_and_shown_wherever_the_dish_is() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut stream = admin.subscribe().await;
    assert_eq!(photo(&server).await, Value::Null);
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        // What it is, its name does not decide.
        let sent = admin.upload("1", "IMG 1.heic", plain(800, 600, format));
        let sent = sent.await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
        assert_eq!(sent.location, "/admin/menu/dishes/1?done=photo_saved");
        assert_eq!(stream.named("menu").await.json()["item"], 1);
    }
    let urls = photo(&server).await;
    for (size, expected) in [("small", (160, 120)), ("large", (640, 480))] {
        let answer = server.get(urls[size].as_str().unwrap()).await;
        assert_eq!(answer.status(), StatusCode::OK);
        let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
        assert_eq!(header("content-type"), "image/jpeg");
        assert_eq!(
            header("cache-control"),
            "public, max-age=31536000, immutable"
        );
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert!(header("content-security-policy").starts_with("default-src 'none'"));
        let bytes = answer.bytes().await.unwrap();
        let picture = image::load_from_memory_with_format(&bytes, ImageFormat::Jpeg).unwrap();
        assert_eq!(picture.dimensions(), expected);
    }
    let small = format!("src=\"{}\"", urls["small"].as_str().unwrap());
    let large = format!("src=\"{}\"", urls["large"].as_str().unwrap());
    let shop = server.get("/").await.text().await.unwrap();
    for part in [&*small, "loading=\"lazy\"", "width=\"88\" height=\"88\""] {
        assert!(shop.contains(part), "{part}: {shop}");
    }
    assert!(admin.page("/admin/menu").await.page.contains(&small));
    let dish = admin.page("/admin/menu/dishes/1?done=photo_saved").await;
    assert!(dish.page.contains(&large) && dish.page.contains("The photo is saved."));
    let audit = admin.page("/admin/audit").await.page;
    assert!(audit.contains("set the photo of the dish"), "{audit}");
}

#[tokio::test]
async fn a_photo_is_removed_and_brought_back() {
    let server = Server::start().await;
    let admin = server.admin().await;
    admin
        .upload("1", "a.png", plain(20, 10, ImageFormat::Png))
        .await;
    let before = photo(&server).await;
    let removed = admin.send("/admin/menu/dishes/1/photo/remove", &[]).await;
    assert_eq!(photo(&server).await, Value::Null);
    let page = admin.page(&removed.location).await.page;
    let undo = "/admin/menu/dishes/1/photo/restore";
    assert!(page.contains(undo) && page.contains("The photo is removed."));
    let again = admin.send("/admin/menu/dishes/1/photo/remove", &[]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    admin.send(undo, &[]).await;
    assert_eq!(photo(&server).await, before);
    let again = admin.send(undo, &[]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_no_photo_is_refused_at_its_field_and_leaves_nothing() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let jpeg = plain(200, 100, ImageFormat::Jpeg);
    let html = b"<html><script>alert(1)</script></html>".to_vec();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec();
    let not_a_photo = "This file is not a JPEG, PNG or WebP picture.";
    let broken = "This picture is damaged and can&#x27;t be read.";
    let cut = jpeg[..jpeg.len() / 2].to_vec();
    for (name, file, status, said) in [
        ("", Vec::new(), 422, "Please choose a file."),
        ("a.jpg", Vec::new(), 422, "Please choose a file."),
        ("a.jpg", html, 422, not_a_photo),
        ("a.svg", svg, 422, not_a_photo),
        (
            "a.jpg",
            b"GIF89a\x01\0\x01\0\0\0\0;".to_vec(),
            422,
            not_a_photo,
        ),
        ("../../a.jpg", cut, 422, broken),
        (
            "a.png",
            bomb(50_000),
            422,
            "The picture has too many pixels. It may have up to 50 million.",
        ),
        (
            "a.jpg",
            [jpeg.clone(), vec![0; 10 * MB]].concat(),
            413,
            "The file is too large. It may have up to 10 MB.",
        ),
        // More than is read into memory.
        ("a.jpg", vec![0; 20 * MB], 413, "The file is too large."),
    ] {
        let sent = admin.upload("1", name, file).await;
        assert_eq!(sent.status.as_u16(), status, "{name} {said}");
        let plain = sent.page.replace("can't", "can&#x27;t");
        let (_, field) = plain.split_once("name=\"photo\"").unwrap();
        assert!(field.contains(said), "{said}: {field}");
        assert!(field.contains("aria-invalid=\"true\""), "{field}");
    }
    let form = Form::new().part("photo", Part::bytes(b"hello".to_vec()).file_name("a"));
    let chinese = admin.send_parts("1", form, "zh").await;
    assert!(chinese.page.contains("此文件不是 JPEG、PNG 或 WebP 图片。"));
    // No form with a file at all.
    let sent = admin.send("/admin/menu/dishes/1/photo", &[]).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let nowhere = admin.upload("999", "a.jpg", jpeg).await;
    assert_eq!(nowhere.status, StatusCode::NOT_FOUND);
    assert_eq!(photo(&server).await, Value::Null);
    assert_eq!(files(&server), [] as [PathBuf; 0]);
    let mut database = server.database().await;
    let noted = "select count(*) from audit where action like 'item%'";
    assert_eq!(database.number(noted).await, 0);
}

#[tokio::test]
async fn only_those_who_change_the_menu_upload_and_only_from_our_pages() {
    let server = Server::start().await;
    server.add_user("li").await;
    let file = || plain(20, 10, ImageFormat::Png);
    let li = server.sign_in("li").await;
    let staff = li.upload("1", "a.png", file()).await;
    assert_eq!(staff.status, StatusCode::FORBIDDEN);
    let nobody = server.session("");
    let nobody = nobody.upload("1", "a.png", vec![0; 5 * MB]).await;
    assert_eq!(nobody.location, "/sign-in");
    let admin = server.admin().await;
    let request = client()
        .post(server.at("/admin/menu/dishes/1/photo"))
        .multipart(Form::new().part("photo", Part::bytes(file())))
        .header("cookie", &admin.cookie)
        .header("sec-fetch-site", "cross-site");
    let foreign = request.send().await.unwrap();
    assert_eq!(foreign.status(), StatusCode::FORBIDDEN);
    assert_eq!(files(&server), [] as [PathBuf; 0]);
}

#[tokio::test]
async fn a_photo_may_be_larger_than_what_else_is_sent() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let file = noisy(1100, 1000, 1);
    assert!(file.len() > 3 * MB);
    let sent = admin.upload("1", "a.png", file).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
    let long = "a".repeat(3 * MB);
    for path in ["/admin/menu/dishes/1", "/admin/menu/dishes/1/photo/remove"] {
        let sent = admin.send(path, &[("name_en", &long)]).await;
        assert_eq!(sent.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
    }
}

#[tokio::test]
async fn nothing_else_is_served_as_a_photo() {
    let server = Server::start().await;
    let unknown = format!("/photos/{}-160.jpg", "ab".repeat(32));
    for path in [
        &*unknown,
        "/photos/a.jpg",
        "/photos/..%2Fshop.db",
        "/photos/%ff",
        "/photos/",
        "/photos",
    ] {
        let answer = server.get(path).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        assert!(
            !answer
                .headers()
                .get("cache-control")
                .is_some_and(|value| value.to_str().unwrap().contains("immutable"))
        );
    }
}

#[tokio::test]
async fn the_files_of_a_replaced_photo_go() {
    let mut server = Server::start_with(&["--log", "info"]).await;
    let admin = server.admin().await;
    admin.upload("1", "a.png", noisy(20, 10, 1)).await;
    let first = files(&server);
    admin.upload("1", "b.png", noisy(20, 10, 2)).await;
    assert_eq!((first.len(), files(&server).len()), (2, 4));
    server.terminate().await;
    let long_ago = SystemTime::now() - Duration::from_secs(3601);
    for path in files(&server) {
        let file = File::options().write(true).open(path).unwrap();
        file.set_modified(long_ago).unwrap();
    }
    server.restart().await;
    server.until_log("files of photos were removed").await;
    let left = files(&server);
    assert!(left.len() == 2 && left.iter().all(|file| !first.contains(file)));
    let url = photo(&server).await["large"].as_str().unwrap().to_owned();
    assert_eq!(server.get(&url).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_disk_that_takes_no_more_leaves_the_photo_as_it_is() {
    let server = Server::start().await;
    let admin = server.admin().await;
    admin.upload("1", "a.png", noisy(300, 300, 1)).await;
    let before = (photo(&server).await, files(&server));
    let process = server.process().to_string();
    let limit = |bytes: &str| {
        let limit = format!("--fsize={bytes}:");
        let mut command = Command::new("prlimit");
        let done = command.args(["--pid", &process, &limit]).status();
        assert!(done.unwrap().success());
    };
    limit("4096");
    let refused = admin.upload("1", "b.png", noisy(300, 300, 2)).await;
    assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
    limit("unlimited");
    assert_eq!((photo(&server).await, files(&server)), before);
    let sent = admin.upload("1", "b.png", noisy(300, 300, 2)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_ne!(photo(&server).await, before.0);
}
