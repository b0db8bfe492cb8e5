//! Somebody to whom alerts are sent.

use super::stream::PATIENCE;
use serde_json::Value;
use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex},
    time::Instant,
};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::mpsc,
    time::timeout,
};

/// A request that came.
#[derive(Debug)]
pub(crate) struct Request {
    /// Its path with its query.
    pub(crate) path: String,
    /// Its headers, by names in small letters.
    pub(crate) headers: HashMap<String, String>,
    pub(crate) body: String,
    pub(crate) at: Instant,
}

impl Request {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// What a request is answered with.
pub(crate) enum Reply {
    /// A status, other headers, and a body.
    With(u16, String, String),
    /// The connection is closed.
    Nothing,
    /// Nothing ever.
    Never,
}

impl Reply {
    pub(crate) fn status(status: u16) -> Self {
        Self::With(status, String::new(), String::new())
    }
}

/// An HTTP server that answers as it is told, and else that it took what it got, in the
/// words of whichever service.
pub(crate) struct Receiver {
    pub(crate) url: String,
    requests: mpsc::UnboundedReceiver<Request>,
    replies: Arc<Mutex<VecDeque<Reply>>>,
}

impl Receiver {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (sender, requests) = mpsc::unbounded_channel();
        let replies: Arc<Mutex<VecDeque<Reply>>> = Arc::default();
        let told = replies.clone();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(serve(socket, sender.clone(), told.clone()));
            }
        });
        Self {
            url,
            requests,
            replies,
        }
    }

    /// What the next request is answered with that has no answer yet.
    pub(crate) fn reply(&self, reply: Reply) {
        self.replies.lock().unwrap().push_back(reply);
    }

    /// The next request that comes.
    pub(crate) async fn next(&mut self) -> Request {
        let next = timeout(PATIENCE, self.requests.recv()).await;
        next.expect("nothing was sent").unwrap()
    }

    /// The number of the order and the stage that the next alert is about.
    pub(crate) async fn next_alert(&mut self) -> (u64, String) {
        let alert = self.next().await.json();
        let number = alert["order"]["number"].as_u64().unwrap();
        (number, alert["stage"].as_str().unwrap().to_owned())
    }

    /// Whether nothing has come that was not looked at.
    pub(crate) fn is_empty(&self) -> bool {
        self.requests.is_empty()
    }
}

async fn serve(
    socket: TcpStream,
    requests: mpsc::UnboundedSender<Request>,
    replies: Arc<Mutex<VecDeque<Reply>>>,
) -> Option<()> {
    let mut socket = BufReader::new(socket);
    let mut line = String::new();
    socket.read_line(&mut line).await.ok()?;
    let path = line.split(' ').nth(1)?.to_owned();
    let mut headers = HashMap::new();
    loop {
        line.clear();
        socket.read_line(&mut line).await.ok()?;
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        headers.insert(name.to_lowercase(), value.trim().to_owned());
    }
    let length = headers.get("content-length")?.parse().ok()?;
    let mut body = vec![0; length];
    socket.read_exact(&mut body).await.ok()?;
    let reply = replies.lock().unwrap().pop_front();
    let request = Request {
        path,
        headers,
        body: String::from_utf8(body).ok()?,
        at: Instant::now(),
    };
    requests.send(request).ok()?;
    let taken = r#"{"errcode":0,"code":0,"ok":true}"#.to_owned();
    match reply.unwrap_or(Reply::With(200, String::new(), taken)) {
        Reply::With(status, headers, body) => {
            let length = body.len();
            let head = format!("HTTP/1.1 {status} X\r\ncontent-length: {length}\r\n{headers}\r\n");
            socket.write_all(head.as_bytes()).await.ok()?;
            socket.write_all(body.as_bytes()).await.ok()?;
            socket.flush().await.ok()
        }
        Reply::Nothing => None,
        Reply::Never => std::future::pending().await,
    }
}
