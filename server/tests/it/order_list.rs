//! The list of all orders, what is done to several of them, and the filters that are kept.

use crate::support::{Admin, Server, order};
use reqwest::StatusCode;
use serde_json::Value;

const PAGE: &str = "/admin/orders";
const BULK: &str = "/admin/orders/bulk";
const VIEWS: &str = "/admin/orders/views";

/// Sixty orders of a day long ago: 100 is the first of them, and has the lowest total.
const SIXTY: &str = r"
    insert into orders (
        id, token, request_id, day, number, status, currency, total,
        customer_name, customer_phone, note, placed_at
    )
    with recursive numbers (n) as (select 0 union all select n + 1 from numbers where n < 59)
    select
        n + 100, 'old-token-' || n, 'old-request-' || n, '2020-01-01', n + 1, 'finished', 'CNY',
        100 * n, 'Old', '13800138000', '', 1577880000000 + n
    from numbers
";

async fn place(server: &Server, name: &str) -> Value {
    let mut order = order();
    order["customer"]["name"] = name.into();
    let answer = server.post("/api/orders", &order).await;
    assert_eq!(answer.status(), StatusCode::CREATED);
    answer.json().await.unwrap()
}

/// The identities of the orders on a page, from its top.
fn shown(page: &str) -> Vec<i64> {
    let keys = page.split("data-key=\"").skip(1);
    let keys = keys.map(|rest| rest.split('"').next().unwrap().parse().unwrap());
    keys.collect()
}

async fn found(admin: &Admin, query: &str) -> Vec<i64> {
    shown(&admin.page(&format!("{PAGE}?{query}")).await.page)
}

/// The box of an order, as the page has it.
fn tick(order: &Value) -> String {
    format!("{}.{}", order["id"], order["version"])
}

#[tokio::test]
async fn orders_are_found_by_what_the_address_says() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let empty = admin.page(PAGE).await.page;
    assert!(empty.contains("There are no orders yet."), "{empty}");
    let li = place(&server, "Li 50%").await;
    place(&server, "Wang").await;
    admin.change(&li, "accepted").await;
    assert_eq!(found(&admin, "").await, [2, 1]);
    for (query, wanted) in [
        ("status=accepted", &[1][..]),
        ("status=accepted&status=placed&sort=oldest", &[1, 2]),
        ("q=50%25", &[1]),
        ("q=wang&period=today", &[2]),
        ("q=%23002&sort=highest", &[2]),
        ("q=13800138000", &[2, 1]),
        ("q=_", &[]),
        ("period=yesterday", &[]),
        ("to=2020-01-01", &[]),
        ("from=2020-01-01", &[2, 1]),
    ] {
        assert_eq!(found(&admin, query).await, wanted, "{query}");
    }
    let page = admin
        .page(&format!("{PAGE}?status=accepted&q=li"))
        .await
        .page;
    for part in [
        "href=\"/admin/orders/1\"",
        "Li 50%",
        "href=\"tel:13800138000\"",
        "badge--accepted",
        "data-live=\"orders\" data-live-from=\"/admin/orders?status=accepted&amp;q=li&amp;until=2\"",
        "name=\"order\" value=\"1.2\"",
        "value=\"accepted\" checked",
        "href=\"/admin/orders?status=accepted&amp;period=week&amp;q=li\"",
        "href=\"/admin/orders.csv?status=accepted&amp;q=li\"",
        "aria-current=\"page\"",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let nothing = admin.page(&format!("{PAGE}?q=nobody")).await.page;
    assert!(nothing.contains("Nothing matches."), "{nothing}");
}

#[tokio::test]
async fn faults_are_told_at_their_fields_and_what_was_typed_stays() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let long = "x".repeat(101);
    for (query, said) in [
        ("from=2020-02-30", "Please give a day, such as 2026-11-21."),
        (
            "from=2020-02-02&to=2020-02-01",
            "This is before the first day.",
        ),
        (&*format!("q={long}"), "100"),
    ] {
        let sent = admin.page(&format!("{PAGE}?{query}&status=ready")).await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert!(sent.page.contains(said), "{query}: {}", sent.page);
        assert!(sent.page.contains("value=\"ready\" checked"));
        let table = admin.get(&format!("/admin/orders.csv?{query}")).await;
        assert_eq!(table.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert!(
        found(&admin, "until=x&after=-1&sort=up&status=eaten")
            .await
            .is_empty()
    );
}

#[tokio::test]
async fn nothing_moves_when_orders_come() {
    let server = Server::start().await;
    let admin = server.admin().await;
    server.place().await;
    let page = admin.page(PAGE).await.page;
    assert!(page.contains("data-live-from=\"/admin/orders?until=1\""));
    server.place().await;
    server.place().await;
    let pinned = admin.page(&format!("{PAGE}?until=1")).await.page;
    assert_eq!(shown(&pinned), [1]);
    let pill = "href=\"/admin/orders\" class=\"button button--primary newer\">2 new<";
    assert!(pinned.contains(pill), "{pinned}");
    // Of those that are asked for.
    let pinned = admin
        .page(&format!("{PAGE}?until=1&status=ready"))
        .await
        .page;
    assert!(!pinned.contains(" newer\""), "{pinned}");
}

#[tokio::test]
async fn older_orders_are_on_further_pages() {
    let server = Server::start().await;
    let admin = server.admin().await;
    server.database().await.run(SIXTY).await;
    for (sort, first, last, edge) in [
        ("", 159, 110, 109),
        ("sort=oldest&", 100, 149, 150),
        ("sort=highest&", 159, 110, 109),
    ] {
        let ids = found(&admin, sort).await;
        assert_eq!((ids.len(), ids[0], ids[49]), (50, first, last), "{sort}");
        let page = admin.page(&format!("{PAGE}?{sort}")).await.page;
        let next = format!("{}until=159&amp;after={last}", sort.replace('&', "&amp;"));
        assert!(
            page.contains(&next) && page.contains("rel=\"next\""),
            "{page}"
        );
        assert!(!page.contains("rel=\"prev\""));
        let further = admin
            .page(&format!("{PAGE}?{}", next.replace("&amp;", "&")))
            .await;
        let ids = shown(&further.page);
        assert_eq!((ids.len(), ids[0]), (10, edge), "{sort}");
        assert!(!further.page.contains("rel=\"next\""));
        let back = format!("{PAGE}?{sort}until=159&before={edge}");
        assert!(further.page.contains(&back.replace('&', "&amp;")));
        let back = shown(&admin.page(&back).await.page);
        assert_eq!((back.len(), back[0], back[49]), (50, first, last), "{sort}");
    }
}

#[tokio::test]
async fn what_is_ticked_is_done_one_by_one() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let orders = [
        server.place().await,
        server.place().await,
        server.place().await,
    ];
    li.change(&orders[1], "accepted").await;
    let [first, second, third] = [0, 1, 2].map(|place| tick(&orders[place]));
    let mut fields = vec![("status", "placed"), ("status", "accepted"), ("until", "3")];
    fields.extend([&first, &second, &third].map(|tick| ("order", tick.as_str())));
    fields.push(("order", "999.1"));
    fields.push(("do", "accept"));
    server.place().await;
    let sent = li.send(BULK, &fields).await;
    assert_eq!(sent.status, StatusCode::OK);
    for said in [
        "Done: 2.",
        "Not done: 2.",
        "#2 (",
        "li was faster",
        "An unknown order: ",
    ] {
        assert!(sent.page.contains(said), "{said}: {}", sent.page);
    }
    // The page is the one that it was, and says what came meanwhile.
    assert_eq!(shown(&sent.page), [3, 2, 1]);
    assert!(sent.page.contains("1 new"));
    assert_eq!(found(&admin, "status=accepted").await, [3, 2, 1]);
    let nothing = admin.send(BULK, &[("do", "accept"), ("q", "nobody")]).await;
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        nothing.page.contains("value=\"nobody\""),
        "{}",
        nothing.page
    );
    let nothing = admin.send(BULK, &[("do", "accept")]).await;
    assert!(nothing.page.contains("Please choose at least one."));
    let fields = [("order", &*first), ("order", &*third), ("do", "print")];
    let print = admin.send(BULK, &fields).await.location;
    assert_eq!(print, "/admin/orders/print?order=1&order=3");
    let odd = admin.send(BULK, &[("order", &first), ("do", "eat")]).await;
    assert_eq!(odd.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_filter_is_kept_under_a_name_by_each_user() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (admin, li) = (server.admin().await, server.sign_in("li").await);
    let filter = [("status", "ready"), ("q", "50% & 面"), ("until", "7")];
    let named = |name| [&filter[..], &[("view_name", name)]].concat();
    let sent = admin.send(VIEWS, &named("Waits")).await;
    let address = "/admin/orders?status=ready&q=50%25+%26+%E9%9D%A2";
    assert_eq!(sent.location, format!("{address}&done=saved"));
    let page = admin.page(address).await.page;
    let link = format!(
        "href=\"{}\" aria-current=\"true\"",
        address.replace('&', "&amp;")
    );
    assert!(page.contains(&link), "{page}");
    assert!(!li.page(PAGE).await.page.contains("Waits"));
    let again = admin.send(VIEWS, &named("Waits")).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.page.contains("This name is taken."), "{}", again.page);
    assert!(again.page.contains("value=\"Waits\""));
    assert!(again.page.contains("value=\"ready\" checked"));
    let blank = admin.send(VIEWS, &named(" ")).await;
    assert_eq!(blank.status, StatusCode::UNPROCESSABLE_ENTITY);
    let delete = format!("{VIEWS}/1/delete");
    let others = li.send(&delete, &[]).await;
    assert_eq!(others.status, StatusCode::NOT_FOUND);
    let sent = admin.send(&delete, &[("sort", "oldest")]).await;
    assert_eq!(sent.location, "/admin/orders?sort=oldest&done=saved");
    assert!(!admin.page(PAGE).await.page.contains("Waits"));
}
