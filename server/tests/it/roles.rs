//! Every route, with every role and with none: one table.

use crate::support::{Admin, Server, client};
use reqwest::{Method, StatusCode, redirect::Policy};
use serde_json::json;
use std::{collections::BTreeSet, fs, path::Path};

/// Who gets further than the check of who calls: owner, manager, staff, nobody.
type Allowed = [bool; 4];

const OWNER: Allowed = [true, false, false, false];
const MANAGERS: Allowed = [true, true, false, false];
const USERS: Allowed = [true, true, true, false];
const ANYONE: Allowed = [true, true, true, true];

/// Every route. Where a route has several methods each has its line.
const ROUTES: &[(&str, &str, Allowed)] = &[
    ("GET", "/", ANYONE),
    ("POST", "/order", ANYONE),
    ("GET", "/order", ANYONE),
    ("POST", "/cart", ANYONE),
    ("GET", "/cart", ANYONE),
    ("POST", "/cart/again", ANYONE),
    ("GET", "/cart/again", ANYONE),
    ("GET", "/orders/{token}", ANYONE),
    ("POST", "/orders/{id}/cancel", ANYONE),
    ("POST", "/orders/{id}/hurry", ANYONE),
    ("POST", "/orders/{id}/rate", ANYONE),
    ("GET", "/orders", ANYONE),
    ("POST", "/orders", ANYONE),
    ("GET", "/board/{token}", ANYONE),
    ("GET", "/sse/board/{token}", ANYONE),
    ("GET", "/admin/kitchen", USERS),
    ("POST", "/admin/kitchen/lines", USERS),
    ("POST", "/admin/kitchen/orders", USERS),
    ("GET", "/admin/counter", USERS),
    ("POST", "/admin/counter", USERS),
    ("GET", "/admin/board", MANAGERS),
    ("POST", "/admin/board/new", MANAGERS),
    ("POST", "/admin/board/off", MANAGERS),
    ("GET", "/sign-in", ANYONE),
    ("POST", "/sign-in", ANYONE),
    ("POST", "/sign-out", ANYONE),
    ("POST", "/language", ANYONE),
    ("GET", "/setup", ANYONE),
    ("GET", "/setup/{id}", ANYONE),
    ("POST", "/setup/{id}", ANYONE),
    ("GET", "/admin/pause", USERS),
    ("POST", "/admin/pause", USERS),
    ("POST", "/admin/pause/end", USERS),
    ("GET", "/admin/settings", MANAGERS),
    ("POST", "/admin/settings", MANAGERS),
    ("POST", "/admin/settings/payment", MANAGERS),
    ("POST", "/admin/settings/payment/{id}/remove", MANAGERS),
    ("GET", "/invite/{id}", ANYONE),
    ("POST", "/invite/{id}", ANYONE),
    ("GET", "/api/menu", ANYONE),
    ("GET", "/photos/{file}", ANYONE),
    ("GET", "/api/menu/now", ANYONE),
    ("GET", "/sse/menu", ANYONE),
    ("POST", "/api/orders", ANYONE),
    ("GET", "/api/orders", USERS),
    ("GET", "/api/orders/{order}", ANYONE),
    ("PATCH", "/api/orders/{order}", USERS),
    ("POST", "/api/orders/{order}/viewers", USERS),
    ("POST", "/api/session", ANYONE),
    ("GET", "/api/session", USERS),
    ("DELETE", "/api/session", ANYONE),
    ("GET", "/dev/popups", ANYONE),
    ("GET", "/healthz", ANYONE),
    ("GET", "/readyz", ANYONE),
    ("GET", "/metrics", OWNER),
    ("GET", "/sse/clock", ANYONE),
    ("GET", "/sse/orders/{token}", ANYONE),
    ("GET", "/sse/subscribe", USERS),
    ("POST", "/sse/over", USERS),
    ("POST", "/sse/pages", USERS),
    ("POST", "/sse/push", USERS),
    ("GET", "/sse/connections", USERS),
    // Everybody may end the own streams.
    ("DELETE", "/sse/connections", USERS),
    ("DELETE", "/sse/connections/{stream}", USERS),
    ("GET", "/api/push/key", USERS),
    ("POST", "/api/push/subscriptions", USERS),
    ("DELETE", "/api/push/subscriptions", USERS),
    ("GET", "/sw.js", ANYONE),
    ("GET", "/robots.txt", ANYONE),
    ("GET", "/sitemap.xml", ANYONE),
    ("POST", "/api/tickets", USERS),
    ("POST", "/api/seen", USERS),
    ("GET", "/api/pushes/{seq}", USERS),
    ("POST", "/admin/actions/load-desk", USERS),
    ("POST", "/admin/actions/change-order", USERS),
    ("POST", "/admin/actions/sell-out", USERS),
    ("POST", "/admin/actions/read-notice", USERS),
    ("GET", "/admin", USERS),
    ("GET", "/admin/menu", USERS),
    ("POST", "/admin/menu/example", MANAGERS),
    ("POST", "/admin/menu/categories", MANAGERS),
    ("POST", "/admin/menu/categories/{id}/rename", MANAGERS),
    ("POST", "/admin/menu/categories/{id}/up", MANAGERS),
    ("POST", "/admin/menu/categories/{id}/down", MANAGERS),
    ("POST", "/admin/menu/categories/{id}/place", MANAGERS),
    ("POST", "/admin/menu/categories/{id}/delete", MANAGERS),
    ("GET", "/admin/menu/dishes/new", MANAGERS),
    ("POST", "/admin/menu/dishes/new", MANAGERS),
    ("GET", "/admin/menu/dishes/{id}", MANAGERS),
    ("POST", "/admin/menu/dishes/{id}", MANAGERS),
    ("POST", "/admin/menu/dishes/{id}/up", MANAGERS),
    ("POST", "/admin/menu/dishes/{id}/down", MANAGERS),
    ("POST", "/admin/menu/dishes/{id}/place", MANAGERS),
    ("POST", "/admin/menu/dishes/{id}/show", MANAGERS),
    ("POST", "/admin/menu/dishes/{id}/hide", MANAGERS),
    ("POST", "/admin/menu/dishes/{id}/sold-out", USERS),
    ("POST", "/admin/menu/dishes/{id}/back", USERS),
    ("POST", "/admin/menu/dishes/{id}/photo", MANAGERS),
    ("POST", "/admin/menu/dishes/{id}/photo/remove", MANAGERS),
    ("POST", "/admin/menu/dishes/{id}/photo/restore", MANAGERS),
    ("POST", "/admin/menu/dishes/{id}/delete", MANAGERS),
    ("POST", "/admin/menu/dishes/{id}/restore", MANAGERS),
    ("GET", "/admin/menu/options", MANAGERS),
    ("GET", "/admin/menu/options/new", MANAGERS),
    ("POST", "/admin/menu/options/new", MANAGERS),
    ("GET", "/admin/menu/options/{id}", MANAGERS),
    ("POST", "/admin/menu/options/{id}", MANAGERS),
    ("POST", "/admin/menu/options/{id}/up", MANAGERS),
    ("POST", "/admin/menu/options/{id}/down", MANAGERS),
    ("POST", "/admin/menu/options/{id}/delete", MANAGERS),
    ("POST", "/admin/menu/options/{id}/restore", MANAGERS),
    ("GET", "/admin/menu/export", MANAGERS),
    ("GET", "/admin/menu/import", MANAGERS),
    ("POST", "/admin/menu/import", MANAGERS),
    ("POST", "/admin/menu/import/confirm", MANAGERS),
    ("GET", "/admin/people", OWNER),
    ("POST", "/admin/people/invite", OWNER),
    ("POST", "/admin/people/{id}/role", OWNER),
    ("POST", "/admin/people/{id}/reset", OWNER),
    ("POST", "/admin/people/{id}/sign-out", OWNER),
    ("POST", "/admin/people/{id}/disable", OWNER),
    ("POST", "/admin/people/{id}/enable", OWNER),
    ("GET", "/admin/channels", MANAGERS),
    ("POST", "/admin/channels/rules", MANAGERS),
    ("GET", "/admin/channels/new/{id}", MANAGERS),
    ("POST", "/admin/channels/new/{id}", MANAGERS),
    ("GET", "/admin/channels/{id}", MANAGERS),
    ("POST", "/admin/channels/{id}", MANAGERS),
    ("POST", "/admin/channels/{id}/enable", MANAGERS),
    ("POST", "/admin/channels/{id}/disable", MANAGERS),
    ("POST", "/admin/channels/{id}/delete", MANAGERS),
    ("POST", "/admin/channels/{id}/test", MANAGERS),
    ("GET", "/admin/orders/{id}", USERS),
    ("GET", "/admin/orders/{id}/edit", USERS),
    ("POST", "/admin/orders/{id}/edit", USERS),
    ("POST", "/admin/orders/{id}/move", USERS),
    ("POST", "/admin/orders/{id}/call-off", USERS),
    ("POST", "/admin/orders/{id}/undo", USERS),
    ("POST", "/admin/orders/{id}/note", USERS),
    ("POST", "/admin/orders/{id}/payment", USERS),
    ("POST", "/admin/orders/{id}/refund", MANAGERS),
    ("POST", "/admin/orders/{id}/message", USERS),
    ("GET", "/admin/orders", USERS),
    ("GET", "/admin/orders.csv", MANAGERS),
    ("GET", "/admin/orders/print", USERS),
    ("POST", "/admin/orders/bulk", USERS),
    ("POST", "/admin/orders/views", USERS),
    ("POST", "/admin/orders/views/{id}/delete", USERS),
    ("GET", "/admin/dashboard", MANAGERS),
    ("GET", "/admin/days", MANAGERS),
    ("GET", "/admin/days/{id}", MANAGERS),
    ("POST", "/admin/days/{id}/close", MANAGERS),
    ("GET", "/admin/notices", USERS),
    ("POST", "/admin/notices/read", USERS),
    ("POST", "/admin/notices/{id}/read", USERS),
    ("POST", "/admin/message", USERS),
    ("GET", "/admin/messages", USERS),
    ("POST", "/admin/messages", USERS),
    ("POST", "/admin/messages/templates", MANAGERS),
    ("POST", "/admin/messages/templates/{id}", MANAGERS),
    ("POST", "/admin/messages/templates/{id}/delete", MANAGERS),
    ("GET", "/admin/audit", MANAGERS),
    ("GET", "/admin/profile", USERS),
    ("POST", "/admin/profile/name", USERS),
    ("POST", "/admin/profile/language", USERS),
    ("POST", "/admin/profile/password", USERS),
    ("POST", "/admin/profile/sessions/{id}/end", USERS),
    ("POST", "/admin/profile/devices/test", USERS),
    ("POST", "/admin/profile/devices/{id}/remove", USERS),
];

/// Routes after which one has to sign in anew.
const ENDS_SESSION: [(&str, &str); 2] = [("POST", "/sign-out"), ("DELETE", "/api/session")];

/// Asks a route, as somebody or as nobody; says whether that one got further than the
/// check of who calls.
async fn gets_in(server: &Server, caller: Option<&Admin>, method: &str, path: &str) -> bool {
    // There is no user, order, stream or link of that name: nothing is changed.
    let path = path.replace("{id}", "999").replace("{order}", "999");
    let path = path.replace("{token}", "none").replace("{seq}", "999");
    let path = path.replace("{stream}", "0123456789abcdef0123456789abcdef");
    let method: Method = method.parse().unwrap();
    let client = client::builder().redirect(Policy::none()).build().unwrap();
    let request = client.request(method, server.at(&path));
    let request = match caller {
        Some(caller) => request.header("cookie", &caller.cookie),
        None => request,
    };
    let is_api = ["/api", "/sse", "/metrics"]
        .iter()
        .any(|start| path.starts_with(start));
    let request = match is_api {
        // Signing in with nothing would be refused as a wrong password, whoever tries.
        _ if path == "/api/session" || path == "/sign-in" => request.body("nothing to read"),
        _ if path.starts_with("/admin/actions") => {
            request.json(&json!({"order": 999, "to": "accepted", "version": 1}))
        }
        true => request.json(&json!({})),
        false => request.form(&[("order", "999"), ("to", "accepted"), ("version", "1")]),
    };
    let answer = request.send().await.unwrap();
    let to_sign_in = answer
        .headers()
        .get("location")
        .is_some_and(|to| to == "/sign-in");
    let is_sign_out = path == "/sign-out";
    let refused = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN];
    !refused.contains(&answer.status()) && (!to_sign_in || is_sign_out)
}

#[tokio::test]
async fn each_role_gets_where_the_table_says() {
    let server = Server::start().await;
    for (name, role) in [
        ("owner", "owner"),
        ("manager", "manager"),
        ("staff", "staff"),
    ] {
        server.command(&["user", "add", name, "--role", role]).await;
    }
    for (column, name) in ["owner", "manager", "staff", "nobody"]
        .into_iter()
        .enumerate()
    {
        let mut session = None;
        for (method, path, allowed) in ROUTES {
            if session.is_none() && name != "nobody" {
                session = Some(server.sign_in(name).await);
            }
            let got_in = gets_in(&server, session.as_ref(), method, path).await;
            assert_eq!(got_in, allowed[column], "{method} {path} as {name}");
            if ENDS_SESSION.contains(&(method, path)) {
                session = None;
            }
        }
    }
}

/// What stands between quotation marks after `mark`, wherever that is in the sources
/// below `folder`.
fn quoted_after(folder: &Path, mark: &str, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            quoted_after(&path, mark, found);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap_or_default();
        let places = text.split(mark).skip(1);
        found.extend(places.filter_map(|rest| {
            let rest = rest.trim_start().strip_prefix('"')?;
            Some(rest.split('"').next()?.to_owned())
        }));
    }
}

#[test]
fn the_table_has_every_route() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut sources = BTreeSet::new();
    quoted_after(&root.join("server/src/http"), ".route(", &mut sources);
    quoted_after(&root.join("app/src"), "path: ", &mut sources);
    quoted_after(&root.join("app/src"), "form(", &mut sources);
    quoted_after(&root.join("app/src"), "PageForm::new(", &mut sources);
    let mut actions = BTreeSet::new();
    quoted_after(
        &root.join("app/src/desk/actions"),
        "endpoint = ",
        &mut actions,
    );
    sources.extend(actions.iter().map(|name| format!("/admin/actions/{name}")));
    let known: BTreeSet<_> = ROUTES
        .iter()
        .map(|(_, path, _)| (*path).to_owned())
        .collect();
    let missing: Vec<_> = sources.difference(&known).collect();
    assert!(missing.is_empty(), "not in the table: {missing:?}");
}
