//! The bodies of requests: whole, in time, and not too large.

use crate::support::{Server, order};
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// Sends the head of a request for `length` bytes, and `body`; the answer's head.
async fn send(server: &Server, length: usize, body: &[u8]) -> String {
    let address = server.url.trim_start_matches("http://");
    let mut socket = TcpStream::connect(address).await.unwrap();
    let head = format!(
        "POST /api/orders HTTP/1.1\r\nHost: {address}\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n"
    );
    socket.write_all(head.as_bytes()).await.unwrap();
    socket.write_all(body).await.unwrap();
    let mut answer = Vec::new();
    let mut room = [0; 1024];
    while !answer.windows(4).any(|end| end == b"\r\n\r\n") {
        let count = socket.read(&mut room).await.unwrap();
        assert_ne!(count, 0, "closed without an answer");
        answer.extend_from_slice(&room[..count]);
    }
    String::from_utf8_lossy(&answer).into_owned()
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
async fn a_body_that_is_too_large_is_refused() {
    let server = Server::start().await;
    // The rest of it is not waited for.
    let answer = send(&server, 3 * 1024 * 1024, b"{").await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert!(answer.contains("application/problem+json"), "{answer}");
}
