//! How many streams may be open, and how many orders may come from one place.

use crate::support::{Admin, Server, Stream, order};
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use std::collections::HashSet;

/// The last of these proxies is the test's own address.
const BEHIND_A_PROXY: [&str; 2] = ["--trusted-proxies", "127.0.0.1"];

#[tokio::test]
async fn a_stream_too_many_is_refused_until_one_ends() {
    let server = Server::start_with(&["--max-streams", "3"]).await;
    let admin = server.admin().await;
    let order = server.place().await;
    let token = order["token"].as_str().unwrap();
    let mut stays = admin.subscribe().await;
    let goes = admin.subscribe().await;
    // Customers count too.
    let mut progress = server.follow(token).await;
    let refused = admin.get("/sse/subscribe").await;
    expect_refusal(refused, 503, "/problems/too-many-streams").await;
    let path = format!("/sse/orders/{token}");
    expect_refusal(server.get(&path).await, 503, "/problems/too-many-streams").await;
    // Nobody was thrown out for it.
    admin.push(None, "hi").await;
    assert_eq!(stays.next().await.name, "psh");
    drop(goes);
    stays.until_open(1).await;
    let _new = admin.subscribe().await;
    // A stream that has said its last makes room as well.
    admin.change(&order, "cancelled").await;
    progress.rest().await;
    let _newest = admin.subscribe().await;
}

#[tokio::test]
async fn of_one_user_there_are_so_many_streams_and_no_more() {
    let server = Server::start_with(&["--max-streams-per-user", "2"]).await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let mut streams = [admin.subscribe().await, admin.subscribe().await];
    let refused = admin.get("/sse/subscribe").await;
    expect_refusal(refused, 429, "/problems/too-many-streams-of-user").await;
    let _other = li.subscribe().await;
    // Customers are no users.
    let order = server.place().await;
    let token = order["token"].as_str().unwrap();
    let _customers = [server.follow(token).await, server.follow(token).await];
    // A page that says that it goes makes room at once, and so does one that
    // signs out.
    let stream = streams[0].hello["stream"].as_str().unwrap().to_owned();
    admin.post_text("/sse/over", stream).await;
    streams[0].rest().await;
    let mut again = admin.subscribe().await;
    admin.sign_out().await;
    streams[1].rest().await;
    again.rest().await;
    let admin = server.admin().await;
    let _fresh = [admin.subscribe().await, admin.subscribe().await];
}

#[tokio::test]
async fn of_one_address_there_are_so_many_streams_and_no_more() {
    let options = [&BEHIND_A_PROXY[..], &["--max-streams-per-address", "2"]].concat();
    let server = Server::start_with(&options).await;
    let admin = server.admin().await;
    let token = server.place().await["token"].as_str().unwrap().to_owned();
    let back_office = |address| subscribe_from(&admin, address);
    let customer = |address| {
        from(
            address,
            Client::new().get(server.at(&format!("/sse/orders/{token}"))),
        )
    };
    // One device of IPv6 has as many addresses as it likes.
    for (first, second, other) in [
        ("192.0.2.1", "192.0.2.1", "192.0.2.2"),
        ("2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"),
    ] {
        let _one = Stream::open(back_office(first)).await;
        let two = Stream::open(customer(second)).await;
        for request in [back_office(second), customer(second)] {
            let refused = request.send().await.unwrap();
            expect_refusal(refused, 429, "/problems/too-many-streams-of-address").await;
        }
        let _other = Stream::open(back_office(other)).await;
        drop(two);
    }
}

#[tokio::test]
async fn zero_is_no_limit() {
    let none = ["--max-streams", "0", "--max-streams-per-user", "0"];
    let server = Server::start_with(&none).await;
    let admin = server.admin().await;
    let mut streams = Vec::new();
    for _ in 0..120 {
        streams.push(admin.subscribe().await);
    }
    assert_eq!(admin.connections().await, 120);
}

#[tokio::test]
async fn those_who_are_refused_are_told_to_come_back_at_different_times() {
    let server = Server::start_with(&["--max-streams", "1"]).await;
    let admin = server.admin().await;
    let _only = admin.subscribe().await;
    let mut times = HashSet::new();
    for _ in 0..20 {
        times.insert(retry_after(&admin.get("/sse/subscribe").await));
    }
    assert!(times.len() > 1, "{times:?}");
}

#[tokio::test]
async fn from_one_address_there_are_so_many_orders_a_minute_and_no_more() {
    let options = [
        &BEHIND_A_PROXY[..],
        &["--orders-per-minute-per-address", "3"],
    ]
    .concat();
    let server = Server::start_with(&options).await;
    let place = |address, body: &Value| {
        let request = Client::new().post(server.at("/api/orders")).json(body);
        from(address, request).send()
    };
    // What is mistyped does not count.
    for _ in 0..5 {
        let answer = place("192.0.2.1", &json!({})).await.unwrap();
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
    let first = order();
    for body in [&first, &order(), &order()] {
        let answer = place("192.0.2.1", body).await.unwrap();
        assert_eq!(answer.status(), StatusCode::CREATED);
    }
    let refused = place("192.0.2.1", &order()).await.unwrap();
    // One of three a minute is due in less than 20 s, and 10 s are for chance.
    assert!((1..=30).contains(&retry_after(&refused)));
    expect_refusal(refused, 429, "/problems/too-many-orders").await;
    // Whose answer was lost asks again, and gets it.
    let again = place("192.0.2.1", &first).await.unwrap();
    assert_eq!(again.status(), StatusCode::OK);
    let other = place("192.0.2.2", &order()).await.unwrap();
    assert_eq!(other.status(), StatusCode::CREATED);
    // Of what was refused nothing was kept.
    assert_eq!(other.json::<Value>().await.unwrap()["number"], 4);
}

#[tokio::test]
async fn with_one_phone_there_are_so_many_orders_an_hour_and_no_more() {
    let server = Server::start_with(&["--orders-per-hour-per-phone", "2"]).await;
    let of = |phone: &str| {
        let mut body = order();
        body["customer"]["phone"] = phone.into();
        body
    };
    let place = |body: &Value, language: &str| {
        let request = Client::new().post(server.at("/api/orders")).json(body);
        request.header("accept-language", language).send()
    };
    let first = of("138 0013 8000");
    for body in [&first, &of("+86 138 0013 8000")] {
        let answer = place(body, "en").await.unwrap();
        assert_eq!(answer.status(), StatusCode::CREATED);
    }
    for (language, said) in [
        ("en", "with this phone number"),
        ("zh", "这个电话下单太频繁"),
    ] {
        let refused = place(&of("13800138000"), language).await.unwrap();
        assert_eq!(refused.status(), 429);
        // One of two is due in half an hour, and 10 s are for chance.
        assert!((1..=1811).contains(&retry_after(&refused)));
        let problem: Value = refused.json().await.unwrap();
        assert_eq!(problem["type"], "/problems/too-many-orders-of-phone");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(said) && detail.contains("30"), "{detail}");
    }
    // Whose answer was lost asks again, and gets it; others have numbers of their own.
    let again = place(&first, "en").await.unwrap();
    assert_eq!(again.status(), StatusCode::OK);
    let other = place(&of("13800138001"), "en").await.unwrap();
    assert_eq!(other.status(), StatusCode::CREATED);
}

#[tokio::test]
async fn a_form_too_many_keeps_what_was_typed() {
    let server = Server::start_with(&["--orders-per-minute-per-address", "1"]).await;
    server.place().await;
    let send = |accept| {
        let request = Client::new()
            .post(server.at("/order"))
            .header("accept", accept)
            .header("accept-language", "en")
            .header("content-type", "application/x-www-form-urlencoded");
        let form =
            "request_id=0123456789&name=Li&phone=13800138000&note=&lines%5B1%5D%5Bquantity%5D=2";
        request.body(form).send()
    };
    let page = send("text/html").await.unwrap();
    assert_eq!(page.status(), StatusCode::TOO_MANY_REQUESTS);
    let page = page.text().await.unwrap();
    assert!(
        page.contains("Too many orders came from your network"),
        "{page}"
    );
    assert!(page.contains("value=\"Li\"") && page.contains("value=\"0123456789\""));
    // The same for a page that is alive.
    let answer = send("application/json").await.unwrap();
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    let answer = answer.text().await.unwrap();
    assert!(
        answer.contains("Too many orders came from your network"),
        "{answer}"
    );
}

#[tokio::test]
async fn zero_orders_a_minute_are_any_number() {
    let server = Server::start_with(&["--orders-per-minute-per-address", "0"]).await;
    for _ in 0..70 {
        server.place().await;
    }
}

fn from(address: &str, request: RequestBuilder) -> RequestBuilder {
    request.header("x-forwarded-for", address)
}

fn subscribe_from(admin: &Admin, address: &str) -> RequestBuilder {
    let request = Client::new().get(format!("{}/sse/subscribe", admin.url));
    from(address, request.header("cookie", &admin.cookie))
}

fn retry_after(answer: &Response) -> u32 {
    let seconds = answer.headers()["retry-after"].to_str().unwrap();
    seconds.parse().unwrap()
}

async fn expect_refusal(answer: Response, status: u16, kind: &str) {
    assert_eq!(answer.status(), status);
    assert!(retry_after(&answer) >= 1);
    let problem: Value = answer.json().await.unwrap();
    assert_eq!(problem["type"], kind);
}
