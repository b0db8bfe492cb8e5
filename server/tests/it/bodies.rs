//! The bodies of requests: whole, in time, and not too large.

use crate::support::{
    Server, order,
    pages::{Sent, send_parts},
};
use reqwest::StatusCode;
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

const MB: usize = 1024 * 1024;
const IMPORT: &str = "/admin/menu/import";
const PHOTO: &str = "/admin/menu/dishes/1/photo";

/// Sends the head of a request with `headers` for `length` bytes, and `body`; what is
/// answered until `end` of it.
async fn ask(
    server: &Server,
    path: &str,
    headers: &str,
    length: usize,
    body: &[u8],
    end: &str,
) -> String {
    let address = server.url.trim_start_matches("http://");
    let mut socket = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\n{headers}Content-Length: {length}\r\n\r\n"
    );
    socket.write_all(head.as_bytes()).await.unwrap();
    socket.write_all(body).await.unwrap();
    let (mut answer, mut room) = (Vec::new(), [0; 1024]);
    let ends = |answer: &[u8]| answer.windows(end.len()).any(|part| part == end.as_bytes());
    while !ends(&answer) {
        let count = socket.read(&mut room).await.unwrap();
        let so_far = String::from_utf8_lossy(&answer);
        assert_ne!(count, 0, "closed without more than: {so_far}");
        answer.extend_from_slice(&room[..count]);
    }
    String::from_utf8_lossy(&answer).into_owned()
}

/// Sends an order, or its beginning; the answer's head.
async fn send(server: &Server, length: usize, body: &[u8]) -> String {
    let kind = "Content-Type: application/json\r\n";
    ask(server, "/api/orders", kind, length, body, "\r\n\r\n").await
}

/// Sends the beginning of a form with a file as the administrator; the answer until `end`.
async fn send_file(server: &Server, path: &str, length: usize, body: &str, end: &str) -> String {
    let cookie = server.admin().await.cookie;
    let headers = format!(
        "Content-Type: multipart/form-data; boundary=x\r\nCookie: {cookie}\r\n\
         Accept-Language: en\r\nAccept: text/html\r\n"
    );
    ask(server, path, &headers, length, body.as_bytes(), end).await
}

#[tokio::test]
async fn a_body_that_comes_too_slowly_is_answered_and_nothing_is_kept() {
    let server = Server::start_with(&["--body-timeout", "0.5"]).await;
    let body = order().to_string();
    let (most, last) = body.as_bytes().split_at(body.len() - 1);
    let answer = send(&server, body.len(), most).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    let whole = [most, last].concat();
    let answer = send(&server, body.len(), &whole).await;
    assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
    let admin = server.admin().await;
    let list: Value = admin.get("/api/orders").await.json().await.unwrap();
    assert_eq!(list["orders"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_file_that_comes_too_slowly_is_answered() {
    let server = Server::start_with(&["--body-timeout", "0.2"]).await;
    let part = "--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nid,";
    for path in [IMPORT, PHOTO] {
        let answer = send_file(&server, path, 5_000, part, "\r\n\r\n").await;
        assert!(answer.starts_with("HTTP/1.1 408 "), "{path}: {answer}");
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let server = Server::start().await;
    // The rest of it is not waited for.
    let answer = send(&server, 3 * MB, b"{").await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert!(answer.contains("application/problem+json"), "{answer}");
}

#[tokio::test]
async fn a_table_that_is_too_large_is_refused_at_its_field() {
    let server = Server::start().await;
    let admin = server.admin().await;
    // More than a table may have, than other bodies may have, and than is kept of any.
    for bytes in [1_000_001, 2 * MB, 3 * MB, 30 * MB] {
        let file = vec![b'a'; bytes];
        let sent = send_parts(&admin, IMPORT, &[("file", Some("menu.csv"), file)]).await;
        is_refused_at_its_field(&sent);
    }
    // More than is read at all: that it is so is told before.
    let answer = send_file(&server, IMPORT, 70 * MB, "", "</html>").await;
    let (head, page) = answer.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 413 "), "{head}");
    is_refused_at_its_field(&Sent {
        status: StatusCode::PAYLOAD_TOO_LARGE,
        location: String::new(),
        cookie: String::new(),
        page: page.to_owned(),
    });
}

fn is_refused_at_its_field(sent: &Sent) {
    assert_eq!(sent.status, StatusCode::PAYLOAD_TOO_LARGE);
    let (_, field) = sent.page.split_once("name=\"file\"").unwrap();
    let (field, _) = field.split_once("</form>").unwrap();
    assert!(field.contains("aria-invalid=\"true\""), "{field}");
    assert!(field.contains("at most 1000 KB"), "{field}");
}

#[tokio::test]
async fn what_is_large_is_kept_for_nobody_who_may_not_send_it() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (li, nobody) = (server.sign_in("li").await, server.session(""));
    for bytes in [10, 3 * MB] {
        let parts = [("file", Some("menu.csv"), vec![b'a'; bytes])];
        let sent = send_parts(&li, IMPORT, &parts).await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN);
        let sent = send_parts(&nobody, IMPORT, &parts).await;
        assert_eq!(sent.location, "/sign-in");
    }
}
