//! Messages from administrator to administrator.

use crate::support::Server;
use reqwest::StatusCode;
use serde_json::{Value, json};

#[tokio::test]
async fn a_message_for_one_reaches_that_one_alone() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let (mut a, mut b) = (admin.subscribe().await, li.subscribe().await);
    admin.push(Some("LI"), "for you").await;
    admin.push(None, "for all").await;
    let message = b.next().await;
    assert_eq!(message.name, "psh");
    assert_eq!(message.json()["text"], "for you");
    assert_eq!(message.json()["from"], "admin");
    assert_eq!(message.json()["to"], "li");
    assert_eq!(b.next().await.json()["text"], "for all");
    assert_eq!(a.next().await.json()["text"], "for all");
}

#[tokio::test]
async fn who_is_away_gets_it_on_the_next_connect_and_once() {
    let server = Server::start_with(&["--heartbeat", "0.2"]).await;
    server.add_user("li").await;
    let admin = server.admin().await;
    admin.push(Some("li"), "first").await;
    admin.push(None, "second").await;
    let mut witness = admin.subscribe().await;
    let gone = json!({"to": null, "text": "gone", "expires_in": 1});
    admin.post("/sse/push", &gone).await;
    let li = server.sign_in("li").await;
    // Until its time is over by the server's clock.
    let mut told = witness.named("psh").await;
    while told.json()["text"] != "gone" {
        told = witness.named("psh").await;
    }
    let end = told.json()["expires_at"].as_str().unwrap().to_owned();
    while witness.named("tick").await.json()["time"].as_str().unwrap() <= end.as_str() {}
    let mut stream = li.subscribe().await;
    assert_eq!(stream.next().await.json()["text"], "first");
    assert_eq!(stream.next().await.json()["text"], "second");
    // Messages that waited leave the reader's cursor where the log is.
    stream.named("presence").await;
    assert_eq!(stream.last_id(), stream.hello["head"].as_str().unwrap());
    drop(stream);
    let mut again = li.subscribe().await;
    admin.push(Some("li"), "third").await;
    assert_eq!(again.next().await.json()["text"], "third");
}

#[tokio::test]
async fn what_was_got_is_known_after_a_restart() {
    let mut server = Server::start().await;
    server.add_user("li").await;
    let admin = server.admin().await;
    let li = server.sign_in("li").await;
    let mut stream = li.subscribe().await;
    admin.push(Some("li"), "before").await;
    assert_eq!(stream.next().await.json()["text"], "before");
    drop(stream);
    server.terminate().await;
    server.restart().await;
    admin.push(Some("li"), "after").await;
    assert_eq!(li.subscribe().await.next().await.json()["text"], "after");
}

#[tokio::test]
async fn blank_text_and_unknown_readers_are_refused() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let blank = admin
        .post("/sse/push", &json!({"to": null, "text": " \n"}))
        .await;
    assert_eq!(blank.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let problem: Value = blank.json().await.unwrap();
    assert_eq!(problem["errors"][0]["field"], "text");
    let unknown = admin
        .post("/sse/push", &json!({"to": "nobody", "text": "hi"}))
        .await;
    assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
    let problem: Value = unknown.json().await.unwrap();
    assert_eq!(problem["type"], "/problems/unknown-user");
}

#[tokio::test]
async fn the_sender_is_told_how_many_are_there() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let _streams = (admin.subscribe().await, admin.subscribe().await);
    let answer = admin
        .post("/sse/push", &json!({"to": "admin", "text": "hi"}))
        .await;
    let pushed: Value = answer.json().await.unwrap();
    let users = json!([{"name": "admin", "streams": 2, "pages": 2, "devices": 2}]);
    assert_eq!(pushed, json!({"seq": 1, "online": 2, "users": users}));
}

#[tokio::test]
async fn a_message_to_several_is_one_for_each_and_is_sent_once() {
    let server = Server::start().await;
    for name in ["li", "wang"] {
        server.add_user(name).await;
    }
    let admin = server.admin().await;
    let (li, wang) = (server.sign_in("li").await, server.sign_in("wang").await);
    let (mut a, mut b) = (li.subscribe().await, wang.subscribe().await);
    let fields = [
        ("request_id", "key-of-this-form"),
        ("to", "li"),
        ("to", "wang"),
        ("to", "li"),
        ("title", "Kitchen"),
        ("text", "Table 4 waits"),
        ("expires_in", "quarter"),
    ];
    for _ in 0..2 {
        let sent = admin.send("/admin/messages", &fields).await;
        assert_eq!(sent.location, "/admin/messages?done=message_sent");
    }
    for (stream, name) in [(&mut a, "li"), (&mut b, "wang")] {
        let told = stream.next().await.json();
        assert_eq!(told["text"], "Table 4 waits");
        assert_eq!(told["to"], name);
    }
    let mut database = server.database().await;
    assert_eq!(database.number("select count(*) from pushes").await, 2);
    let handed = "select count(*) from receipts where delivered_at is not null";
    database.until(handed, 2).await;
    let page = admin.page("/admin/messages").await.page;
    assert_eq!(page.matches("data-message=").count(), 1, "{page}");
    assert!(page.contains("delivered to 2 of 2"), "{page}");
    assert!(page.contains("seen by 0 of 2"), "{page}");
    // The same form with something else in it is told, and can be sent again.
    let other = fields.iter().map(|(name, value)| match *name {
        "text" => (*name, "Table 5 waits"),
        _ => (*name, *value),
    });
    let other = admin
        .send("/admin/messages", &other.collect::<Vec<_>>())
        .await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(other.page.contains("This form was sent before"));
    assert!(!other.page.contains("key-of-this-form"));
}

#[tokio::test]
async fn a_message_that_one_reader_can_t_get_is_sent_to_none() {
    let server = Server::start().await;
    server.add_user("li").await;
    let admin = server.admin().await;
    let fields = [
        ("to", "li"),
        ("to", "nobody"),
        ("text", "hi"),
        ("expires_in", "hour"),
    ];
    let sent = admin.send("/admin/messages", &fields).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(sent.page.contains("There is no such user."));
    let long = "x".repeat(81);
    let fields = [("title", &*long), ("text", " "), ("expires_in", "week")];
    let sent = admin.send("/admin/messages", &fields).await;
    assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY);
    for fault in ["choose at least one", "one of the list"] {
        assert!(sent.page.contains(fault), "{fault}: {}", sent.page);
    }
    assert!(sent.page.contains(&long));
    let mut database = server.database().await;
    assert_eq!(database.number("select count(*) from events").await, 0);
}

#[tokio::test]
async fn templates_fill_the_form_and_are_noted() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let fields = [
        ("template_name", "Busy"),
        ("title", "Kitchen"),
        ("text", "We are late"),
    ];
    let sent = admin.send("/admin/messages/templates", &fields).await;
    assert_eq!(sent.location, "/admin/messages?done=saved");
    let taken = admin.send("/admin/messages/templates", &fields).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.page.contains("This name is taken."), "{}", taken.page);
    let page = admin.page("/admin/messages?template=1").await.page;
    let (_, composer) = page.split_once("id=\"admin-messages-text\"").unwrap();
    let (composer, _) = composer.split_once("</textarea>").unwrap();
    assert!(composer.ends_with("We are late"), "{composer}");
    let edit = [fields[0], fields[1], ("text", "Soon"), ("version", "1")];
    let path = "/admin/messages/templates/1";
    assert_eq!(admin.send(path, &edit).await.status, StatusCode::SEE_OTHER);
    let late = admin.send(path, &edit).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    admin.send("/admin/messages/templates/1/delete", &[]).await;
    let gone = admin.send("/admin/messages/templates/1/delete", &[]).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    let audit = admin.page("/admin/audit").await.page;
    for words in ["added", "changed", "deleted"] {
        let words = format!("{words} the message template");
        assert!(audit.contains(&words), "{words}: {audit}");
    }
}

#[tokio::test]
async fn what_others_wrote_to_others_is_counted_and_not_shown() {
    let server = Server::start().await;
    for name in ["li", "wang"] {
        server.add_user(name).await;
    }
    let (li, wang) = (server.sign_in("li").await, server.sign_in("wang").await);
    li.push(Some("wang"), "between us").await;
    li.push(None, "for all").await;
    let page = server.admin().await.page("/admin/messages").await.page;
    assert!(
        page.contains("(private)") && page.contains("for all"),
        "{page}"
    );
    assert!(!page.contains("between us"), "{page}");
    // Who may not read others' receipts sees one's own messages.
    let page = wang.page("/admin/messages").await.page;
    assert!(!page.contains("data-message="), "{page}");
    let page = li.page("/admin/messages").await.page;
    assert_eq!(page.matches("data-message=").count(), 2, "{page}");
    assert!(page.contains("between us"), "{page}");
}
