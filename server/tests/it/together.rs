//! Orders that wait for the database at the same time, and are placed together:
//! each is what it would be alone.

use crate::support::{Server, order};
use futures::future::join_all;
use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio::join;

/// Sends orders while another program holds the database; then they are placed.
async fn send(server: &Server, orders: &[Value]) -> Vec<(StatusCode, Value)> {
    let mut database = server.database().await;
    database.run("begin immediate").await;
    let answers = orders.iter().map(async |order| {
        let answer = server.post("/api/orders", order).await;
        (answer.status(), answer.json().await.unwrap())
    });
    let let_go = async {
        // Meanwhile the orders come in. Those that do not are placed later.
        for _ in 0..orders.len() {
            server.get("/api/menu").await;
        }
        database.run("rollback").await;
    };
    let (answers, ()) = join!(join_all(answers), let_go);
    answers
}

fn count(answers: &[(StatusCode, Value)], wanted: StatusCode) -> usize {
    let fitting = answers.iter().filter(|(status, _)| *status == wanted);
    fitting.count()
}

/// Whether the database failed at placing them together.
fn were_separated(server: &Server) -> bool {
    server.log().contains("orders are placed one by one")
}

/// That many orders are kept, each whole: numbered from 1, with its two lines
/// and its event, and the events in the order of the orders.
async fn are_whole(server: &Server, count: i64) {
    let mut database = server.database().await;
    for (what, wanted) in [
        ("select count(*) from orders", count),
        ("select count(distinct number) from orders", count),
        ("select max(number) from orders", count),
        (
            "select count(distinct id) from orders join order_lines on order_id = id",
            count,
        ),
        ("select count(*) from order_lines", 2 * count),
        ("select count(*) from events", count),
        ("select max(seq) from events", count),
        (
            "select count(*) from events where seq = (select announced from orders where id = order_id)",
            count,
        ),
        (
            "select count(*) from events where order_id = data ->> 'id' and order_id = progress ->> 'id'",
            count,
        ),
        (
            "select count(*) from events a join events b on a.seq < b.seq and a.order_id > b.order_id",
            0,
        ),
        (
            "select count(*) from orders a join orders b on a.id < b.id and a.number > b.number",
            0,
        ),
    ] {
        assert_eq!(database.number(what).await, wanted, "{what}");
    }
}

#[tokio::test]
async fn they_are_numbered_one_by_one_and_told_in_that_order() {
    let server = Server::start().await;
    let mut stream = server.admin().await.subscribe().await;
    let orders: Vec<_> = (0..40).map(|_| order()).collect();
    let answers = send(&server, &orders).await;
    assert_eq!(count(&answers, StatusCode::CREATED), 40);
    for (number, seq) in (1..=40).zip(1..) {
        let event = stream.next().await;
        assert_eq!((event.name.as_str(), event.seq()), ("order", seq));
        assert_eq!(event.json()["number"], number);
        // Each answer is that of its own order.
        let mut answered = answers.iter().map(|(_, answer)| answer);
        let answer = answered.find(|answer| answer["number"] == number).unwrap();
        assert_eq!(event.json()["token"], answer["token"]);
    }
    let kept = server.database().await.orders().await;
    for (order, (_, answer)) in orders.iter().zip(&answers) {
        assert_eq!(kept[order["request_id"].as_str().unwrap()], answer["token"]);
    }
    are_whole(&server, 40).await;
    assert!(!were_separated(&server));
}

#[tokio::test]
async fn of_the_last_pieces_no_more_are_sold_than_there_are() {
    let server = Server::start().await;
    let mut database = server.database().await;
    database
        .run("update items set stock = 20 where id = 1")
        .await;
    let lines = json!([{"item": 1, "quantity": 3}, {"item": 2, "quantity": 1}]);
    let orders = (0..30).map(|_| {
        let mut order = order();
        order["lines"] = lines.clone();
        order
    });
    let answers = send(&server, &orders.collect::<Vec<_>>()).await;
    assert_eq!(count(&answers, StatusCode::CREATED), 6);
    for (status, problem) in answers {
        if status != StatusCode::CREATED {
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(problem["errors"][0]["field"], "lines[1]");
            assert_eq!(problem["errors"][0]["code"], "too_few_left");
        }
    }
    let left = database.number("select stock from items where id = 1");
    assert_eq!(left.await, 2);
    are_whole(&server, 6).await;
    assert!(!were_separated(&server));
}

#[tokio::test]
async fn the_same_request_among_others_is_one_order() {
    let server = Server::start().await;
    let repeated = order();
    let orders = (0..40).map(|place| match place % 2 {
        0 => repeated.clone(),
        _ => order(),
    });
    let answers = send(&server, &orders.collect::<Vec<_>>()).await;
    assert_eq!(count(&answers, StatusCode::CREATED), 21);
    assert_eq!(count(&answers, StatusCode::OK), 19);
    let tokens = answers.iter().step_by(2).map(|(_, order)| &order["token"]);
    let tokens: Vec<_> = tokens.collect();
    assert!(tokens.iter().all(|token| *token == tokens[0]));
    are_whole(&server, 21).await;
    assert!(!were_separated(&server));
}

#[tokio::test]
async fn one_that_breaks_a_rule_fails_alone() {
    let server = Server::start().await;
    let mut orders: Vec<_> = (0..30).map(|_| order()).collect();
    orders[10]["lines"][1]["item"] = json!(999);
    orders[20]["lines"][0]["price"] = json!(1);
    let answers = send(&server, &orders).await;
    assert_eq!(answers[10].1["errors"][0]["code"], "unknown_item");
    assert_eq!(answers[20].1["errors"][0]["code"], "price_changed");
    assert_eq!(count(&answers, StatusCode::UNPROCESSABLE_ENTITY), 2);
    assert_eq!(count(&answers, StatusCode::CREATED), 28);
    are_whole(&server, 28).await;
    assert!(!were_separated(&server));
}

#[tokio::test]
async fn one_that_the_database_refuses_fails_alone() {
    let server = Server::start().await;
    let mut database = server.database().await;
    database
        .run(
            "update items set stock = 1000 where id = 1;
            create trigger refuse before insert on order_lines
            when (select note from orders where id = new.order_id) = 'no'
            begin select raise(abort, 'refused'); end",
        )
        .await;
    let mut orders: Vec<_> = (0..30).map(|_| order()).collect();
    orders[10]["note"] = json!("no");
    let answers = send(&server, &orders).await;
    assert_eq!(answers[10].0, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(count(&answers, StatusCode::CREATED), 29);
    let left = database.number("select stock from items where id = 1");
    assert_eq!(left.await, 1000 - 2 * 29);
    are_whole(&server, 29).await;
    assert!(were_separated(&server));
}

#[tokio::test]
async fn texts_are_kept_as_they_were_typed() {
    let server = Server::start().await;
    for text in [
        "\"quoted\", 'so'",
        r"C:\new\table",
        "a\n\tb",
        "$[0] %s ?1",
        "👩‍🍳 \u{2028}é",
    ] {
        let mut order = order();
        order["note"] = json!(text);
        let placed: Value = server
            .post("/api/orders", &order)
            .await
            .json()
            .await
            .unwrap();
        let path = format!("/api/orders/{}", placed["token"].as_str().unwrap());
        let kept: Value = server.get(&path).await.json().await.unwrap();
        assert_eq!(kept["note"], text);
    }
}
