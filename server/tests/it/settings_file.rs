//! The shop's settings as a file, by the command line.

use crate::support::Server;
use std::{fs, path::PathBuf};
use tempfile::TempDir;

/// The file in the documentation.
fn documented() -> &'static str {
    let page = include_str!("../../../docs/operations.md");
    let (_, rest) = page.split_once("```toml\n").unwrap();
    rest.split("```").next().unwrap()
}

struct File {
    _folder: TempDir,
    path: PathBuf,
}

impl File {
    fn new(text: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("settings.toml");
        fs::write(&path, text).unwrap();
        Self {
            _folder: folder,
            path,
        }
    }
}

async fn import(server: &Server, text: &str) -> String {
    let file = File::new(text);
    let arguments = ["settings", "import", file.path.to_str().unwrap()];
    server.command(&arguments).await
}

async fn refused(server: &Server, text: &str) -> String {
    let file = File::new(text);
    let arguments = ["settings", "import", file.path.to_str().unwrap()];
    server.refused_command(&arguments).await
}

async fn export(server: &Server) -> String {
    server.command(&["settings", "export"]).await
}

#[tokio::test]
async fn what_is_exported_is_imported_and_a_running_server_has_it() {
    let server = Server::start().await;
    let admin = server.admin().await;
    let mut stream = admin.subscribe().await;
    import(&server, documented()).await;
    let exported = export(&server).await;
    for line in [
        "shop_name = \"Fulai\"",
        "currency = \"EUR\"",
        "personal_days = 90",
        "ways = [\"pick_up\", \"table\"]",
        "notice_minutes = 20",
        "friday = \"11:00-14:00, 17:00-02:00\"",
    ] {
        assert!(exported.contains(line), "{line}: {exported}");
    }
    import(&server, &exported).await;
    assert_eq!(export(&server).await, exported);
    // A file of before says nothing of how orders are handed over, and leaves it.
    let (before, _) = exported.split_once("[handover]").unwrap();
    import(&server, before).await;
    assert_eq!(export(&server).await, exported);
    // Another process wrote it: the next word brings it to light.
    admin.push(None, "hi").await;
    while stream.next().await.name != "settings" {}
    let audit = admin.page("/admin/audit").await.page;
    assert!(audit.contains("changed the settings") && audit.contains("The server's operator"));
    // Whoever asks for settings that matter gets them at once.
    admin.send("/admin/pause/end", &[]).await;
    let page = admin.page("/admin/settings").await.page;
    assert!(page.contains("1 Noodle Street"), "{page}");
}

#[tokio::test]
async fn every_fault_is_named_by_its_key_and_nothing_is_changed() {
    let server = Server::start().await;
    let before = export(&server).await;
    let wrong = documented()
        .replace("shop_name = \"Fulai\"", "shop_name = \" \"")
        .replace("\"Europe/Berlin\"", "\"Mars\"")
        .replace("address = \"1 Noodle Street\"\n", "")
        .replace("[\"zh\", \"en\"]", "[\"zh\", \"fr\"]")
        .replace("personal_days = 90", "personal_days = 0")
        .replace("closes = true", "closes = \"yes\"\ncolour = \"red\"")
        .replace("[\"pick_up\", \"table\"]", "[]")
        .replace("notice_minutes = 20", "notice_minutes = 721\nspeed = 3")
        .replace("saturday = \"17:00-02:00\"", "saturday = \"noon\"")
        .replace("sunday = \"11:00-22:00\"", "someday = \"\"");
    let said = refused(&server, &wrong).await;
    for fault in [
        "shop_name: Please fill this in.",
        "time_zone: There is no such time zone.",
        "address: it is missing",
        "languages: Please choose one of the list.",
        "personal_days: Please give a whole number from 1 to 3650.",
        "closes: this has to be true or false, and is a string",
        "colour: there is no such setting",
        "handover.ways: Please choose at least one.",
        "handover.notice_minutes: Please give a whole number from 0 to 720.",
        "handover.speed: there is no such setting",
        "week.saturday: Please write it like this",
        "week.sunday: it is missing",
        "week.someday: there is no such setting",
    ] {
        assert!(said.contains(fault), "{fault}: {said}");
    }
    assert_eq!(said.matches("address").count(), 1);
    assert!(refused(&server, "shop_name = ").await.contains("no TOML"));
    let nowhere = ["settings", "import", "/nowhere/settings.toml"];
    assert!(
        server
            .refused_command(&nowhere)
            .await
            .contains("can't be read")
    );
    assert_eq!(export(&server).await, before);
}

#[tokio::test]
async fn a_currency_that_is_fixed_stays() {
    let server = Server::start().await;
    server.place().await;
    let said = refused(&server, documented()).await;
    assert!(
        said.contains("currency: This is fixed, since there are orders."),
        "{said}"
    );
}
