//! What search engines are told: which pages they may list.

use crate::support::{Server, client::client};
use reqwest::StatusCode;

/// The text at `path`, asked for at `host`.
async fn text(server: &Server, host: &str, path: &str) -> (String, String) {
    let request = client().get(server.at(path)).header("host", host);
    let answer = request.send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let kind = answer.headers()["content-type"].to_str().unwrap();
    (kind.to_owned(), answer.text().await.unwrap())
}

/// The addresses in a sitemap.
fn places(sitemap: &str) -> Vec<&str> {
    let places = sitemap.split("<loc>").skip(1);
    places
        .map(|rest| rest.split_once("</loc>").unwrap().0)
        .collect()
}

#[tokio::test]
async fn the_pages_for_everybody_are_listed_where_they_were_reached() {
    let server = Server::start().await;
    let (kind, sitemap) = text(&server, "shop.test:8080", "/sitemap.xml").await;
    assert_eq!(kind, "application/xml");
    let listed = ["http://shop.test:8080/", "http://shop.test:8080/orders"];
    assert_eq!(places(&sitemap), listed);
    for place in listed {
        let path = place.trim_start_matches("http://shop.test:8080");
        let page = server.accept_page(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(!page.page.contains("noindex"), "{path}");
    }
    let (kind, robots) = text(&server, "shop.test:8080", "/robots.txt").await;
    assert!(kind.starts_with("text/plain"));
    assert!(robots.contains("\nSitemap: http://shop.test:8080/sitemap.xml\n"));
    assert!(robots.contains("\nDisallow: /admin\n"));
    // A host is nothing that could be markup.
    let (_, sitemap) = text(&server, "a&b", "/sitemap.xml").await;
    assert_eq!(places(&sitemap)[0], "http://a&amp;b/");
}

#[tokio::test]
async fn they_are_listed_where_the_server_was_told_that_it_is() {
    let server = Server::start_with(&["--public-url", "https://shop.example"]).await;
    let (_, sitemap) = text(&server, "10.0.0.7", "/sitemap.xml").await;
    let listed = ["https://shop.example/", "https://shop.example/orders"];
    assert_eq!(places(&sitemap), listed);
    let (_, robots) = text(&server, "10.0.0.7", "/robots.txt").await;
    assert!(robots.contains("\nSitemap: https://shop.example/sitemap.xml\n"));
}
