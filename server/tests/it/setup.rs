//! The first start: nobody can sign in yet.

use crate::support::Server;
use reqwest::StatusCode;

/// The path of the link that the server has printed.
async fn link(server: &Server) -> String {
    server.until_log("/setup/").await;
    let log = server.log();
    let (_, token) = log.rsplit_once("/setup/").unwrap();
    format!("/setup/{}", token.split_whitespace().next().unwrap())
}

const TYPED: [(&str, &str); 6] = [
    ("shop_name", "福来 Fulai"),
    ("time_zone", "Europe/Berlin"),
    ("currency", "eur"),
    ("languages", "en"),
    ("username", "Mei"),
    ("password", "noodles-2026"),
];

#[tokio::test]
async fn whoever_has_the_link_sets_the_shop_up_and_is_the_owner() {
    let server = Server::start_empty().await;
    for path in ["/", "/admin", "/sign-in"] {
        let page = server.accept_page(path).await;
        assert_eq!(page.location, "/setup", "{path}");
    }
    assert_eq!(server.accept_page("/setup").await.status, StatusCode::OK);
    let guessed = server.accept("/setup/0123456789abcdef", &TYPED).await;
    assert_eq!(guessed.status, StatusCode::NOT_FOUND);
    let link = link(&server).await;
    let wrong = [
        ("shop_name", ""),
        ("time_zone", "Mars"),
        ("password", "short"),
    ];
    let wrong = server.accept(&link, &wrong).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in [
        "There is no such time zone.",
        "At least 8 characters.",
        "Please choose at least one.",
        "value=\"Mars\"",
    ] {
        assert!(wrong.page.contains(said), "{said}");
    }
    let done = server.accept(&link, &TYPED).await;
    assert_eq!(
        (done.status, &*done.location),
        (StatusCode::SEE_OTHER, "/admin/menu")
    );
    let owner = server.session(&done.cookie);
    let menu = owner.page("/admin/menu").await.page;
    assert!(menu.contains("There is nothing on the menu yet."), "{menu}");
    assert!(menu.contains("福来 Fulai"));
    owner.send("/admin/menu/example", &[]).await;
    let shop = server.accept_page("/").await.page;
    assert!(
        shop.contains("€") && shop.contains("<html lang=\"en\""),
        "{shop}"
    );
    // Nobody does it twice.
    assert_eq!(
        server.accept(&link, &TYPED).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn what_is_set_outlives_a_restart() {
    let mut server = Server::start_empty().await;
    let link = link(&server).await;
    let done = server.accept(&link, &TYPED).await;
    server.kill().await;
    server.restart().await;
    let page = server
        .session(&done.cookie)
        .page("/admin/settings")
        .await
        .page;
    assert!(
        page.contains("value=\"福来 Fulai\"") && page.contains("Europe/Berlin"),
        "{page}"
    );
    // No other link was printed.
    assert_eq!(server.log().matches("/setup/").count(), 1);
}

#[tokio::test]
async fn links_of_earlier_starts_end_with_the_set_up() {
    let mut server = Server::start_empty().await;
    let first = link(&server).await;
    server.kill().await;
    server.restart().await;
    let second = link(&server).await;
    assert_ne!(first, second);
    assert_eq!(
        server.accept(&second, &TYPED).await.status,
        StatusCode::SEE_OTHER
    );
    let late = first.replace("/setup/", "/invite/");
    for path in [first, late] {
        assert_eq!(
            server.accept(&path, &TYPED).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_currency_is_fixed_with_the_first_order() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut typed = vec![
        ("version", "0"),
        ("shop_name", "Fulai"),
        ("address", "1 Canal Street"),
        ("shop_phone", "+49 30 1234567"),
        ("time_zone", "Asia/Shanghai"),
        ("currency", "USD"),
        ("languages", "zh"),
        ("languages", "en"),
    ];
    let sent = admin.send("/admin/settings", &typed).await;
    assert_eq!(sent.location, "/admin/settings?done=saved");
    assert_eq!(server.place().await["currency"], "USD");
    typed[0].1 = "1";
    typed[5].1 = "EUR";
    let fixed = admin.send("/admin/settings", &typed).await;
    assert_eq!(fixed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        fixed
            .page
            .contains("This is fixed, since there are orders.")
    );
    typed[5].1 = "USD";
    typed[1].1 = "Fulai 2";
    typed[0].1 = "0";
    let late = admin.send("/admin/settings", &typed).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(
        late.page.contains("Saved meanwhile: Fulai"),
        "{}",
        late.page
    );
}
