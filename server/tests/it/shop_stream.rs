//! What customers' open pages hear of the menu and of the opening of the shop.

use crate::support::{Admin, Server, Stream, client::client, order};
use reqwest::{RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};

/// A request for the stream, after a cursor.
fn request(server: &Server, after: &str) -> RequestBuilder {
    client().get(server.at(&format!("/sse/menu?after={after}")))
}

async fn listen(server: &Server) -> Stream {
    Stream::open(request(server, "")).await
}

/// What the page fetches, in English.
async fn now(server: &Server) -> Value {
    let answer = server.get("/api/menu/now?language=en").await;
    assert_eq!(answer.status(), StatusCode::OK);
    answer.json().await.unwrap()
}

/// A dish as the page shows it; `null` where it is not on the menu.
fn dish(now: &Value, id: i64) -> Value {
    let sections = now["sections"].as_array().unwrap().iter();
    let mut dishes = sections.flat_map(|section| section["dishes"].as_array().unwrap());
    dishes
        .find(|dish| dish["id"] == id)
        .cloned()
        .unwrap_or_default()
}

/// Orders so many of a dish.
async fn buy(server: &Server, item: i64, quantity: u32) -> Response {
    let mut order = order();
    order["lines"] = json!([{"item": item, "quantity": quantity}]);
    server.post("/api/orders", &order).await
}

async fn sell_out(admin: &Admin, item: i64, part: &str) {
    let path = format!("/admin/menu/dishes/{item}/{part}");
    admin.send(&path, &[]).await;
}

#[tokio::test]
async fn every_page_hears_that_the_menu_or_the_opening_is_another() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut pages = Vec::new();
    for _ in 0..10 {
        pages.push(listen(&server).await);
    }
    sell_out(&admin, 1, "sold-out").await;
    for page in &mut pages {
        assert_eq!(page.next().await.name, "menu");
    }
    assert_eq!(dish(&now(&server).await, 1)["left"], 0);
    sell_out(&admin, 1, "back").await;
    admin
        .send(
            "/admin/pause",
            &[("pause_length", "open"), ("pause_message", "Back soon.")],
        )
        .await;
    for page in &mut pages {
        assert_eq!(page.next().await.name, "menu");
        assert_eq!(page.next().await.name, "settings");
    }
    let closed = now(&server).await;
    assert!(closed["closed"].as_str().unwrap().contains("Back soon."));
    assert_eq!(dish(&closed, 1)["left"], Value::Null);
    admin.send("/admin/pause/end", &[]).await;
    assert_eq!(pages[0].next().await.name, "settings");
    assert_eq!(now(&server).await["closed"], Value::Null);
}

#[tokio::test]
async fn they_hear_nothing_of_anybody() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut page = listen(&server).await;
    assert_eq!(page.hello["user"], Value::Null);
    let placed = server.place().await;
    admin.change(&placed, "accepted").await;
    admin.push(None, "secret").await;
    admin.push(Some("admin"), "secret").await;
    sell_out(&admin, 1, "sold-out").await;
    // Of all that happened before, this comes first.
    let event = page.next().await;
    assert_eq!(event.name, "menu");
    assert_eq!(event.json(), json!({"item": null, "by": ""}));
    // Nor does what they fetch say who did it.
    let menu = now(&server).await.to_string();
    assert!(!menu.contains("admin") && !menu.contains("secret"));
}

#[tokio::test]
async fn of_the_stock_they_hear_when_it_ends_and_not_before() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut database = server.database().await;
    let limited = "update items set stock = 1 + 2 * id where id < 3";
    database.run(limited).await;
    let (mut page, mut desk) = (listen(&server).await, admin.subscribe().await);
    assert_eq!(buy(&server, 1, 2).await.status(), StatusCode::CREATED);
    assert_eq!(buy(&server, 2, 4).await.status(), StatusCode::CREATED);
    assert_eq!(dish(&now(&server).await, 1)["left"], 1);
    assert_eq!(buy(&server, 1, 1).await.status(), StatusCode::CREATED);
    let refused = buy(&server, 1, 1).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let event = page.next().await;
    assert_eq!(dish(&now(&server).await, 1)["left"], 0);
    sell_out(&admin, 2, "sold-out").await;
    // The next one is of what was done by hand: nothing came in between.
    let by_hand = page.next().await;
    assert_eq!(by_hand.seq(), event.seq() + 1);
    // Colleagues hear the order first, and then of which dish nothing is left.
    let mut told = Vec::new();
    for _ in 0..5 {
        told.push(desk.next().await);
    }
    let names: Vec<_> = told.iter().map(|event| &*event.name).collect();
    assert_eq!(names, ["order", "order", "order", "menu", "menu"]);
    assert_eq!(told[3].json(), json!({"item": 1, "by": ""}));
    assert_eq!(
        told[4].json(),
        json!({"item": 2, "by": "admin", "sold_out_today": true})
    );
}

#[tokio::test]
async fn a_page_that_comes_back_hears_what_it_missed_and_a_new_one_nothing_old() {
    let mut server = Server::start().await;
    let admin = server.admin().await;
    sell_out(&admin, 1, "sold-out").await;
    let mut page = listen(&server).await;
    sell_out(&admin, 1, "back").await;
    let heard = page.next().await;
    drop(page);
    sell_out(&admin, 3, "sold-out").await;
    server.place().await;
    server.kill().await;
    server.restart().await;
    let mut back = Stream::open(request(&server, &heard.id)).await;
    let missed = back.next().await;
    assert_eq!((&*missed.name, missed.seq()), ("menu", heard.seq() + 1));
    // A cursor that is not of this log: the page is told to fetch everything.
    let mut stranger = Stream::open(request(&server, "0badcafe:7")).await;
    stranger.named("reset").await;
    let mut new = listen(&server).await;
    while let Some(event) = new.any().await.filter(|event| event.name != "tick") {
        assert!(!event.is_of_the_log(), "{event:?}");
    }
    let admin = server.admin().await;
    sell_out(&admin, 3, "back").await;
    let first = new.next().await.seq();
    assert_eq!(stranger.next().await.seq(), first);
    assert_eq!(back.next().await.seq(), first);
}

#[tokio::test]
async fn the_page_is_drawn_with_where_its_stream_goes_on() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut page = listen(&server).await;
    sell_out(&admin, 3, "sold-out").await;
    let cursor = page.next().await.id;
    let drawn = server.accept_page("/").await.page;
    assert!(drawn.contains(&cursor), "{drawn}");
}

#[tokio::test]
async fn pages_leave_half_of_the_places_to_those_who_work() {
    let server = Server::start_with(&["--max-streams-per-address", "5"]).await;
    let admin = server.admin().await;
    let placed = server.place().await;
    let _pages = [
        listen(&server).await,
        listen(&server).await,
        listen(&server).await,
    ];
    for method in ["GET", "HEAD"] {
        let request = client().request(method.parse().unwrap(), server.at("/sse/menu"));
        let refused = request.send().await.unwrap();
        assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
        assert!(refused.headers().contains_key("retry-after"));
    }
    let _desk = admin.subscribe().await;
    let _progress = server.follow(placed["token"].as_str().unwrap()).await;
}

#[tokio::test]
async fn what_is_fetched_is_in_the_language_of_the_page_and_compressed_for_whom_takes_it() {
    let server = Server::start().await;
    let path = |language: &str| server.at(&format!("/api/menu/now?language={language}"));
    let get = |language: &str, coding: &'static str| {
        let request = client().get(path(language));
        request.header("accept-encoding", coding).send()
    };
    let english: Value = get("en", "identity").await.unwrap().json().await.unwrap();
    let chinese: Value = get("zh", "identity").await.unwrap().json().await.unwrap();
    assert_eq!(dish(&english, 1)["name"], "Braised Beef Noodle Soup");
    assert_ne!(dish(&chinese, 1)["name"], dish(&english, 1)["name"]);
    assert!(english["next_look"].as_u64().unwrap() <= 3600);
    let compressed = get("en", "gzip, br").await.unwrap();
    assert_eq!(compressed.headers()["content-encoding"], "br");
    let length = compressed.bytes().await.unwrap().len();
    assert!(length * 2 < english.to_string().len(), "{length}");
    // Whatever else stands there, the page's own language holds.
    let odd = server.get("/api/menu/now?language=tlh").await;
    assert_eq!(odd.status(), StatusCode::OK);
}
