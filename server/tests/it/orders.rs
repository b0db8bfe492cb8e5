//! Placing orders and moving them on.

use crate::support::{Server, order};
use futures::future::join_all;
use reqwest::{Client, StatusCode};
use serde_json::{Value, json};

#[tokio::test]
async fn an_order_is_kept_and_shown_to_whoever_has_its_token() {
    let server = Server::start().await;
    let placed = server.place().await;
    assert_eq!(placed["number"], 1);
    assert_eq!(placed["status"], "placed");
    assert_eq!(placed["version"], 1);
    assert_eq!(placed["currency"], "CNY");
    let menu: Value = server.get("/api/menu").await.json().await.unwrap();
    let price = |place: usize| menu["items"][place]["price"].as_i64().unwrap();
    assert_eq!(placed["total"], 2 * price(0) + price(1));
    assert_eq!(placed["lines"][0]["name"], menu["items"][0]["name"]);
    // Whoever has the token does not get the whole number.
    assert_eq!(placed["customer"]["phone"], "•••••••8000");
    let token = placed["token"].as_str().unwrap();
    let shown: Value = server
        .get(&format!("/api/orders/{token}"))
        .await
        .json()
        .await
        .unwrap();
    assert_eq!(shown, placed);
    let unknown = server.get("/api/orders/0000").await;
    assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_same_request_from_twenty_tasks_is_one_order_and_one_event() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut stream = admin.subscribe().await;
    let body = order();
    let answers = join_all((0..20).map(|_| server.post("/api/orders", &body))).await;
    let mut created = 0;
    let mut tokens = Vec::new();
    for answer in answers {
        match answer.status() {
            StatusCode::CREATED => created += 1,
            status => assert_eq!(status, StatusCode::OK),
        }
        let order: Value = answer.json().await.unwrap();
        tokens.push(order["token"].clone());
    }
    assert_eq!(created, 1);
    tokens.dedup();
    assert_eq!(tokens.len(), 1);
    // The next event is of the next order: there was no second one.
    let first = stream.next().await;
    let other = server.place().await;
    let second = stream.next().await;
    assert_eq!(first.json()["token"], tokens[0]);
    assert_eq!(second.json()["token"], other["token"]);
    assert_eq!(second.seq(), first.seq() + 1);
}

#[tokio::test]
async fn each_fault_is_told_at_its_field_and_nothing_is_kept() {
    let server = Server::start().await;
    let faults = [
        ("/customer/name", json!(" "), "customer.name", "blank"),
        (
            "/customer/name",
            json!("王".repeat(41)),
            "customer.name",
            "too_long",
        ),
        (
            "/customer/phone",
            json!("none"),
            "customer.phone",
            "not_a_phone",
        ),
        ("/note", json!("长".repeat(10_000)), "note", "too_long"),
        ("/request_id", json!(""), "request_id", "not_a_key"),
        ("/lines", json!([]), "lines", "empty"),
        ("/lines/0/quantity", json!(0), "lines[1]", "out_of_range"),
        ("/lines/0/quantity", json!(1000), "lines[1]", "out_of_range"),
        ("/lines/0/item", json!(999), "lines[999]", "unknown_item"),
        (
            "/lines/0",
            json!({"item": 1, "quantity": 1, "price": 1}),
            "lines[1]",
            "price_changed",
        ),
    ];
    for (place, value, field, code) in faults {
        let mut body = order();
        *body.pointer_mut(place).unwrap() = value;
        let answer = server.post("/api/orders", &body).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{place}");
        assert_eq!(answer.headers()["content-type"], "application/problem+json");
        let problem: Value = answer.json().await.unwrap();
        assert_eq!(problem["type"], "/problems/invalid");
        assert_eq!(problem["errors"][0]["field"], field);
        assert_eq!(problem["errors"][0]["code"], code);
        assert!(!problem["errors"][0]["message"].as_str().unwrap().is_empty());
    }
    let sold_out = sold_out_item(&server).await;
    let mut body = order();
    body["lines"] = json!([{"item": sold_out, "quantity": 1}]);
    let problem: Value = server
        .post("/api/orders", &body)
        .await
        .json()
        .await
        .unwrap();
    assert_eq!(problem["errors"][0]["code"], "sold_out");
    // Nothing was kept: the next order is the day's first.
    assert_eq!(server.place().await["number"], 1);
}

async fn sold_out_item(server: &Server) -> i64 {
    let menu: Value = server.get("/api/menu").await.json().await.unwrap();
    let items = menu["items"].as_array().unwrap();
    let item = items
        .iter()
        .find(|item| item["available"] == false)
        .unwrap();
    item["id"].as_i64().unwrap()
}

#[tokio::test]
async fn what_is_limited_is_sold_so_often_and_no_more() {
    let server = Server::start().await;
    let menu: Value = server.get("/api/menu").await.json().await.unwrap();
    let items = menu["items"].as_array().unwrap();
    let scarce = items.iter().find(|item| item["stock"] == 3).unwrap()["id"].clone();
    let asked = (0..5).map(|_| {
        let mut body = order();
        body["lines"] = json!([{"item": scarce, "quantity": 1}]);
        let server = &server;
        async move { server.post("/api/orders", &body).await.status() }
    });
    let answers = join_all(asked).await;
    let sold = answers
        .iter()
        .filter(|status| **status == StatusCode::CREATED)
        .count();
    assert_eq!(sold, 3);
}

#[tokio::test]
async fn what_is_no_order_at_all_is_refused_in_plain_words() {
    let server = Server::start().await;
    for body in [
        "",
        "null",
        "{",
        "{\"lines\": 5}",
        "{\"lines\": [{\"item\": \"x\"}]}",
    ] {
        let request = Client::new().post(server.at("/api/orders"));
        let request = request
            .header("content-type", "application/json")
            .body(body);
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST, "{body}");
        let problem: Value = answer.json().await.unwrap();
        assert_eq!(problem["type"], "/problems/unreadable");
    }
    let request = Client::new().post(server.at("/api/orders"));
    let request = request
        .header("content-type", "application/json")
        .body(vec![b'"', 0xff, b'"']);
    assert_eq!(
        request.send().await.unwrap().status(),
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test]
async fn of_two_administrators_one_wins_and_the_other_is_told_who() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let mut stream = admin.subscribe().await;
    let order = server.place().await;
    let (a, b) = tokio::join!(
        admin.change(&order, "accepted"),
        li.change(&order, "cancelled")
    );
    let (won, lost, winner) = if a.status() == StatusCode::OK {
        (a, b, "admin")
    } else {
        (b, a, "li")
    };
    assert_eq!(won.status(), StatusCode::OK);
    assert_eq!(lost.status(), StatusCode::CONFLICT);
    let won: Value = won.json().await.unwrap();
    let problem: Value = lost.json().await.unwrap();
    assert_eq!(problem["type"], "/problems/conflict");
    assert_eq!(problem["order"]["handled"]["by"], winner);
    assert_eq!(problem["order"]["status"], won["status"]);
    assert!(problem["detail"].as_str().unwrap().contains(winner));
    // One event tells of it.
    stream.named("order").await;
    let change = stream.next().await;
    assert_eq!(change.name, "change");
    assert_eq!(change.json()["by"], winner);
    assert_eq!(change.json()["order"]["version"], 2);
    server.place().await;
    assert_eq!(stream.next().await.name, "order");
}

#[tokio::test]
async fn an_order_goes_only_where_its_status_allows() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let order = server.place().await;
    let refused = admin.change(&order, "finished").await;
    assert_eq!(refused.status(), StatusCode::CONFLICT);
    let problem: Value = refused.json().await.unwrap();
    assert_eq!(problem["type"], "/problems/not-allowed");
    let unknown = admin
        .change(&json!({"id": 99, "version": 1}), "accepted")
        .await;
    assert_eq!(unknown.status(), StatusCode::NOT_FOUND);
    let accepted: Value = admin.change(&order, "accepted").await.json().await.unwrap();
    let finished: Value = admin
        .change(&accepted, "finished")
        .await
        .json()
        .await
        .unwrap();
    assert_eq!(
        (finished["status"].as_str(), &finished["version"]),
        (Some("finished"), &json!(3))
    );
    assert_eq!(finished["handled"]["by"], "admin");
}

#[tokio::test]
async fn orders_are_listed_by_pages_newest_first() {
    let server = Server::start().await;
    for _ in 0..60 {
        server.place().await;
    }
    let admin = server.admin().await;
    let first: Value = admin.get("/api/orders").await.json().await.unwrap();
    let second: Value = admin
        .get(&format!("/api/orders?after={}", first["next"]))
        .await
        .json()
        .await
        .unwrap();
    let numbers = [first, second.clone()].into_iter().flat_map(|page| {
        page["orders"]
            .as_array()
            .unwrap()
            .iter()
            .map(|o| o["number"].as_i64().unwrap())
            .collect::<Vec<_>>()
    });
    assert_eq!(
        numbers.collect::<Vec<_>>(),
        (1..=60).rev().collect::<Vec<_>>()
    );
    assert_eq!(second["next"], Value::Null);
}
