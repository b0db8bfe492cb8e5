//! The shop's page for those who come with nothing of their own: drawn once for all of them.

use crate::support::{Server, pages::send};
use serde_json::Value;

/// What stands between the first `start` and the next `end`.
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).unwrap();
    rest.split_once(end).unwrap().0
}

#[tokio::test]
async fn each_gets_a_cart_and_a_nonce_of_their_own() {
    let server = Server::start().await;
    let mut seen = Vec::new();
    for _ in 0..3 {
        let answer = server.get("/").await;
        let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
        let key = between(&header("set-cookie"), "orderbell_cart=", ";").to_owned();
        let nonce = between(&header("content-security-policy"), "'nonce-", "'").to_owned();
        assert!(header("content-type").starts_with("text/html"));
        assert_eq!(header("cache-control"), "private, no-cache");
        let page = answer.text().await.unwrap();
        assert_eq!(between(&page, "name=\"request_id\" value=\"", "\""), key);
        assert!(page.contains(&format!("nonce=\"{nonce}\"")));
        seen.extend([key, nonce]);
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 6);
}

#[tokio::test]
async fn it_is_as_new_as_the_menu_in_each_language() {
    let server = Server::start().await;
    let page = |language: &'static str| {
        let request = reqwest::Client::new().get(server.at("/"));
        let request = request.header("accept-language", language);
        async { request.send().await.unwrap().text().await.unwrap() }
    };
    assert!(page("en").await.contains("Braised Beef Noodle Soup"));
    assert!(page("zh").await.contains("红烧牛肉面"));
    let admin = server.admin().await;
    let path = "/admin/menu/dishes/1/delete";
    send(&server.url, &admin.cookie, path, &[]).await;
    assert!(!page("en").await.contains("Braised Beef Noodle Soup"));
    assert!(!page("zh").await.contains("红烧牛肉面"));
}

#[tokio::test]
async fn it_tells_search_engines_what_there_is_to_eat() {
    let server = Server::start().await;
    let page = server.accept_page("/").await.page;
    let about = between(&page, "application/ld+json\"", "</script>");
    let (_, about) = about.split_once('>').unwrap();
    let about: Value = serde_json::from_str(about).unwrap();
    assert_eq!(about["@type"], "Restaurant");
    let dish = &about["hasMenu"]["hasMenuSection"][0]["hasMenuItem"][0];
    assert_eq!(dish["name"], "Braised Beef Noodle Soup");
    assert_eq!(dish["offers"]["price"], "32.00");
    assert!(page.contains("property=\"og:title\""));
}
