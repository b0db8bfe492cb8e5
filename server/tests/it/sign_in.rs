//! Guessing passwords: who does it waits, and nobody else.

use crate::support::{PASSWORD, Server};
use futures::future::join_all;
use reqwest::{Client, Response, StatusCode};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio::{io::AsyncWriteExt, net::TcpStream, time::sleep};

/// The test's own address is that of a proxy: it says where it comes from.
const BEHIND_A_PROXY: [&str; 2] = ["--trusted-proxies", "127.0.0.1"];
const WRONG: &str = "soup-2026";

/// Signs in as a program does.
async fn sign_in(server: &Server, from: &str, name: &str, password: &str) -> Response {
    let request = Client::new()
        .post(server.at("/api/session"))
        .header("x-forwarded-for", from)
        .json(&json!({"username": name, "password": password}));
    request.send().await.unwrap()
}

/// Signs in as a browser without scripts does.
async fn send_form(server: &Server, language: &str, name: &str, password: &str) -> Response {
    let request = Client::new()
        .post(server.at("/sign-in"))
        .header("accept-language", language)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(format!("username={name}&password={password}"));
    request.send().await.unwrap()
}

async fn statuses(answers: impl IntoIterator<Item = impl Future<Output = Response>>) -> [usize; 3] {
    let answers = join_all(answers).await;
    let count = |status| answers.iter().filter(|it| it.status() == status).count();
    [
        count(StatusCode::CREATED),
        count(StatusCode::UNAUTHORIZED),
        count(StatusCode::TOO_MANY_REQUESTS),
    ]
}

fn retry_after(answer: &Response) -> u64 {
    let seconds = answer.headers()["retry-after"].to_str().unwrap();
    seconds.parse().unwrap()
}

#[tokio::test]
async fn of_many_wrong_passwords_from_one_address_five_are_tried() {
    let server = Server::start_with(&BEHIND_A_PROXY).await;
    for _ in 0..5 {
        let wrong = sign_in(&server, "192.0.2.1", "admin", WRONG).await;
        assert_eq!(wrong.status(), StatusCode::UNAUTHORIZED);
    }
    for _ in 0..15 {
        let refused = sign_in(&server, "192.0.2.1", "admin", WRONG).await;
        assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
        // A second, and up to ten that are for chance.
        assert!((1..=11).contains(&retry_after(&refused)));
        let problem: Value = refused.json().await.unwrap();
        assert_eq!(problem["type"], "/problems/too-many-sign-ins");
    }
    // Not even the right one is tried, nor one for another name.
    let right = sign_in(&server, "192.0.2.1", "admin", PASSWORD).await;
    assert_eq!(right.status(), StatusCode::TOO_MANY_REQUESTS);
    let other = sign_in(&server, "192.0.2.1", "nobody", WRONG).await;
    assert_eq!(other.status(), StatusCode::TOO_MANY_REQUESTS);
    // Elsewhere it is.
    let elsewhere = sign_in(&server, "192.0.2.2", "admin", PASSWORD).await;
    assert_eq!(elsewhere.status(), StatusCode::CREATED);
    // So it is here, a second later: what was refused did not make it longer.
    sleep(Duration::from_secs(1)).await;
    let right = sign_in(&server, "192.0.2.1", "admin", PASSWORD).await;
    assert_eq!(right.status(), StatusCode::CREATED);
}

#[tokio::test]
async fn wrong_passwords_at_the_same_time_are_no_way_round() {
    let server = Server::start_with(&BEHIND_A_PROXY).await;
    // One device of IPv6 has as many addresses as it likes.
    let addresses: Vec<_> = (0..20).map(|n| format!("2001:db8::{n:x}")).collect();
    let guess = |from| sign_in(&server, from, "admin", WRONG);
    assert_eq!(
        statuses(addresses.iter().map(|it| guess(it))).await,
        [0, 5, 15]
    );
    // Those who know theirs may come at the same time.
    let come = |_| sign_in(&server, "192.0.2.2", "admin", PASSWORD);
    assert_eq!(statuses((0..20).map(come)).await, [20, 0, 0]);
}

#[tokio::test]
async fn who_hangs_up_before_the_answer_has_guessed_all_the_same() {
    let server = Server::start().await;
    let address = server.url.trim_start_matches("http://");
    let login = json!({"username": "admin", "password": WRONG}).to_string();
    let request = format!(
        "POST /api/session HTTP/1.1\r\nHost: {address}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{login}",
        login.len()
    );
    for _ in 0..20 {
        let mut socket = TcpStream::connect(address).await.unwrap();
        socket.write_all(request.as_bytes()).await.unwrap();
        // Long enough to be read, and too short for an answer.
        sleep(Duration::from_millis(5)).await;
    }
    server.until_log("guess passwords").await;
}

#[tokio::test]
async fn an_own_password_does_not_make_room_for_guessing_others() {
    let server = Server::start().await;
    server.add_user("li").await;
    let status = async |name, password| sign_in(&server, "", name, password).await.status();
    for _ in 0..4 {
        assert_eq!(status("admin", WRONG).await, StatusCode::UNAUTHORIZED);
        assert_eq!(status("li", PASSWORD).await, StatusCode::CREATED);
    }
    assert_eq!(status("ADMIN", WRONG).await, StatusCode::UNAUTHORIZED);
    assert_eq!(status("li", PASSWORD).await, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn who_mistypes_and_then_gets_it_right_starts_anew() {
    let server = Server::start().await;
    for _ in 0..3 {
        for _ in 0..4 {
            let wrong = sign_in(&server, "", "admin", WRONG).await;
            assert_eq!(wrong.status(), StatusCode::UNAUTHORIZED);
        }
        let right = sign_in(&server, "", "Admin", PASSWORD).await;
        assert_eq!(right.status(), StatusCode::CREATED);
    }
}

#[tokio::test]
async fn nobody_is_locked_out_by_those_who_guess_from_everywhere() {
    let server = Server::start_with(&BEHIND_A_PROXY).await;
    server.add_user("li").await;
    let addresses: Vec<_> = (1..=13).map(|n| format!("192.0.2.{n}")).collect();
    let guess = |from| sign_in(&server, from, "admin", WRONG);
    assert_eq!(
        statuses(addresses.iter().map(|it| guess(it))).await,
        [0, 13, 0]
    );
    let took = async |name| {
        let begun = Instant::now();
        let signed_in = sign_in(&server, "198.51.100.1", name, PASSWORD).await;
        assert_eq!(signed_in.status(), StatusCode::CREATED);
        begun.elapsed()
    };
    let (admin, li) = (took("admin").await, took("li").await);
    assert!(admin >= Duration::from_millis(800), "{admin:?}");
    // The longest delay, and time enough for a machine that is busy.
    assert!(admin < Duration::from_secs(6), "{admin:?}");
    assert!(li < Duration::from_millis(800), "{li:?}");
}

#[tokio::test]
async fn the_form_says_how_long_to_wait_and_keeps_the_name() {
    let server = Server::start().await;
    for _ in 0..5 {
        let wrong = send_form(&server, "en", "%22Li%22", WRONG).await;
        assert_eq!(wrong.status(), StatusCode::UNAUTHORIZED);
        let page = wrong.text().await.unwrap();
        assert!(page.contains("Name or password is wrong."), "{page}");
        assert!(page.contains("value=\"&quot;Li&quot;\""), "{page}");
        assert!(!page.contains(WRONG), "{page}");
    }
    for (language, words) in [
        ("en", "Please wait 1 second and try again."),
        ("zh", "请等 1 秒再试。"),
    ] {
        let refused = send_form(&server, language, "admin", PASSWORD).await;
        assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(retry_after(&refused), 1);
        assert!(!refused.headers().contains_key("set-cookie"));
        let page = refused.text().await.unwrap();
        assert!(page.contains(words), "{page}");
        assert!(page.contains("value=\"admin\"") && !page.contains(PASSWORD));
    }
}

#[tokio::test]
async fn the_log_tells_of_guessing_once_and_not_what_was_typed() {
    let server = Server::start().await;
    // What is no name of a user may be a password in the wrong field.
    for _ in 0..4 {
        sign_in(&server, "", "MySecretPassword", WRONG).await;
    }
    assert!(
        !server.log().contains("guess passwords"),
        "{}",
        server.log()
    );
    for _ in 0..10 {
        sign_in(&server, "", "MySecretPassword", WRONG).await;
    }
    let log = server.log();
    let told: Vec<_> = log
        .lines()
        .filter(|it| it.contains("guess passwords"))
        .collect();
    assert_eq!(told.len(), 1, "{log}");
    assert!(
        told[0].contains("WARN") && told[0].contains("127.0.0.1"),
        "{log}"
    );
    assert!(!log.contains(WRONG), "{log}");
    assert!(!log.to_lowercase().contains("mysecretpassword"), "{log}");
    sleep(Duration::from_secs(1)).await;
    sign_in(&server, "", "admin", WRONG).await;
    let log = server.log();
    let told: Vec<_> = log
        .lines()
        .filter(|it| it.contains("guess passwords"))
        .collect();
    assert_eq!(told.len(), 2, "{log}");
    assert!(told[1].contains("user=\"admin\""), "{log}");
    assert!(!log.contains(WRONG), "{log}");
}

#[tokio::test]
async fn guessing_is_found_among_what_was_done() {
    let server = Server::start_with(&BEHIND_A_PROXY).await;
    for _ in 0..5 {
        sign_in(&server, "192.0.2.1", "admin", WRONG).await;
    }
    let page = server.admin().await.page("/admin/audit").await.page;
    assert_eq!(page.matches("data-action=\"sign_in_failed\"").count(), 1);
    assert!(page.contains("192.0.2.1"), "{page}");
}
