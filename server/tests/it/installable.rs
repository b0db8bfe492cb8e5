//! What makes the back office one of a device's programs: its manifest, its icons, and the
//! script that shows notifications.

use crate::support::Server;
use reqwest::StatusCode;
use serde_json::Value;

const SITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../public");

#[tokio::test]
async fn the_manifest_and_its_icons_are_what_they_say() {
    let server = Server::start_with(&["--site", SITE]).await;
    let admin = server.admin().await;
    let manifest = server.get("/manifest.webmanifest").await;
    assert_eq!(
        manifest.headers()["content-type"],
        "application/manifest+json"
    );
    let manifest: Value = manifest.json().await.unwrap();
    assert_eq!(manifest["start_url"], "/admin");
    let icons = manifest["icons"].as_array().unwrap();
    let icons = icons.iter().map(|icon| {
        (
            icon["src"].as_str().unwrap(),
            icon["type"].as_str().unwrap(),
        )
    });
    let others = ["/icons/apple-touch-icon.png", "/icons/badge-96.png"];
    let others = others.map(|path| (path, "image/png"));
    for (path, kind) in icons.chain(others) {
        let icon = server.get(path).await;
        assert_eq!(icon.status(), StatusCode::OK, "{path}");
        assert_eq!(icon.headers()["content-type"], kind, "{path}");
    }
    let page = admin.page("/admin").await.page;
    for link in [
        r#"rel="manifest""#,
        r#"href="/manifest.webmanifest""#,
        r#"rel="apple-touch-icon""#,
        r#"name="theme-color""#,
    ] {
        assert!(page.contains(link), "{link}: {page}");
    }
    // Customers install nothing.
    let shop = server.get("/").await.text().await.unwrap();
    assert!(!shop.contains("manifest.webmanifest"), "{shop}");
}

#[tokio::test]
async fn the_service_worker_is_always_the_last_one_and_may_do_no_more_than_it_does() {
    let server = Server::start_with(&["--site", SITE]).await;
    let script = server.get("/sw.js").await;
    let header = |name: &str| script.headers()[name].to_str().unwrap();
    assert!(header("content-type").starts_with("text/javascript"));
    assert_eq!(header("cache-control"), "no-cache");
    assert_eq!(
        header("content-security-policy"),
        "default-src 'none'; connect-src 'self'; img-src 'self'; frame-ancestors 'none'"
    );
    let text = script.text().await.unwrap();
    // It stands between no page and the server.
    assert!(!text.contains("addEventListener('fetch'"));
    assert!(text.contains("addEventListener('push'"));
}

#[tokio::test]
async fn a_page_says_what_it_needs_to_let_a_device_ring() {
    let server = Server::start_with(&["--site", SITE]).await;
    let admin = server.admin().await;
    let page = admin.page("/admin/profile").await.page;
    for text in [
        "This device rings with the page closed",
        "<noscript>",
        "Scripts are off in this browser",
        "set Notifications to Allow",
        r#"src="/push.js""#,
    ] {
        assert!(page.contains(text), "{text}: {page}");
    }
    // Only there: no other page loads it.
    assert!(!admin.page("/admin").await.page.contains("/push.js"));
    // Every text for which the script asks is on the page.
    let script = server.get("/push.js").await.text().await.unwrap();
    for name in [
        "working",
        "added",
        "denied",
        "unanswered",
        "insecure",
        "unsupported",
        "homescreen",
        "service",
        "signed_out",
        "too_many",
        "refused",
        "failed",
    ] {
        assert!(script.contains(&format!("'{name}'")), "{name}");
        assert!(page.contains(&format!("data-say=\"{name}\"")), "{name}");
    }
    assert_eq!(page.matches("data-say=").count(), 12);
}
