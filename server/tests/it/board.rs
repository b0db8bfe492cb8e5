//! The board in the shop: which numbers are in work, and which are ready.

use crate::support::{Admin, Server, Stream, client::client};
use reqwest::StatusCode;
use serde_json::{Value, json};

const PAGE: &str = "/admin/board";

/// Makes a link, and gives its token.
async fn link(admin: &Admin) -> String {
    let made = admin.send("/admin/board/new", &[]).await;
    assert_eq!(made.location, "/admin/board?done=board_linked");
    token(admin).await.expect("there is no link")
}

/// The token of the link that the page shows, if it shows one.
async fn token(admin: &Admin) -> Option<String> {
    let page = admin.page(PAGE).await.page;
    let (_, rest) = page.split_once(&format!("{}/board/", admin.url))?;
    let (token, _) = rest.split_once('"')?;
    Some(token.to_owned())
}

async fn board(server: &Server, token: &str) -> String {
    let board = server.accept_page(&format!("/board/{token}")).await;
    assert_eq!(board.status, StatusCode::OK);
    board.page
}

/// The numbers on a board, as it names them, from its top.
fn numbers(page: &str) -> Vec<String> {
    let found = page.split("data-key=\"").skip(1);
    let found = found.map(|rest| rest.split('"').next().unwrap().to_owned());
    found.collect()
}

async fn listen(server: &Server, token: &str) -> Stream {
    Stream::open(client().get(server.at(&format!("/sse/board/{token}")))).await
}

async fn change(admin: &Admin, order: &Value, to: &str) -> Value {
    let answer = admin.change(order, to).await;
    assert_eq!(answer.status(), StatusCode::OK);
    answer.json().await.unwrap()
}

#[tokio::test]
async fn a_board_shows_numbers_and_nothing_else() {
    let server = Server::start().await;
    let admin = server.admin().await;
    assert_eq!(token(&admin).await, None);
    let token = link(&admin).await;
    assert!(token.len() >= 20, "{token}");
    let (first, second) = (server.place().await, server.place().await);
    assert!(numbers(&board(&server, &token).await).is_empty());
    let first = change(&admin, &first, "accepted").await;
    let second = change(&admin, &second, "accepted").await;
    assert_eq!(numbers(&board(&server, &token).await), ["work-1", "work-2"]);
    let first = change(&admin, &first, "ready").await;
    let second = change(&admin, &second, "preparing").await;
    let page = board(&server, &token).await;
    assert_eq!(numbers(&page), ["work-2", "ready-1"]);
    assert_eq!(page.matches("board__number--fresh").count(), 1);
    change(&admin, &second, "ready").await;
    let page = board(&server, &token).await;
    // The newest first.
    assert_eq!(numbers(&page), ["ready-2", "ready-1"]);
    assert!(page.contains("data-live=\"board\""));
    for secret in ["王小明", "8000", "少辣", "Beef", "admin"] {
        assert!(!page.contains(secret), "{secret} in {page}");
    }
    change(&admin, &first, "finished").await;
    assert_eq!(numbers(&board(&server, &token).await), ["ready-2"]);
}

#[tokio::test]
async fn orders_of_days_past_leave_the_board() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let token = link(&admin).await;
    for _ in 0..2 {
        let placed = server.place().await;
        change(&admin, &placed, "accepted").await;
    }
    let mut database = server.database().await;
    let old = "update orders set day = '2026-01-01', placed_at = 1 where id = 1";
    database.run(old).await;
    assert_eq!(numbers(&board(&server, &token).await), ["work-2"]);
}

#[tokio::test]
async fn a_board_hears_that_an_order_is_another_and_not_which() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let token = link(&admin).await;
    let mut stream = listen(&server, &token).await;
    assert_eq!(stream.hello["user"], Value::Null);
    let mut desk = admin.subscribe().await;
    let placed = server.place().await;
    let order = desk.next().await;
    admin.push(None, "secret").await;
    admin.send("/admin/menu/dishes/1/sold-out", &[]).await;
    change(&admin, &placed, "accepted").await;
    let first = stream.next().await;
    assert_eq!((&*first.name, first.json()), ("bell", json!({})));
    assert_eq!(first.id, order.id);
    // Of the message and the menu it heard nothing.
    let second = stream.next().await;
    assert_eq!((&*second.name, second.seq()), ("bell", first.seq() + 3));
    // What happened while it was away comes with the next stream.
    drop(stream);
    let path = format!("/sse/board/{token}?after={}", first.id);
    let mut again = Stream::open(client().get(server.at(&path))).await;
    assert_eq!(again.next().await, second);
}

#[tokio::test]
async fn an_old_link_ends_at_once_and_says_nothing() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let old = link(&admin).await;
    let mut stream = listen(&server, &old).await;
    let new = link(&admin).await;
    assert_ne!(old, new);
    assert!(stream.rest().await.is_empty());
    let none = server.accept_page("/board/none").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    let mut fresh = listen(&server, &new).await;
    admin.send("/admin/board/off", &[]).await;
    assert!(fresh.rest().await.is_empty());
    for token in [&*old, &*new] {
        let page = server.accept_page(&format!("/board/{token}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(page.page.contains("There is no such page."));
        let stream = server.get(&format!("/sse/board/{token}")).await;
        assert_eq!(stream.status(), StatusCode::NOT_FOUND);
    }
    assert_eq!(token(&admin).await, None);
    // Who did what is noted, the link is not.
    let audit = admin.page("/admin/audit").await.page;
    assert_eq!(audit.matches("data-action=\"board_linked\"").count(), 2);
    assert_eq!(audit.matches("data-action=\"board_closed\"").count(), 1);
    assert!(!audit.contains(&old) && !audit.contains(&new));
}

#[tokio::test]
async fn the_link_is_there_for_cameras_too() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let token = link(&admin).await;
    let page = admin.page(PAGE).await.page;
    assert!(
        page.contains(&format!("href=\"{}/board/{token}\"", server.url)),
        "{page}"
    );
    assert!(page.contains("class=\"link-code\""));
    // A browser asks whether the stream would open before it gives up.
    let ask = client().head(server.at(&format!("/sse/board/{token}")));
    assert_eq!(ask.send().await.unwrap().status(), StatusCode::OK);
}
