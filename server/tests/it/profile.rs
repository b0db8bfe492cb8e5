//! What everybody may change of themselves.

use crate::support::Server;
use reqwest::StatusCode;

const PASSWORD: &str = "noodles-2026";

#[tokio::test]
async fn everybody_changes_their_own_name_and_password() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (li, tablet) = (server.sign_in("li").await, server.sign_in("li").await);
    let taken = li
        .send("/admin/profile/name", &[("username", "Admin")])
        .await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.page.contains("value=\"Admin\""));
    let renamed = li
        .send("/admin/profile/name", &[("username", "Li Na")])
        .await;
    assert_eq!(renamed.location, "/admin/profile?done=saved");
    let page = li.page(&renamed.location).await.page;
    assert!(page.contains("Li Na") && page.contains("Saved."), "{page}");
    let wrong = [
        ("current_password", "guess-guess"),
        ("password", "soup-2026"),
    ];
    let wrong = li.send("/admin/profile/password", &wrong).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.page.contains("This is not your password."));
    let right = [("current_password", PASSWORD), ("password", "soup-2026")];
    let right = li.send("/admin/profile/password", &right).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
    // This session goes on, the other has ended.
    assert_eq!(li.get("/api/session").await.status(), StatusCode::OK);
    assert_eq!(
        tablet.get("/api/session").await.status(),
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn sessions_are_listed_with_their_devices_and_ended_one_by_one() {
    let server = Server::start().await;
    let (here, there) = (server.admin().await, server.admin().await);
    let mut stream = there.subscribe().await;
    let page = here.page("/admin/profile").await.page;
    let forms: Vec<_> = page
        .match_indices("/end\"")
        .map(|(end, _)| &page[..end])
        .collect();
    let sessions = forms.iter().map(|text| text.rsplit('/').next().unwrap());
    let sessions: Vec<String> = sessions.map(str::to_owned).collect();
    assert_eq!(sessions.len(), 2);
    let mine = page.find("data-session=\"this\"").unwrap();
    let other = if page.find(&sessions[0]).unwrap() < mine {
        0
    } else {
        1
    };
    let end = |session: &str| format!("/admin/profile/sessions/{session}/end");
    let sent = here.send(&end(&sessions[other]), &[]).await;
    assert_eq!(sent.location, "/admin/profile?done=session_ended");
    assert_eq!(stream.rest().await, []);
    assert_eq!(
        there.get("/api/session").await.status(),
        StatusCode::UNAUTHORIZED
    );
    // Nobody ends the session of somebody else.
    server.add_user("li").await;
    let li = server.sign_in("li").await;
    let foreign = li.send(&end(&sessions[1 - other]), &[]).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    assert_eq!(here.get("/api/session").await.status(), StatusCode::OK);
}

/// The language of a page, as its document says it.
fn spoken(page: &str) -> &str {
    let (_, rest) = page.split_once("<html lang=\"").unwrap();
    rest.split('"').next().unwrap()
}

#[tokio::test]
async fn a_language_is_chosen_once_for_all_devices() {
    let server = Server::start().await;
    server.add_user("li").await;
    let (phone, tablet) = (server.sign_in("li").await, server.sign_in("li").await);
    assert_eq!(spoken(&tablet.page("/admin").await.page), "en");
    let chosen = phone
        .send("/admin/profile/language", &[("language", "zh")])
        .await;
    assert_eq!(chosen.location, "/admin/profile?done=saved");
    assert_eq!(spoken(&tablet.page("/admin").await.page), "zh-CN");
    // Nobody else reads otherwise.
    let admin = server.admin().await;
    assert_eq!(spoken(&admin.page("/admin").await.page), "en");
    // The switch in the header is a choice for all devices too.
    let switched = [("language", "en"), ("back", "/admin")];
    assert_eq!(tablet.send("/language", &switched).await.location, "/admin");
    assert_eq!(spoken(&phone.page("/admin").await.page), "en");
    // Without a choice it is one for that browser alone.
    let browser = [("language", "")];
    phone.send("/admin/profile/language", &browser).await;
    let switched = [("language", "zh"), ("back", "/admin")];
    let answer = phone.send("/language", &switched).await;
    assert_eq!(answer.cookie, "orderbell_language=zh");
    assert_eq!(spoken(&tablet.page("/admin").await.page), "en");
    let wrong = phone
        .send("/admin/profile/language", &[("language", "fr")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.page.contains("Please choose one of the list."));
}
