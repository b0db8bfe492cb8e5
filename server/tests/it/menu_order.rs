//! The order of categories and dishes, as it is sent after something was dragged.

use crate::support::{Admin, Server, pages::Sent};
use futures::future::join_all;
use reqwest::StatusCode;

/// What stands after `mark` in a page, in the order of the page.
fn numbers_after(page: &str, mark: &str) -> Vec<i64> {
    let places = page.split(mark).skip(1);
    let numbers = places.map(|rest| rest.split('"').next().unwrap().parse().unwrap());
    numbers.collect()
}

/// The dishes of a category, in order.
async fn dishes(admin: &Admin, category: i64) -> Vec<i64> {
    let path = format!("/admin/menu?category={category}");
    numbers_after(&admin.page(&path).await.page, "data-dish=\"")
}

/// The categories, in order.
async fn categories(admin: &Admin) -> Vec<i64> {
    let page = admin.page("/admin/menu").await.page;
    numbers_after(&page, "href=\"/admin/menu?category=")
}

async fn place(admin: &Admin, what: &str, id: i64, before: impl ToString) -> Sent {
    let path = format!("/admin/menu/{what}/{id}/place");
    admin.send(&path, &[("before", &before.to_string())]).await
}

#[tokio::test]
async fn a_dish_is_put_before_another_one_or_last() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let was = dishes(&admin, 1).await;
    let [a, b, c, ref rest @ ..] = was[..] else {
        panic!("too few dishes: {was:?}");
    };
    let with = |first: &[i64], last: &[i64]| [first, rest, last].concat();
    let mut stream = admin.subscribe().await;
    for (id, before, expected) in [
        (c, a.to_string(), with(&[c, a, b], &[])),
        (c, b.to_string(), with(&[a, c, b], &[])),
        (a, String::new(), with(&[c, b], &[a])),
        (a, c.to_string(), with(&[a, c, b], &[])),
        // Before itself, and before what it stands before.
        (a, a.to_string(), with(&[a, c, b], &[])),
        (a, c.to_string(), with(&[a, c, b], &[])),
    ] {
        let sent = place(&admin, "dishes", id, &before).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.page);
        assert_eq!(sent.location, format!("/admin/menu?category=1#dish-{id}"));
        assert_eq!(dishes(&admin, 1).await, expected, "{id} before {before}");
        assert_eq!(stream.named("menu").await.json()["item"], id);
    }
    let mut database = server.database().await;
    let noted = "select count(*) from audit where action = 'item_moved'";
    assert_eq!(database.number(noted).await, 6);
}

#[tokio::test]
async fn a_category_is_put_before_another_one_or_last() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let was = categories(&admin).await;
    let (first, last) = (was[0], was[was.len() - 1]);
    let sent = place(&admin, "categories", last, first).await;
    assert_eq!(sent.location, format!("/admin/menu?category={last}"));
    let mut expected = was.clone();
    expected.rotate_right(1);
    assert_eq!(categories(&admin).await, expected);
    place(&admin, "categories", last, "").await;
    assert_eq!(categories(&admin).await, was);
    for before in ["999", "x"] {
        let sent = place(&admin, "categories", first, before).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{before}");
    }
    assert_eq!(categories(&admin).await, was);
}

#[tokio::test]
async fn a_place_that_is_not_there_changes_nothing() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let (here, there) = (dishes(&admin, 1).await, dishes(&admin, 2).await);
    let gone = here[1];
    let delete = format!("/admin/menu/dishes/{gone}/delete");
    admin.send(&delete, &[]).await;
    let left = dishes(&admin, 1).await;
    for (id, before) in [
        (here[0], "999".to_owned()),
        (here[0], there[0].to_string()),
        (here[0], gone.to_string()),
        (here[0], "-1".to_owned()),
        (here[0], "9".repeat(40)),
        (here[0], "x".to_owned()),
        (gone, here[0].to_string()),
        (999, here[0].to_string()),
        (999, String::new()),
        (999, "999".to_owned()),
    ] {
        let sent = place(&admin, "dishes", id, &before).await;
        assert_eq!(sent.status, StatusCode::NOT_FOUND, "{id} before {before}");
        // The page with what there is now, and why.
        assert!(sent.page.contains("There is no such thing any more."));
        assert!(sent.page.contains("data-dish="), "{}", sent.page);
    }
    assert_eq!(dishes(&admin, 1).await, left);
    assert_eq!(dishes(&admin, 2).await, there);
}

#[tokio::test]
async fn those_who_change_the_order_at_once_lose_and_double_nothing() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut was = dishes(&admin, 1).await;
    let (first, last) = (was[0], was[was.len() - 1]);
    let turns = (0..30).map(|turn| {
        let id = was[turn % was.len()];
        let before = match turn % 4 {
            0 => String::new(),
            _ => was[turn * 7 % was.len()].to_string(),
        };
        let admin = &admin;
        async move { place(admin, "dishes", id, before).await.status }
    });
    let delete = format!("/admin/menu/dishes/{last}/delete");
    let (done, deleted) = tokio::join!(join_all(turns), admin.send(&delete, &[]));
    assert_eq!(deleted.status, StatusCode::SEE_OTHER);
    let told = [StatusCode::SEE_OTHER, StatusCode::NOT_FOUND];
    assert!(done.iter().all(|status| told.contains(status)), "{done:?}");
    let mut now = dishes(&admin, 1).await;
    // It can be changed as before.
    place(&admin, "dishes", first, "").await;
    assert_eq!(dishes(&admin, 1).await.last(), Some(&first));
    now.push(last);
    now.sort_unstable();
    was.sort_unstable();
    assert_eq!(now, was);
}

#[tokio::test]
async fn who_may_not_change_the_menu_gets_nothing_to_drag_with() {
    let server = Server::start().await;
    server.add_user("li").await;
    let li = server.sign_in("li").await;
    let page = li.page("/admin/menu").await.page;
    assert!(!page.contains("reorder"), "{page}");
    let was = dishes(&li, 1).await;
    let sent = place(&li, "dishes", was[0], "x").await;
    assert_eq!(sent.status, StatusCode::FORBIDDEN);
    let admin = server.admin().await;
    let page = admin.page("/admin/menu").await.page;
    assert!(page.contains("src=\"/reorder.js\""), "{page}");
    assert_eq!(page.matches("data-reorder=").count(), 2);
    assert_eq!(dishes(&admin, 1).await, was);
}
