//! By chance: readers come, stall and go, by header and by query; orders,
//! changes and messages happen, several at once; the log is pruned; the server
//! ends and dies. What each reader was told is what the log held for it, in
//! order, each event once.

mod log;
mod reader;

use crate::support::{Admin, Server, count_of, order, seeded};
use futures::future::join_all;
use log::Log;
use rand::{Rng, rngs::StdRng};
use reader::{Reader, Resumes};
use reqwest::Client;
use serde_json::{Value, json};
use std::time::Duration;
use tempfile::TempDir;
use tokio::time::timeout;

const USERS: [&str; 3] = ["admin", "li", "wang"];
/// Every buffer is small, so that each is overrun.
const OPTIONS: [&str; 6] = [
    "--channel-capacity",
    "2",
    "--recent-events",
    "20",
    "--retention-events",
    "300",
];

/// A shop, and all that goes on in it.
struct World {
    chance: StdRng,
    server: Server,
    admins: Vec<Admin>,
    client: Client,
    orders: Vec<Value>,
    readers: Vec<Reader>,
    log: Log,
}

/// Something that is asked of the server.
enum Request {
    Place(Value),
    Change(Value, &'static str),
    Push(Value),
}

impl World {
    async fn new(chance: StdRng) -> Self {
        // In memory where there is a place for it: the disk is not what is tested.
        let folder = TempDir::new_in("/dev/shm").or_else(|_| TempDir::new());
        let folder = folder.unwrap();
        let database = folder.path().join("shop.db");
        let server = Server::start_on(folder, database, &OPTIONS).await;
        let mut admins = vec![server.admin().await];
        for name in &USERS[1..] {
            server.add_user(name).await;
            admins.push(server.sign_in(name).await);
        }
        let log = Log::open(server.database().await).await;
        let readers = (0..USERS.len() * 2).map(|number| Reader::new(number % USERS.len()));
        Self {
            chance,
            admins,
            client: Client::new(),
            orders: Vec::new(),
            readers: readers.collect(),
            log,
            server,
        }
    }

    async fn step(&mut self) {
        match self.chance.random_range(0..1000) {
            0..400 => {
                let count = self.chance.random_range(1..=6);
                self.ask(count).await;
            }
            400..700 => self.open().await,
            700..850 => {
                let reader = self.any_reader();
                self.readers[reader].read_some().await;
            }
            850..996 => {
                let (reader, reads) = (self.any_reader(), self.chance.random());
                self.readers[reader].close(reads).await;
            }
            996..998 => self.end(false).await,
            _ => self.end(true).await,
        }
        self.log.read().await;
    }

    fn any_reader(&mut self) -> usize {
        self.chance.random_range(0..self.readers.len())
    }

    async fn open(&mut self) {
        let reader = self.any_reader();
        let resumes = match self.chance.random_range(0..10) {
            0 => Resumes::FromNow,
            1..4 => Resumes::ByQuery,
            _ => Resumes::ByHeader,
        };
        let reader = &mut self.readers[reader];
        reader.open(&self.admins[reader.user], resumes).await;
    }

    /// Asks for several things at once.
    async fn ask(&mut self, count: u32) {
        let requests: Vec<_> = (0..count).map(|_| self.request()).collect();
        let answers = join_all(requests.into_iter().map(|request| self.send(request))).await;
        self.orders.extend(answers.into_iter().flatten());
    }

    fn request(&mut self) -> Request {
        if !self.orders.is_empty() && self.chance.random_ratio(1, 3) {
            let order = self.chance.random_range(0..self.orders.len());
            let order = self.orders.swap_remove(order);
            let next = match order["status"].as_str() {
                Some("placed") => "accepted",
                _ => "finished",
            };
            return Request::Change(order, next);
        }
        if self.chance.random_ratio(1, 2) {
            return Request::Place(order());
        }
        let to = USERS.get(self.chance.random_range(0..USERS.len() + 2));
        let brief = self.chance.random_ratio(1, 10);
        let text = "长".repeat(self.chance.random_range(1..1000));
        let expires_in = if brief { 1 } else { 3_600 };
        Request::Push(json!({"to": to, "text": text, "expires_in": expires_in}))
    }

    /// The order that can be moved on, if that is what it came to.
    async fn send(&self, request: Request) -> Option<Value> {
        let admin = &self.admins[0];
        match request {
            Request::Place(body) => {
                let request = self.client.post(self.server.at("/api/orders")).json(&body);
                request.send().await.ok()?.json().await.ok()
            }
            Request::Change(order, to) => {
                let changed: Value = admin.change(&order, to).await.json().await.unwrap();
                assert_eq!(changed["status"], to);
                (to != "finished").then_some(changed)
            }
            Request::Push(body) => {
                assert!(admin.post("/sse/push", &body).await.status().is_success());
                None
            }
        }
    }

    /// The server ends, or dies in the middle of its work, and starts again.
    async fn end(&mut self, dies: bool) {
        if dies {
            let orders: Vec<_> = (0..4).map(|_| self.send(Request::Place(order()))).collect();
            // Whatever is done by then: the rest is on its way.
            let _ = timeout(Duration::from_millis(2), join_all(orders)).await;
            self.server.kill().await;
        } else {
            self.server.terminate().await;
        }
        self.log.read().await;
        for reader in &mut self.readers {
            reader.server_ended(dies, self.chance.random()).await;
        }
        self.server.restart().await;
    }
}

#[tokio::test]
async fn what_readers_are_told_is_what_the_log_holds_for_them() {
    let steps = count_of("ORDERBELL_TEST_STEPS", 2_000);
    let mut world = World::new(seeded("chaos")).await;
    for _ in 0..steps {
        world.step().await;
    }
    let mut told = 0;
    for reader in &mut world.readers {
        reader
            .open(&world.admins[reader.user], Resumes::ByHeader)
            .await;
        reader.catch_up(&mut world.log).await;
        told += reader.check(&world.log);
    }
    eprintln!(
        "{steps} steps, {} events, told {told} times",
        world.log.len()
    );
}
