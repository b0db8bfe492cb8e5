//! Devices that are told with the page closed.

use crate::support::{Admin, Device, PushService, Received, Server, client::client};
use base64ct::{Base64UrlUnpadded, Encoding};
use p256::ecdsa::{Signature, VerifyingKey, signature::Verifier};
use reqwest::{Method, Response, StatusCode};
use serde_json::{Value, json};
use std::time::{SystemTime, UNIX_EPOCH};

const SUBSCRIPTIONS: &str = "/api/push/subscriptions";
const PRIVATE: &[&str] = &["--allow-private-channels"];

async fn key(admin: &Admin) -> String {
    let answer: Value = admin.get("/api/push/key").await.json().await.unwrap();
    answer["key"].as_str().unwrap().to_owned()
}

async fn send(admin: &Admin, method: Method, body: &Value, headers: &[(&str, &str)]) -> Response {
    let request = client().request(method, format!("{}{SUBSCRIPTIONS}", admin.url));
    let request = request.json(body).header("cookie", &admin.cookie);
    let request = headers.iter().fold(request, |request, (name, value)| {
        request.header(*name, *value)
    });
    request.send().await.unwrap()
}

async fn add(admin: &Admin, device: &Device) -> i64 {
    let answer = admin.post(SUBSCRIPTIONS, &device.subscription()).await;
    assert_eq!(answer.status(), StatusCode::CREATED);
    let added: Value = answer.json().await.unwrap();
    added["id"].as_i64().unwrap()
}

/// The devices that the page lists.
async fn listed(admin: &Admin) -> Vec<String> {
    let page = admin.page("/admin/profile").await.page;
    let places = page.split("data-endpoint=\"").skip(1);
    places
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect()
}

/// Sends a test to all devices; what the page says became of it.
async fn test(admin: &Admin) -> String {
    let sent = admin.send("/admin/profile/devices/test", &[]).await;
    assert_eq!(sent.status, StatusCode::OK);
    let (_, rest) = sent.page.split_once("What became of the test:").unwrap();
    rest.split("</div>").next().unwrap().to_owned()
}

/// What the shop has signed; the signature is that of its key.
fn claims(received: &Received, key: &str) -> Value {
    let header = received.headers["authorization"].to_str().unwrap();
    let (token, signer) = header
        .strip_prefix("vapid t=")
        .and_then(|rest| rest.split_once(", k="))
        .unwrap();
    assert_eq!(signer, key);
    let bytes = |text: &str| Base64UrlUnpadded::decode_vec(text).unwrap();
    let (text, signature) = token.rsplit_once('.').unwrap();
    let verifier = VerifyingKey::from_sec1_bytes(&bytes(key)).unwrap();
    let signature = Signature::from_slice(&bytes(signature)).unwrap();
    verifier.verify(text.as_bytes(), &signature).unwrap();
    let (head, claims) = text.split_once('.').unwrap();
    let head: Value = serde_json::from_slice(&bytes(head)).unwrap();
    assert_eq!(head, json!({"typ": "JWT", "alg": "ES256"}));
    serde_json::from_slice(&bytes(claims)).unwrap()
}

#[tokio::test]
async fn a_device_is_told_what_it_alone_can_read_by_whom_it_knows() {
    let mut server = Server::start_with(PRIVATE).await;
    let (mut service, admin) = (PushService::start().await, server.admin().await);
    let device = service.device("phone");
    // As a browser does it, behind a proxy that speaks TLS.
    let headers = [
        ("sec-fetch-site", "same-origin"),
        ("origin", "https://shop.example"),
        ("accept-language", "en"),
        (
            "user-agent",
            "Mozilla/5.0 (Linux; Android 16) Chrome/150.0 Safari/537.36",
        ),
    ];
    let added = send(&admin, Method::POST, &device.subscription(), &headers).await;
    assert_eq!(added.status(), StatusCode::CREATED);
    let told = test(&admin).await;
    assert!(told.contains("Chrome · Android: sent"), "{told}");
    let received = service.next().await;
    assert_eq!(received.path, "/phone");
    for (name, value) in [
        ("ttl", "60"),
        ("urgency", "high"),
        ("topic", "test"),
        ("content-encoding", "aes128gcm"),
        ("content-type", "application/octet-stream"),
    ] {
        assert_eq!(received.headers[name], value, "{name}");
    }
    let note = device.read(&received);
    assert_eq!(note["title"], "Test: this device rings");
    assert_eq!(
        (&note["tag"], &note["lang"]),
        (&json!("test"), &json!("en"))
    );
    let shop_key = key(&admin).await;
    let claims = claims(&received, &shop_key);
    assert_eq!(claims["aud"], service.origin());
    assert_eq!(claims["sub"], "https://shop.example");
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let left = claims["exp"].as_u64().unwrap() - now.as_secs();
    assert!((3600..86_400).contains(&left), "{left}");
    // The key outlives the program: devices take nothing that another one signed.
    server.terminate().await;
    server.restart().await;
    assert_eq!(key(&admin).await, shop_key);
    assert!(test(&admin).await.contains("sent"));
    device.read(&service.next().await);
}

#[tokio::test]
async fn what_a_service_says_becomes_of_the_message_and_the_device() {
    let server = Server::start_with(PRIVATE).await;
    let (mut service, admin) = (PushService::start().await, server.admin().await);
    let device = service.device("phone");
    add(&admin, &device).await;
    let elsewhere = format!("{}/elsewhere", service.origin());
    for (status, headers, words) in [
        (429, vec![("retry-after", "120")], "too much to do"),
        (503, vec![], "too much to do"),
        (403, vec![], "refuses it"),
        (302, vec![("location", &*elsewhere)], "refuses it"),
        (413, vec![], "refuses it"),
        (200, vec![], "sent"),
    ] {
        service.answers(status, &headers);
        let told = test(&admin).await;
        assert!(told.contains(words), "{status}: {told}");
        assert_eq!(service.next().await.path, "/phone", "{status}");
        assert!(service.is_idle(), "{status}");
        assert_eq!(listed(&admin).await, [&*device.endpoint], "{status}");
        let page = admin.page("/admin/profile").await.page;
        assert!(page.contains("Last message:") && page.contains(words));
    }
    for status in [404, 410] {
        service.answers(status, &[]);
        assert!(test(&admin).await.contains("was removed"), "{status}");
        assert_eq!(listed(&admin).await, [] as [String; 0], "{status}");
        service.next().await;
        add(&admin, &device).await;
    }
    drop(service);
}

#[tokio::test]
async fn a_service_that_is_not_there_is_said_to_be_unreachable() {
    let server = Server::start_with(PRIVATE).await;
    let admin = server.admin().await;
    let device = Device::at("http://127.0.0.1:9/phone");
    add(&admin, &device).await;
    let told = test(&admin).await;
    assert!(told.contains("can't reach"), "{told}");
    assert_eq!(listed(&admin).await, [device.endpoint]);
}

#[tokio::test]
async fn what_is_no_device_is_refused() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let sound = Device::at("https://push.example/phone").subscription();
    let with = |part: &str, value: Value| {
        let mut changed = sound.clone();
        *changed.pointer_mut(part).unwrap() = value;
        changed
    };
    let long = format!("https://push.example/{}", "a".repeat(2000));
    let no_point = Base64UrlUnpadded::encode_string(&[4; 65]);
    for wrong in [
        with("/endpoint", json!("")),
        with("/endpoint", json!("phone")),
        with("/endpoint", json!("http://push.example/phone")),
        with("/endpoint", json!("https://127.0.0.1/phone")),
        with("/endpoint", json!("https://[::1]/phone")),
        with("/endpoint", json!("https://169.254.169.254/latest")),
        with("/endpoint", json!(long)),
        with("/keys/p256dh", json!("")),
        with("/keys/p256dh", json!(no_point)),
        with("/keys/p256dh", json!("not base64 at all!")),
        with("/keys/auth", json!("c2hvcnQ")),
    ] {
        let answer = admin.post(SUBSCRIPTIONS, &wrong).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        let problem: Value = answer.json().await.unwrap();
        assert_eq!(problem["type"], "/problems/bad-subscription");
    }
    let answer = admin.post(SUBSCRIPTIONS, &json!({"endpoint": 7})).await;
    assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
    let foreign = [("sec-fetch-site", "cross-site")];
    for method in [Method::POST, Method::DELETE] {
        let answer = send(&admin, method, &sound, &foreign).await;
        assert_eq!(answer.status(), StatusCode::FORBIDDEN);
    }
    assert_eq!(listed(&admin).await, [] as [String; 0]);
    // A name that leads into a private network is found out when it is looked up.
    add(&admin, &Device::at("https://localhost:9/phone")).await;
    let told = test(&admin).await;
    assert!(told.contains("in a private network"), "{told}");
}

#[tokio::test]
async fn one_user_has_so_many_devices_and_each_once() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let device = |number| Device::at(&format!("https://push.example/{number}"));
    let first = add(&admin, &device(0)).await;
    for number in 1..20 {
        add(&admin, &device(number)).await;
    }
    let answer = admin.post(SUBSCRIPTIONS, &device(20).subscription()).await;
    assert_eq!(answer.status(), StatusCode::CONFLICT);
    let problem: Value = answer.json().await.unwrap();
    assert_eq!(problem["type"], "/problems/too-many-devices");
    // One that is there already is no other one.
    assert_eq!(add(&admin, &device(0)).await, first);
    let gone = json!({"endpoint": device(0).endpoint});
    let removed = send(&admin, Method::DELETE, &gone, &[]).await;
    assert_eq!(removed.status(), StatusCode::NO_CONTENT);
    let again = send(&admin, Method::DELETE, &gone, &[]).await;
    assert_eq!(again.status(), StatusCode::NOT_FOUND);
    add(&admin, &device(20)).await;
    assert_eq!(listed(&admin).await.len(), 20);
}

#[tokio::test]
async fn devices_are_of_their_user_until_the_user_is_kept_or_signed_out() {
    let server = Server::start().await;
    let admin = server.admin().await;
    server.add_user("li").await;
    let (li, tablet) = (server.sign_in("li").await, server.sign_in("li").await);
    let phone = Device::at("https://push.example/phone");
    let desk = Device::at("https://push.example/desk");
    let id = add(&li, &phone).await;
    add(&tablet, &desk).await;
    let remove = format!("/admin/profile/devices/{id}/remove");
    let foreign = admin.send(&remove, &[]).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    let foreign = json!({"endpoint": phone.endpoint});
    let foreign = send(&admin, Method::DELETE, &foreign, &[]).await;
    assert_eq!(foreign.status(), StatusCode::NOT_FOUND);
    assert_eq!(listed(&admin).await, [] as [String; 0]);
    // Leaving one session leaves the devices; another password leaves those of its own.
    assert_eq!(listed(&li).await.len(), 2);
    let password = [
        ("current_password", "noodles-2026"),
        ("password", "soup-2026-soup"),
    ];
    li.send("/admin/profile/password", &password).await;
    assert_eq!(listed(&li).await, [&*phone.endpoint]);
    assert_eq!(add(&li, &phone).await, id);
    li.sign_out().await;
    server.command(&["user", "password", "li"]).await;
    let li = server.sign_in("li").await;
    assert_eq!(listed(&li).await, [] as [String; 0]);
    for (end, back) in [("sign-out", None), ("disable", Some("enable"))] {
        let li = server.sign_in("li").await;
        add(&li, &phone).await;
        let user = server.user_id("li").await;
        let at = |what: &str| format!("/admin/people/{user}/{what}");
        admin.send(&at(end), &[]).await;
        if let Some(back) = back {
            admin.send(&at(back), &[]).await;
        }
        let li = server.sign_in("li").await;
        assert_eq!(listed(&li).await, [] as [String; 0], "{end}");
    }
    // A device that somebody else signs in on is theirs.
    let li = server.sign_in("li").await;
    add(&li, &phone).await;
    let id = add(&admin, &phone).await;
    assert_eq!(listed(&li).await, [] as [String; 0]);
    let remove = format!("/admin/profile/devices/{id}/remove");
    let removed = admin.send(&remove, &[]).await;
    assert_eq!(removed.location, "/admin/profile?done=device_removed");
    assert_eq!(listed(&admin).await, [] as [String; 0]);
}
