//! What each kind of channel gets.

use super::{KEY, add, add_webhook, start, start_with};
use crate::support::{MailServer, Receiver, Reply, Request, order};
use base64ct::{Base64, Encoding};
use hmac::{Hmac, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

fn hmac(key: &str, text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).unwrap();
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

#[tokio::test]
async fn a_webhook_is_signed() {
    let (server, admin) = start().await;
    let mut receiver = add_webhook(&admin).await;
    server.place().await;
    let Request { headers, body, .. } = receiver.next().await;
    let timestamp = &headers["orderbell-timestamp"];
    let signature = hmac(KEY, &format!("{timestamp}.{body}"));
    let hex: String = signature.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(headers["orderbell-signature"], format!("v1={hex}"));
}

#[tokio::test]
async fn it_is_told_that_something_is_brought_and_not_where_to() {
    let (server, admin) = start().await;
    let fields = [
        ("version", "0"),
        ("shop_name", "Fulai"),
        ("time_zone", "UTC"),
        ("currency", "CNY"),
        ("languages", "en"),
        ("ways", "delivery"),
        ("notice_minutes", "15"),
    ];
    let sent = admin.send("/admin/settings", &fields).await;
    assert_eq!(sent.location, "/admin/settings?done=saved", "{}", sent.page);
    let mut receiver = add_webhook(&admin).await;
    let mut order = order();
    order["handover"] = json!({"way": "delivery", "address": "1 Noodle Street"});
    server.post("/api/orders", &order).await;
    let request = receiver.next().await;
    assert!(!request.body.contains("Street"), "{}", request.body);
    let alert = request.json();
    assert_eq!(alert["order"]["handover"], json!({"way": "delivery"}));
    let text = alert["text"].as_str().unwrap();
    assert!(text.starts_with("Delivery\n2 × "), "{text}");
}

#[tokio::test]
async fn robots_get_a_text_with_their_signature() {
    let (server, admin) = start_with(&["--public-url", "https://shop.example"]).await;
    let mut wecom = Receiver::start().await;
    let mut dingtalk = Receiver::start().await;
    let mut feishu = Receiver::start().await;
    let at = |receiver: &Receiver| format!("{}/send?key=0123456789", receiver.url);
    add(&admin, "wecom", &[("channel_address", &at(&wecom))]).await;
    let fields = [
        ("channel_address", &*at(&dingtalk)),
        ("channel_secret", "SECding"),
    ];
    add(&admin, "dingtalk", &fields).await;
    let fields = [
        ("channel_address", &*at(&feishu)),
        ("channel_secret", "SECfei"),
    ];
    add(&admin, "feishu", &fields).await;
    server.place().await;
    let request = wecom.next().await;
    assert_eq!(request.path, "/send?key=0123456789");
    let text = request.json()["text"]["content"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(text.starts_with("新订单 1 号\n2 × "), "{text}");
    assert!(text.ends_with("\nhttps://shop.example/admin"), "{text}");
    let request = dingtalk.next().await;
    assert_eq!(request.json()["text"]["content"], text.as_str());
    let query = request.path.split_once('?').unwrap().1;
    let query: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect();
    let [(_, key), (_, timestamp), (name, sign)] = &query[..] else {
        panic!("{query:?}");
    };
    assert_eq!(
        (key.as_str(), timestamp.len(), name.as_str()),
        ("0123456789", 13, "sign")
    );
    let signed = hmac("SECding", &format!("{timestamp}\nSECding"));
    assert_eq!(*sign, Base64::encode_string(&signed));
    let body = feishu.next().await.json();
    assert_eq!(body["content"]["text"], text.as_str());
    let timestamp = body["timestamp"].as_str().unwrap();
    assert_eq!(timestamp.len(), 10);
    let signed = hmac(&format!("{timestamp}\nSECfei"), "");
    assert_eq!(body["sign"], Base64::encode_string(&signed));
}

#[tokio::test]
async fn a_robot_that_says_no_with_a_200_has_not_taken_it() {
    let (_server, admin) = start().await;
    for (channel, kind) in ["wecom", "dingtalk", "feishu"].into_iter().enumerate() {
        let receiver = Receiver::start().await;
        add(&admin, kind, &[("channel_address", &receiver.url)]).await;
        let no = r#"{"errcode":93000,"code":19021,"errmsg":"invalid"}"#;
        receiver.reply(Reply::With(200, String::new(), no.to_owned()));
        let path = format!("/admin/channels/{}/test", channel + 1);
        let page = admin.send(&path, &[]).await.page;
        assert!(page.contains("Refused · 200"), "{kind}: {page}");
    }
}

#[tokio::test]
async fn phones_get_it_by_ntfy_and_telegram() {
    let (server, admin) = start().await;
    let mut ntfy = Receiver::start().await;
    let mut telegram = Receiver::start().await;
    let topic = format!("{}/under/our-shop", ntfy.url);
    let fields = [
        ("channel_address", &*topic),
        ("channel_secret", "tk_012345"),
    ];
    add(&admin, "ntfy", &fields).await;
    let fields = [
        ("channel_address", &*telegram.url),
        ("channel_secret", "12:ABC-def"),
        ("channel_target", "-10077"),
    ];
    add(&admin, "telegram", &fields).await;
    let wait = r#"{"ok":false,"error_code":429,"parameters":{"retry_after":1}}"#;
    telegram.reply(Reply::With(429, String::new(), wait.to_owned()));
    server.place().await;
    let request = ntfy.next().await;
    assert_eq!(request.path, "/under/");
    assert_eq!(request.headers["authorization"], "Bearer tk_012345");
    let body = request.json();
    assert_eq!(body["topic"], "our-shop");
    assert_eq!(body["title"], "新订单 1 号");
    assert_eq!(
        (&body["priority"], &body["click"]),
        (&Value::from(4), &Value::Null)
    );
    let first = telegram.next().await;
    let request = telegram.next().await;
    let waited = request.at - first.at;
    assert!(waited.as_secs() < 4, "{waited:?}");
    assert_eq!(request.path, "/bot12:ABC-def/sendMessage");
    assert_eq!(request.json()["chat_id"], "-10077");
}

#[tokio::test]
async fn a_mail_is_sent_with_the_name_that_signs_in() {
    let (server, admin) = start().await;
    let mut mail = MailServer::start().await;
    let fields = [
        ("channel_address", &*mail.address),
        ("channel_sender", "shop@a.example"),
        ("channel_target", "li@b.example, wang@c.example"),
        ("channel_account", "shop"),
        ("channel_secret", "password"),
    ];
    add(&admin, "email", &fields).await;
    server.place().await;
    let sent = mail.next().await;
    let said = sent.said.join("\n");
    assert!(said.contains("MAIL FROM:<shop@a.example>"), "{said}");
    assert!(said.contains("RCPT TO:<li@b.example>"), "{said}");
    assert!(said.contains("RCPT TO:<wang@c.example>"), "{said}");
    let login = Base64::encode_string(b"\0shop\0password");
    assert!(said.contains(&format!("AUTH PLAIN {login}")), "{said}");
    assert!(sent.text.contains("Message-ID: <alert-1-"), "{}", sent.text);
    let page = admin.send("/admin/channels/1/test", &[]).await.page;
    assert!(page.contains("Taken · 250"), "{page}");
}
