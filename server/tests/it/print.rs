//! Printing: the real program between a server and a printer.

use crate::support::{Admin, Printer, PrinterClient, Server};
use serde_json::Value;

/// Whether the bytes of `part` stand in `ticket`.
fn has(ticket: &[u8], part: &[u8]) -> bool {
    ticket.windows(part.len()).any(|bytes| bytes == part)
}

/// Whether it is the ticket of the order of that number of the day.
fn is_of(ticket: &[u8], order: &Value) -> bool {
    has(ticket, format!("#{}\n", order["number"]).as_bytes())
}

async fn accepted(server: &Server, admin: &Admin) -> Value {
    let order = server.place().await;
    assert!(admin.change(&order, "accepted").await.status().is_success());
    order
}

#[tokio::test]
async fn each_accepted_order_is_printed_once() {
    let server = Server::start().await;
    let (admin, mut printer) = (server.admin().await, Printer::start().await);
    let client = PrinterClient::start(&server, &printer, &[]).await;
    let waiting = server.place().await;
    let (first, second) = (
        accepted(&server, &admin).await,
        accepted(&server, &admin).await,
    );
    for order in [&first, &second] {
        let ticket = printer.next().await;
        assert!(is_of(&ticket, order), "{ticket:x?}");
        // 王小明, in GB 18030.
        assert!(has(&ticket, b"\xcd\xf5\xd0\xa1\xc3\xf7\n"));
        assert!(has(&ticket, b"2x "));
        assert!(has(
            &ticket,
            &[b"\n".as_slice(), &[b'-'; 48], b"\n"].concat()
        ));
        assert!(!has(&ticket, b"COPY?"));
    }
    let mut done = first.clone();
    done["version"] = 2.into();
    assert!(admin.change(&done, "finished").await.status().is_success());
    assert!(
        admin
            .change(&waiting, "accepted")
            .await
            .status()
            .is_success()
    );
    assert!(is_of(&printer.next().await, &waiting));
    client.terminate().await;
    assert!(printer.is_empty());
}

#[tokio::test]
async fn new_orders_are_printed_where_that_is_wanted() {
    let server = Server::start().await;
    let (admin, mut printer) = (server.admin().await, Printer::start_mute().await);
    let options = ["--when", "new", "--width", "58", "--language", "en"];
    let client = PrinterClient::start(&server, &printer, &options).await;
    let order = accepted(&server, &admin).await;
    let next = server.place().await;
    for order in [&order, &next] {
        let ticket = printer.next().await;
        assert!(is_of(&ticket, order), "{ticket:x?}");
        assert!(has(
            &ticket,
            &[b"\n".as_slice(), &[b'-'; 32], b"\n"].concat()
        ));
        assert!(has(&ticket, b"Total "));
    }
    client.terminate().await;
    assert!(printer.is_empty());
}

#[tokio::test]
async fn whoever_comes_back_prints_what_was_missed() {
    let mut server = Server::start().await;
    let (admin, mut printer) = (server.admin().await, Printer::start().await);
    let before = accepted(&server, &admin).await;
    let client = PrinterClient::start(&server, &printer, &[]).await;
    let first = accepted(&server, &admin).await;
    assert!(is_of(&printer.next().await, &first));
    let stopped = client.terminate().await;
    let missed = accepted(&server, &admin).await;
    let client = stopped.restart(&server, &printer).await;
    assert!(is_of(&printer.next().await, &missed));
    // The server may come back, too.
    server.kill().await;
    server.restart().await;
    let last = accepted(&server, &server.admin().await).await;
    assert!(is_of(&printer.next().await, &last));
    client.terminate().await;
    assert!(printer.is_empty(), "{before}");
}

#[tokio::test]
async fn an_outage_is_told_once_and_made_up_for() {
    let server = Server::start().await;
    let (admin, mut printer) = (server.admin().await, Printer::start().await);
    let client = PrinterClient::start(&server, &printer, &["--language", "en"]).await;
    let mut stream = admin.subscribe().await;
    printer.set_paper(false);
    let orders = [
        accepted(&server, &admin).await,
        accepted(&server, &admin).await,
    ];
    let told = stream.named("psh").await.json();
    assert_eq!(told["title"], "Printer");
    assert!(told["text"].as_str().unwrap().starts_with("No paper."));
    // It has tried again meanwhile.
    printer.until_tries(3).await;
    assert!(printer.is_empty());
    printer.set_paper(true);
    for order in &orders {
        let ticket = printer.next().await;
        assert!(is_of(&ticket, order) && !has(&ticket, b"COPY?"));
    }
    let told = stream.named("psh").await.json();
    assert_eq!(told["text"], "Works again.");
    client.terminate().await;
    assert!(printer.is_empty());
}

#[tokio::test]
async fn a_ticket_that_broke_off_comes_again_and_says_so() {
    let server = Server::start().await;
    let (admin, mut printer) = (server.admin().await, Printer::start().await);
    let client = PrinterClient::start(&server, &printer, &[]).await;
    printer.break_once();
    let order = accepted(&server, &admin).await;
    let ticket = printer.next().await;
    assert!(is_of(&ticket, &order) && has(&ticket, b"COPY?"));
    client.terminate().await;
    assert!(printer.is_empty());
}

#[tokio::test]
async fn a_log_that_does_not_go_on_is_made_up_for_by_the_open_orders() {
    let server = Server::start().await;
    let (admin, mut printer) = (server.admin().await, Printer::start().await);
    let client = PrinterClient::start(&server, &printer, &[]).await;
    let first = accepted(&server, &admin).await;
    assert!(is_of(&printer.next().await, &first));
    let stopped = client.terminate().await;
    let missed = accepted(&server, &admin).await;
    // As of a database that was restored.
    stopped.forge_cursor("0badcafe:1");
    let client = stopped.restart(&server, &printer).await;
    assert!(is_of(&printer.next().await, &missed));
    client.terminate().await;
    assert!(printer.is_empty());
}

#[tokio::test]
async fn a_key_opens_the_stream_only_where_it_may_print() {
    let mut server = Server::start_with(&["--heartbeat", "0.2"]).await;
    let printer = Printer::start().await;
    for (key, why) in [
        ("obk_nothing".to_owned(), "does not know the key"),
        (
            server.command(&["key", "add", "till"]).await,
            "not for printing",
        ),
    ] {
        let refused = PrinterClient::refused(&server, &printer, &key).await;
        assert!(refused.contains(why), "{refused}");
    }
    let client = PrinterClient::start(&server, &printer, &[]).await;
    server.command(&["key", "revoke", "printer"]).await;
    let refused = client.failed().await;
    assert!(refused.contains("does not know the key"), "{refused}");
    server.terminate().await;
}

#[tokio::test]
async fn a_printer_is_nobody_who_looks() {
    let server = Server::start().await;
    let (admin, printer) = (server.admin().await, Printer::start().await);
    let client = PrinterClient::start(&server, &printer, &[]).await;
    assert_eq!(admin.connections().await, 0);
    client.terminate().await;
}
