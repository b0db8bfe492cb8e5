//! The server dies at every step between request and answer.

use crate::support::{Database, Follower, Server, count_of, order, seeded};
use rand::{Rng, seq::IndexedRandom};
use reqwest::Client;
use serde_json::Value;
use std::{
    collections::{HashMap, VecDeque},
    slice,
};

/// The steps, in their order: see `crash::point` in the server.
const POINTS: [&str; 10] = [
    "received",
    "taken",
    "order",
    "lines",
    "stock",
    "event",
    "applied",
    "committed",
    "rung",
    "answering",
];

/// Customers who order at the same time.
const CUSTOMERS: usize = 4;

/// A customer who sends one order after the other, each until it is answered.
#[derive(Default)]
struct Customer {
    client: Client,
    unanswered: Option<Value>,
    /// The token that each request was answered with.
    answered: HashMap<String, String>,
}

impl Customer {
    /// Orders up to `count` times, or until the server is gone.
    async fn order(&mut self, url: &str, count: usize) {
        for _ in 0..count {
            let body = self.unanswered.take().unwrap_or_else(order);
            let request = self.client.post(format!("{url}/api/orders")).json(&body);
            let answer = match request.send().await {
                Ok(answer) => answer.json::<Value>().await.ok(),
                Err(_) => None,
            };
            let Some(placed) = answer else {
                self.unanswered = Some(body);
                return;
            };
            let request = body["request_id"].as_str().unwrap().to_owned();
            let token = placed["token"].as_str().unwrap().to_owned();
            self.answered.insert(request, token);
        }
    }
}

/// Each order is whole: its lines, what it took from the stock, its one event.
async fn is_whole(database: &mut Database) {
    for flaw in [
        "select count(*) from orders where (select count(*) from order_lines where order_id = id) <> 2",
        "select count(*) from orders where (select count(*) from events where order_id = id) <> 1",
        "select count(*) from orders where announced <> (select seq from events where order_id = id)",
        "select count(*) from order_lines where order_id not in (select id from orders)",
        "select count(*) - (select max(seq) from events) from events",
        "select stock + (select sum(quantity) from order_lines where item_id = 1) - 1000000 from items where id = 1",
    ] {
        assert_eq!(database.number(flaw).await, 0, "{flaw}");
    }
}

async fn has(database: &mut Database, customers: &[Customer]) {
    let orders = database.orders().await;
    for (request, token) in customers.iter().flat_map(|customer| &customer.answered) {
        assert_eq!(
            orders.get(request),
            Some(token),
            "an answered order is gone"
        );
    }
}

/// Runs the server until it dies there, while customers order.
async fn die(server: &mut Server, customers: &mut [Customer], crash_at: String) {
    eprintln!("dies at {crash_at}");
    server.crash_at = Some(crash_at);
    // Some of the steps are passed before it listens.
    if server.try_restart().await {
        let orders = customers.iter_mut();
        let orders = orders.map(|customer| customer.order(&server.url, 100));
        futures::future::join_all(orders).await;
    }
    server.died().await;
}

#[tokio::test]
async fn an_order_is_kept_wholly_or_not_at_all_wherever_the_server_dies() {
    let mut chance = seeded("crash");
    let crashes = count_of("ORDERBELL_TEST_CRASHES", 25);
    let mut server = Server::start().await;
    let mut follower = Follower::start(server.admin().await);
    let mut database = server.database().await;
    database
        .run("update items set stock = 1000000 where id = 1")
        .await;
    server.terminate().await;
    let mut customers: Vec<_> = (0..CUSTOMERS).map(|_| Customer::default()).collect();
    // Each step at least once, then by chance.
    let mut points = VecDeque::from(POINTS);
    for _ in 0..crashes {
        let point = points
            .pop_front()
            .or_else(|| POINTS.choose(&mut chance).copied());
        let crash_at = format!("{}:{}", point.unwrap(), chance.random_range(1..=8));
        die(&mut server, &mut customers, crash_at).await;
        is_whole(&mut database).await;
        has(&mut database, &customers).await;
    }
    server.crash_at = None;
    server.restart().await;
    let url = server.url.clone();
    for customer in &mut customers {
        // The last one was not answered: the same request again is one order.
        customer.order(&url, 1).await;
        assert!(customer.unanswered.is_none());
    }
    is_whole(&mut database).await;
    has(&mut database, &customers).await;
    let answered: usize = customers
        .iter()
        .map(|customer| customer.answered.len())
        .sum();
    let orders = database.orders().await;
    assert_eq!(
        orders.len(),
        answered,
        "an order that nobody sent, or one sent twice"
    );
    let heard = follower.heard(answered).await;
    let seqs: Vec<_> = heard.iter().map(|event| event.seq()).collect();
    let all: Vec<_> = (1..).take(answered).collect();
    assert_eq!(seqs, all, "each event is heard once, in order");
    eprintln!("{crashes} crashes, {answered} orders");
}

#[tokio::test]
async fn that_nothing_is_left_is_told_with_the_order_that_took_the_last_or_not_at_all() {
    let mut server = Server::start().await;
    let mut database = server.database().await;
    database
        .run("update items set stock = 2 where id = 1")
        .await;
    server.terminate().await;
    let mut customer = Customer::default();
    for point in ["stock", "event"] {
        die(
            &mut server,
            slice::from_mut(&mut customer),
            format!("{point}:1"),
        )
        .await;
        assert_eq!(database.number("select count(*) from events").await, 0);
        assert_eq!(
            database
                .number("select stock from items where id = 1")
                .await,
            2
        );
    }
    server.crash_at = None;
    server.restart().await;
    customer.order(&server.url, 1).await;
    let told = database.events_after(0).await;
    let names: Vec<_> = told.iter().map(|(seq, name, ..)| (*seq, &**name)).collect();
    assert_eq!(names, [(1, "order"), (2, "menu")]);
    assert_eq!(
        database
            .number("select stock from items where id = 1")
            .await,
        0
    );
}
