//! Pages and forms, as a browser without scripts uses them.

use super::{Admin, Server, client};
use reqwest::{Response, StatusCode, redirect::Policy};

/// What a form was answered with.
pub(crate) struct Sent {
    pub(crate) status: StatusCode,
    /// Where it leads on to; empty where it leads nowhere.
    pub(crate) location: String,
    /// The session that it opened; empty where it opened none.
    pub(crate) cookie: String,
    pub(crate) page: String,
}

impl Sent {
    pub(super) async fn of(answer: Response) -> Self {
        let header = |name: &str| {
            let value = answer.headers().get(name);
            value.map_or("", |value| value.to_str().unwrap()).to_owned()
        };
        let cookie = header("set-cookie");
        Self {
            status: answer.status(),
            location: header("location"),
            cookie: cookie.split(';').next().unwrap().to_owned(),
            page: answer.text().await.unwrap(),
        }
    }
}

/// Sends a form with a cookie, or with none.
pub(crate) async fn send(url: &str, cookie: &str, path: &str, fields: &[(&str, &str)]) -> Sent {
    let client = client::builder().redirect(Policy::none()).build().unwrap();
    let request = client.post(format!("{url}{path}")).form(fields);
    let request = request
        .header("accept", "text/html")
        .header("accept-language", "en")
        .header("cookie", cookie);
    Sent::of(request.send().await.unwrap()).await
}

/// A field of a form with files: its name, the file's name where it is a file, and what
/// stands in it.
pub(crate) type Part<'a> = (&'a str, Option<&'a str>, Vec<u8>);

/// Sends a form with files.
pub(crate) async fn send_parts(admin: &Admin, path: &str, parts: &[Part<'_>]) -> Sent {
    const BOUNDARY: &str = "----a-boundary-of-the-tests";
    let mut body = Vec::new();
    for (name, file, bytes) in parts {
        let file = file.map_or(String::new(), |file| format!("; filename=\"{file}\""));
        let head = format!("content-disposition: form-data; name=\"{name}\"{file}");
        body.extend(format!("--{BOUNDARY}\r\n{head}\r\n\r\n").bytes());
        body.extend(bytes);
        body.extend(b"\r\n");
    }
    body.extend(format!("--{BOUNDARY}--\r\n").bytes());
    let client = client::builder().redirect(Policy::none()).build().unwrap();
    let request = client.post(format!("{}{path}", admin.url)).body(body);
    let request = request
        .header(
            "content-type",
            format!("multipart/form-data; boundary={BOUNDARY}"),
        )
        .header("accept-language", "en")
        .header("cookie", &admin.cookie);
    Sent::of(request.send().await.unwrap()).await
}

impl Admin {
    /// Sends a form of the back office.
    pub(crate) async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Sent {
        send(&self.url, &self.cookie, path, fields).await
    }

    /// A page, in English.
    pub(crate) async fn page(&self, path: &str) -> Sent {
        let client = client::builder().redirect(Policy::none()).build().unwrap();
        let request = client.get(format!("{}{path}", self.url));
        let request = request
            .header("cookie", &self.cookie)
            .header("accept-language", "en");
        Sent::of(request.send().await.unwrap()).await
    }
}

impl Server {
    /// The identity of a user, as the pages name it.
    pub(crate) async fn user_id(&self, name: &str) -> i64 {
        self.database().await.user(name).await
    }

    /// A page, in English, for somebody who has no session.
    pub(crate) async fn accept_page(&self, path: &str) -> Sent {
        Admin::new(&self.url, "").page(path).await
    }

    /// Whoever a link lets in.
    pub(crate) async fn accept(&self, link: &str, fields: &[(&str, &str)]) -> Sent {
        send(&self.url, "", link, fields).await
    }

    /// The session of a cookie.
    pub(crate) fn session(&self, cookie: &str) -> Admin {
        Admin::new(&self.url, cookie)
    }
}
