//! The pages as a browser without scripts gets them.

use crate::support::Server;
use reqwest::{Client, StatusCode, redirect::Policy};

fn browser() -> Client {
    Client::builder().redirect(Policy::none()).build().unwrap()
}

/// The value of the form's hidden key.
fn request_id(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"request_id\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

async fn send(server: &Server, form: String) -> reqwest::Response {
    let request = browser()
        .post(server.at("/order"))
        .header("accept", "text/html");
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    request.body(form).send().await.unwrap()
}

#[tokio::test]
async fn the_form_works_without_scripts() {
    let server = Server::start().await;
    let page = server.get("/").await.text().await.unwrap();
    let key = request_id(&page);
    let form = format!(
        "request_id={key}&name=Li&phone=13800138000&note=&lines%5B1%5D%5Bquantity%5D=2&lines%5B1%5D%5Bprice%5D=&lines%5B2%5D%5Bquantity%5D="
    );
    let answer = send(&server, form.clone()).await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let path = answer.headers()["location"].to_str().unwrap().to_owned();
    let page = server.get(&path).await.text().await.unwrap();
    assert!(page.contains("http-equiv=\"refresh\""));
    // Pressing again is the same order.
    let again = send(&server, form).await;
    assert_eq!(again.headers()["location"], path.as_str());
}

#[tokio::test]
async fn a_refused_form_keeps_what_was_typed() {
    let server = Server::start().await;
    let form = "request_id=0123456789&name=%E7%8E%8B&phone=none&note=less+spicy&lines%5B1%5D%5Bquantity%5D=7&lines%5B1%5D%5Bprice%5D=1";
    let answer = send(&server, form.to_owned()).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let page = answer.text().await.unwrap();
    for kept in [
        "value=\"王\"",
        "value=\"none\"",
        "less spicy",
        "value=\"7\"",
        "value=\"0123456789\"",
    ] {
        assert!(page.contains(kept), "{kept}");
    }
    assert!(page.contains("aria-invalid=\"true\""));
}

#[tokio::test]
async fn bytes_that_are_no_text_are_refused_at_their_field() {
    let server = Server::start().await;
    let form =
        "request_id=0123456789&name=%FF%FE&phone=13800138000&note=&lines%5B1%5D%5Bquantity%5D=1";
    let answer = send(&server, form.to_owned()).await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(server.place().await["number"], 1);
}

#[tokio::test]
async fn the_language_is_the_visitors() {
    let server = Server::start().await;
    for (cookie, accept, expected) in [
        ("", "", "zh-CN"),
        ("", "en-GB,en;q=0.8", "en"),
        ("orderbell_language=zh", "en", "zh-CN"),
        ("orderbell_language=en", "zh", "en"),
    ] {
        let request = browser()
            .get(server.at("/"))
            .header("accept-language", accept);
        let page = request
            .header("cookie", cookie)
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap();
        assert!(
            page.contains(&format!("<html lang=\"{expected}\"")),
            "{cookie} {accept}"
        );
    }
}

#[tokio::test]
async fn what_is_not_there_is_said_to_be_not_there() {
    let server = Server::start().await;
    for path in ["/nothing", "/orders/0000", "/pkg/nothing.js"] {
        assert_eq!(
            server.get(path).await.status(),
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}
