//! Those who work in the back office: invited, changed, kept out.

use crate::support::{Server, pages::Sent};
use reqwest::StatusCode;
use serde_json::{Value, json};

const PASSWORD: &str = "noodles-2026";

/// The path of the link that a page shows.
fn link(sent: &Sent) -> String {
    assert_eq!(sent.status, StatusCode::OK);
    let (_, rest) = sent.page.split_once("/invite/").unwrap();
    let token = rest.split(['"', '<']).next().unwrap();
    format!("/invite/{token}")
}

async fn role_of(server: &Server, cookie: &str) -> Value {
    let answer = server.session(cookie).get("/api/session").await;
    let user: Value = answer.json().await.unwrap();
    user["role"].clone()
}

#[tokio::test]
async fn a_link_lets_one_in_once_in_the_role_it_was_made_for() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let sent = admin
        .send("/admin/people/invite", &[("role", "manager")])
        .await;
    let link = link(&sent);
    let page = server.get(&link).await;
    assert_eq!(page.status(), StatusCode::OK);
    // What is wrong is said at its field, and the link still works.
    let wrong = server
        .accept(&link, &[("username", "Mei"), ("password", "short")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.page.contains("At least 8 characters."),
        "{}",
        wrong.page
    );
    assert!(wrong.page.contains("value=\"Mei\""));
    assert!(!wrong.page.contains("short"));
    let taken = server
        .accept(&link, &[("username", "ADMIN"), ("password", PASSWORD)])
        .await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.page.contains("This name is taken."));
    let joined = server
        .accept(&link, &[("username", "Mei"), ("password", PASSWORD)])
        .await;
    assert_eq!(
        (joined.status, &*joined.location),
        (StatusCode::SEE_OTHER, "/admin")
    );
    assert_eq!(role_of(&server, &joined.cookie).await, "manager");
    let again = server
        .accept(&link, &[("username", "Bo"), ("password", PASSWORD)])
        .await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
    assert_eq!(server.get(&link).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_link_ends_after_three_days() {
    let server = Server::start().await;
    let sent = server
        .admin()
        .await
        .send("/admin/people/invite", &[("role", "staff")])
        .await;
    let link = link(&sent);
    let mut database = server.database().await;
    let days = "select cast(round((expires_at - created_at) / 86400000.0) as integer) from invites";
    assert_eq!(database.number(days).await, 3);
    database.run("update invites set expires_at = 1").await;
    assert_eq!(server.get(&link).await.status(), StatusCode::NOT_FOUND);
    let late = server
        .accept(&link, &[("username", "Mei"), ("password", PASSWORD)])
        .await;
    assert_eq!(late.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_link_gives_a_user_another_password_and_ends_the_sessions() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let mut stream = li.subscribe().await;
    let id = server.user_id("li").await;
    let sent = admin.send(&format!("/admin/people/{id}/reset"), &[]).await;
    let done = server
        .accept(&link(&sent), &[("password", "soup-2026")])
        .await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    assert_eq!(stream.rest().await, []);
    assert_eq!(
        li.get("/api/session").await.status(),
        StatusCode::UNAUTHORIZED
    );
    let old = json!({"username": "li", "password": PASSWORD});
    assert_eq!(
        server.post("/api/session", &old).await.status(),
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(role_of(&server, &done.cookie).await, "staff");
}

#[tokio::test]
async fn the_last_owner_stays() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let id = server.user_id("admin").await;
    for (form, fields) in [("disable", vec![]), ("role", vec![("role", "staff")])] {
        let sent = admin
            .send(&format!("/admin/people/{id}/{form}"), &fields)
            .await;
        assert_eq!(sent.status, StatusCode::CONFLICT, "{form}");
        assert!(sent.page.contains("This is the last owner"), "{form}");
    }
    let said = server.refused_command(&["user", "disable", "admin"]).await;
    assert!(said.contains("last owner"), "{said}");
    server
        .command(&["user", "add", "mei", "--role", "owner"])
        .await;
    let sent = admin
        .send(&format!("/admin/people/{id}/disable"), &[])
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    assert_eq!(
        admin.get("/api/session").await.status(),
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn whoever_gets_another_role_is_told_alone_and_at_once() {
    let server = Server::start().await;
    server
        .command(&["user", "add", "mei", "--role", "owner"])
        .await;
    let (admin, mei) = (server.admin().await, server.sign_in("mei").await);
    let (mut told, mut other) = (mei.subscribe().await, admin.subscribe().await);
    assert_eq!(mei.page("/admin/people").await.status, StatusCode::OK);
    let id = server.user_id("mei").await;
    let sent = admin
        .send(&format!("/admin/people/{id}/role"), &[("role", "staff")])
        .await;
    assert_eq!(sent.location, "/admin/people?done=saved");
    let event = told.next().await;
    assert_eq!(
        (&*event.name, &event.json()["role"]),
        ("access", &json!("staff"))
    );
    let page = mei.page("/admin/people").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.page.contains("Your role does not allow this."));
    assert!(!page.page.contains("data-person"));
    server.place().await;
    assert_eq!(other.next().await.name, "order");
    let unknown = admin
        .send(&format!("/admin/people/{id}/role"), &[("role", "king")])
        .await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn whoever_is_kept_out_or_signed_out_loses_the_stream_at_once() {
    let server = Server::start().await;
    server.add_user("li").await;
    let admin = server.admin().await;
    let id = server.user_id("li").await;
    for form in ["sign-out", "disable"] {
        let li = server.sign_in("li").await;
        let mut stream = li.subscribe().await;
        let sent = admin.send(&format!("/admin/people/{id}/{form}"), &[]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{form}");
        assert_eq!(stream.rest().await, [], "{form}");
        assert_eq!(
            li.get("/api/session").await.status(),
            StatusCode::UNAUTHORIZED
        );
    }
    let login = json!({"username": "li", "password": PASSWORD});
    let refused = server.post("/api/session", &login).await;
    assert_eq!(refused.status(), StatusCode::UNAUTHORIZED);
    admin.send(&format!("/admin/people/{id}/enable"), &[]).await;
    server.sign_in("li").await;
}

#[tokio::test]
async fn it_is_kept_who_changed_whom() {
    let server = Server::start().await;
    server.add_user("li").await;
    let admin = server.admin().await;
    let id = server.user_id("li").await;
    admin
        .send(&format!("/admin/people/{id}/role"), &[("role", "manager")])
        .await;
    admin
        .send(&format!("/admin/people/{id}/disable"), &[])
        .await;
    let page = admin.page("/admin/audit").await.page;
    let told: Vec<_> = page
        .match_indices("data-action=\"")
        .map(|(at, mark)| page[at + mark.len()..].split('"').next().unwrap())
        .collect();
    assert_eq!(told[..3], ["user_disabled", "user_role", "user_added"]);
    assert!(page.contains("Staff → Manager"));
    let some = admin
        .page("/admin/audit?action=user_role&by=admin")
        .await
        .page;
    assert_eq!(some.matches("data-action=").count(), 1);
    let none = admin.page("/admin/audit?by=nobody").await.page;
    assert!(none.contains("Nothing matches."));
}

#[tokio::test]
async fn names_are_checked_whatever_they_are_made_of() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let sent = admin
        .send("/admin/people/invite", &[("role", "staff")])
        .await;
    let link = link(&sent);
    for (name, said) in [
        ("", "Please fill this in."),
        (&"龙".repeat(10_000), "At most 40 characters."),
        ("a\0b", "Some characters can't be read."),
    ] {
        let refused = server
            .accept(&link, &[("username", name), ("password", PASSWORD)])
            .await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.page.contains(said), "{said}");
    }
    let name = "<b>\"שלום\" 🍜</b>";
    let joined = server
        .accept(&link, &[("username", name), ("password", PASSWORD)])
        .await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER);
    let page = admin.page("/admin/people").await.page;
    assert!(page.contains("&lt;b&gt;\"שלום\" 🍜&lt;/b&gt;"), "{page}");
    assert!(!page.contains(name));
}
