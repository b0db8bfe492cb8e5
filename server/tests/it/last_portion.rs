//! Many customers, one portion.

use crate::support::{Server, client::client, order};
use futures::future::join_all;
use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

/// How many want it.
const CUSTOMERS: usize = 200;
/// Asks for the last one, with a connection of its own.
async fn ask(url: String) -> Response {
    let mut body = order();
    body["lines"] = json!([{"item": 1, "quantity": 1}]);
    let request = client().post(url).header("accept-language", "en");
    request.json(&body).send().await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_200_customers_one_gets_the_last_portion_and_the_others_are_told() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut database = server.database().await;
    database
        .run("update items set stock = 1 where id = 1")
        .await;
    let mut stream = admin.subscribe().await;
    let url = server.at("/api/orders");
    let asked = (0..CUSTOMERS).map(|_| tokio::spawn(ask(url.clone())));
    let mut placed = Vec::new();
    let mut told = 0;
    for answer in join_all(asked).await {
        let answer = answer.unwrap();
        let status = answer.status();
        let body: Value = answer.json().await.unwrap();
        match status {
            StatusCode::CREATED => placed.push(body),
            StatusCode::UNPROCESSABLE_ENTITY => {
                let fault = &body["errors"][0];
                let said = (&fault["field"], &fault["code"], &fault["message"]);
                let sold_out = (&json!("lines[1]"), &json!("sold_out"), &json!("Sold out."));
                assert_eq!(said, sold_out);
                told += 1;
            }
            _ => panic!("{status}: {body}"),
        }
    }
    assert_eq!((placed.len(), told), (1, CUSTOMERS - 1));
    let left = "select stock from items where id = 1";
    assert_eq!(database.number(left).await, 0);
    assert_eq!(database.number("select count(*) from orders").await, 1);
    let orders = "select count(*) from events where name = 'order'";
    assert_eq!(database.number(orders).await, 1);
    // The order, that there is no more of it, and then nothing but what is said now.
    admin.push(None, "hi").await;
    let order = stream.next().await;
    assert_eq!(
        (order.name.as_str(), &order.json()["token"]),
        ("order", &placed[0]["token"])
    );
    assert_eq!(stream.next().await.name, "menu");
    assert_eq!(stream.next().await.name, "psh");
    // What is cancelled can be had again, once.
    admin.change(&order.json(), "cancelled").await;
    assert_eq!(database.number(left).await, 1);
    let again = ask(url.clone()).await;
    assert_eq!(again.status(), StatusCode::CREATED);
    assert_eq!(ask(url).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(database.number(left).await, 0);
}
