//! TLS by the server itself: HTTP/2 for many streams on one connection, and
//! certificates that are renewed.

use crate::support::{PASSWORD, Server, Stream, client::builder};
use futures::future::join_all;
use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use reqwest::{StatusCode, Version, tls::TlsInfo};
use serde_json::json;
use std::{fs, path::Path};
use tempfile::TempDir;

#[tokio::test]
async fn ten_pages_have_their_streams_on_one_connection() {
    let mut server = Server::start_with(&["--tls-self-signed"]).await;
    let admin = server.admin().await;
    let mut streams = join_all((0..10).map(|_| admin.subscribe())).await;
    let connections = admin.get("/sse/connections").await;
    assert_eq!(connections.version(), Version::HTTP_2);
    let order = server.place().await;
    for stream in &mut streams {
        let event = stream.next().await;
        assert_eq!(event.json()["id"], order["id"]);
    }
    server.terminate().await;
    for stream in &mut streams {
        stream.retry = None;
        assert_eq!(stream.rest().await, []);
        assert!(stream.retry.is_some(), "not told when to come back");
    }
}

#[tokio::test]
async fn who_does_not_speak_http2_is_served_too() {
    let server = Server::start_with(&["--tls-self-signed"]).await;
    let client = builder().http1_only().build().unwrap();
    let order = server.place().await;
    let path = format!("/sse/orders/{}", order["token"].as_str().unwrap());
    let answer = client.get(server.at("/api/menu")).send().await.unwrap();
    assert_eq!(answer.version(), Version::HTTP_11);
    let mut stream = Stream::open(client.get(server.at(&path))).await;
    assert_eq!(stream.next().await.name, "order");
}

#[tokio::test]
async fn a_session_that_began_by_tls_does_not_go_without() {
    for (options, secure) in [(&["--tls-self-signed"][..], true), (&[], false)] {
        let server = Server::start_with(options).await;
        let login = json!({"username": "admin", "password": PASSWORD});
        let answer = server.post("/api/session", &login).await;
        let cookie = answer.headers()["set-cookie"].to_str().unwrap();
        assert_eq!(cookie.contains("; Secure"), secure, "{cookie}");
    }
}

#[tokio::test]
async fn a_renewed_certificate_is_taken_over() {
    let folder = TempDir::new().unwrap();
    let [cert, key] = ["cert.pem", "key.pem"].map(|name| folder.path().join(name));
    let write = |certificate: &CertifiedKey<KeyPair>, key_too: bool| {
        fs::write(&cert, certificate.cert.pem()).unwrap();
        if key_too {
            fs::write(&key, certificate.signing_key.serialize_pem()).unwrap();
        }
    };
    let [old, new] = ["old", "new"].map(|name| {
        let name = format!("{name}.example");
        generate_simple_self_signed([name]).unwrap()
    });
    write(&old, true);
    let text = |path: &Path| path.to_str().unwrap().to_owned();
    let files = [text(&cert), text(&key)];
    let options = [
        "--tls-cert",
        &files[0],
        "--tls-key",
        &files[1],
        "--heartbeat",
        "0.1",
    ];
    let server = Server::start_with(&options).await;
    assert_eq!(shown(&server).await, old.cert.der().as_ref());

    write(&new, false);
    server.until_log("the old certificate stays in use").await;
    assert_eq!(shown(&server).await, old.cert.der().as_ref());
    write(&new, true);
    server.until_log("the certificate was renewed").await;
    assert_eq!(shown(&server).await, new.cert.der().as_ref());
}

/// The certificate that a new connection is shown.
async fn shown(server: &Server) -> Vec<u8> {
    let client = builder().tls_info(true).build().unwrap();
    let answer = client.get(server.at("/api/menu")).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let tls = answer.extensions().get::<TlsInfo>().unwrap();
    tls.peer_certificate().unwrap().to_vec()
}

#[tokio::test]
async fn what_is_no_certificate_is_told_at_the_start() {
    let server = Server::start().await;
    for (cert, key, told) in [
        (
            "/nowhere/cert.pem",
            "/dev/null",
            "certificate /nowhere/cert.pem can't be read",
        ),
        ("/dev/null", "/dev/null", "key /dev/null can't be read"),
    ] {
        let options = [
            "serve",
            "--addr",
            "127.0.0.1:0",
            "--tls-cert",
            cert,
            "--tls-key",
            key,
        ];
        let said = server.refused_command(&options).await;
        assert!(said.contains(told), "{said}");
    }
}
