//! What popped up, to be found again, and what of it each user has read.

use crate::support::{Admin, Server};
use reqwest::StatusCode;

const PAGE: &str = "/admin/notices";

/// How many notices the way to the page says were not read.
async fn unread(admin: &Admin) -> String {
    let page = admin.page("/admin/profile").await.page;
    let (_, rest) = page.split_once("data-unread=\"").expect(&page);
    rest.split('"').next().unwrap().to_owned()
}

/// The kinds of the notices on a page, from its top.
async fn kinds(admin: &Admin, query: &str) -> Vec<String> {
    let page = admin.page(&format!("{PAGE}{query}")).await.page;
    let kinds = page.split("data-kind=\"").skip(1);
    let kinds = kinds.map(|rest| rest.split('"').next().unwrap().to_owned());
    kinds.collect()
}

/// The number that the page gives its button for all.
async fn up_to(admin: &Admin) -> String {
    let page = admin.page(PAGE).await.page;
    let (_, rest) = page.split_once("name=\"up_to\" value=\"").expect(&page);
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn what_is_read_on_one_device_is_read_on_all() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (desk, phone) = (server.admin().await, server.admin().await);
    let li = server.sign_in("li").await;
    assert_eq!(unread(&desk).await, "0");
    let order = server.place().await;
    let seq = li.push(None, "Come down").await;
    assert_eq!(unread(&phone).await, "2");
    // What one wrote oneself is no news.
    assert_eq!(unread(&li).await, "1");
    let page = desk.page(PAGE).await.page;
    assert!(page.contains("Come down"), "{page}");
    let link = format!("href=\"/admin#order-{}\"", order["id"]);
    assert!(page.contains(&link), "{page}");
    let fields = [("kind", "message"), ("unread", "1")];
    let sent = phone.send(&format!("{PAGE}/{seq}/read"), &fields).await;
    assert_eq!(sent.location, "/admin/notices?kind=message&unread=1");
    assert_eq!(unread(&desk).await, "1");
    assert_eq!(kinds(&desk, "?unread=1").await, ["order"]);
    assert_eq!(kinds(&desk, "").await, ["message", "order"]);
    assert_eq!(unread(&li).await, "1");
}

#[tokio::test]
async fn all_are_read_that_were_there_when_the_page_was_drawn() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    server.place().await;
    li.push(Some("admin"), "first").await;
    let until = up_to(&admin).await;
    li.push(Some("admin"), "second").await;
    let sent = admin
        .send(&format!("{PAGE}/read"), &[("up_to", &until)])
        .await;
    assert_eq!(sent.location, PAGE);
    assert_eq!(unread(&admin).await, "1");
    assert_eq!(unread(&li).await, "1");
    // What has not happened can't be read.
    admin
        .send(&format!("{PAGE}/read"), &[("up_to", "999")])
        .await;
    li.push(Some("admin"), "third").await;
    assert_eq!(unread(&admin).await, "1");
    let nothing = admin.send(&format!("{PAGE}/read"), &[]).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_order_that_somebody_answered_is_read_by_all() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let order = server.place().await;
    let accepted = li.change(&order, "accepted").await;
    let accepted = accepted.json().await.unwrap();
    assert_eq!(unread(&admin).await, "0");
    li.change(&accepted, "finished").await;
    let order = server.place().await;
    li.change(&order, "cancelled").await;
    assert_eq!(
        kinds(&admin, "").await,
        ["cancel", "order", "finish", "order"]
    );
    assert_eq!(kinds(&admin, "?unread=1").await, ["cancel", "finish"]);
    assert_eq!(kinds(&admin, "?kind=finish").await, ["finish"]);
    // What one did oneself is no news.
    assert_eq!(kinds(&li, "?unread=1").await, [] as [&str; 0]);
}

#[tokio::test]
async fn a_message_for_one_is_nobody_elses_notice() {
    let server = Server::start().await;
    for name in ["li", "wang"] {
        server.add_user(name).await;
    }
    let admin = server.admin().await;
    let (li, wang) = (server.sign_in("li").await, server.sign_in("wang").await);
    let seq = admin.push(Some("li"), "for li").await;
    assert_eq!(kinds(&wang, "").await, [] as [&str; 0]);
    wang.send(&format!("{PAGE}/{seq}/read"), &[]).await;
    assert_eq!(unread(&li).await, "1");
    let page = li.page(PAGE).await.page;
    let answer = "/admin/messages?to=admin&amp;title=Re%3A%20for%20li";
    assert!(page.contains(answer), "{page}");
    let composer = li.page(&answer.replace("&amp;", "&")).await.page;
    assert!(composer.contains("value=\"Re: for li\""), "{composer}");
    let chosen = composer.split("value=\"admin\"").nth(1).unwrap();
    assert!(chosen.starts_with(" checked"), "{composer}");
}

#[tokio::test]
async fn older_notices_are_on_further_pages() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    for number in 1..=51 {
        li.push(None, &format!("message {number}.")).await;
    }
    let page = admin.page(&format!("{PAGE}?kind=message")).await.page;
    assert!(page.contains("message 2.") && !page.contains("message 1."));
    let older = "href=\"/admin/notices?kind=message&amp;before=2\"";
    assert!(page.contains(older), "{page}");
    let page = admin.page(&format!("{PAGE}?kind=message&before=2")).await;
    assert!(page.page.contains("message 1.") && !page.page.contains("message 2."));
    assert_eq!(unread(&admin).await, "51");
}
