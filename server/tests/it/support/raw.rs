//! A reader of event streams on a bare socket: light enough for thousands, and
//! one that can be told not to read, or to vanish.

use super::{Admin, stream::PATIENCE};
use std::{future::Future, io};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
    time::timeout,
};

/// A socket on which a stream was asked for, and what came of it.
pub(crate) struct RawStream {
    pub(crate) socket: TcpStream,
    /// What came after the last whole line.
    rest: Vec<u8>,
    /// The block that is being read.
    id: String,
    name: String,
    /// The status of the answer; 0 before there is one.
    pub(crate) status: u16,
    /// The cursor that a browser would come back with.
    pub(crate) last_id: String,
    /// The places in the log of all events that came.
    pub(crate) seqs: Vec<i64>,
    /// When to come back, in milliseconds, as it was told last.
    pub(crate) retry: Option<u64>,
}

impl RawStream {
    /// Asks for the stream after `cursor`, and reads nothing yet.
    pub(crate) async fn ask(admin: &Admin, cursor: &str) -> io::Result<Self> {
        Self::ask_on(TcpSocket::new_v4()?, admin, cursor).await
    }

    /// Asks on a socket whose system takes next to nothing that is not read.
    pub(crate) async fn ask_without_room(admin: &Admin, cursor: &str) -> io::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.set_recv_buffer_size(4096)?;
        Self::ask_on(socket, admin, cursor).await
    }

    async fn ask_on(socket: TcpSocket, admin: &Admin, cursor: &str) -> io::Result<Self> {
        let address = admin.url.trim_start_matches("http://");
        let cookie = &admin.cookie;
        let request = format!(
            "GET /sse/subscribe?after={cursor} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\n\r\n"
        );
        let mut socket = socket.connect(address.parse().unwrap()).await?;
        socket.write_all(request.as_bytes()).await?;
        Ok(Self {
            socket,
            rest: Vec::new(),
            id: String::new(),
            name: String::new(),
            status: 0,
            last_id: cursor.to_owned(),
            seqs: Vec::new(),
            retry: None,
        })
    }

    /// Reads until the stream has said who and where it is.
    pub(crate) async fn open(&mut self) {
        self.read_while(|stream| stream.retry.is_none()).await;
        assert_eq!((self.status, self.retry.is_some()), (200, true));
    }

    /// Reads for as long as `more` says so and the stream goes on.
    pub(crate) async fn read_while(&mut self, more: impl Fn(&Self) -> bool) {
        while more(self) && within_patience(self.read()).await {}
    }

    /// Reads what is left, until the stream ends in whatever way.
    pub(crate) async fn drain(&mut self) {
        self.read_while(|_| true).await;
    }

    /// Reads what there is; false where the stream has ended.
    async fn read(&mut self) -> bool {
        let read = self.socket.read_buf(&mut self.rest).await;
        let Ok(1..) = read else { return false };
        let rest = std::mem::take(&mut self.rest);
        let mut lines = rest.split(|byte| *byte == b'\n');
        // What stands after the last end of a line is none yet.
        self.rest = lines.next_back().unwrap_or_default().to_vec();
        for line in lines {
            self.line(std::str::from_utf8(line).unwrap());
        }
        true
    }

    /// Lines that end in CRLF are those of HTTP, heads and chunks; those of the
    /// stream itself never do.
    fn line(&mut self, line: &str) {
        if let Some(status) = line.strip_prefix("HTTP/1.1 ") {
            self.status = status[..3].parse().unwrap();
        } else if let Some(id) = line.strip_prefix("id: ") {
            id.clone_into(&mut self.id);
        } else if let Some(name) = line.strip_prefix("event: ") {
            name.clone_into(&mut self.name);
        } else if let Some(retry) = line.strip_prefix("retry: ") {
            self.retry = Some(retry.parse().unwrap());
        } else if line.is_empty() {
            self.dispatch();
        }
    }

    fn dispatch(&mut self) {
        let name = std::mem::take(&mut self.name);
        if self.id.is_empty() {
            return;
        }
        self.last_id = std::mem::take(&mut self.id);
        if !name.is_empty() {
            let (_, seq) = self.last_id.split_once(':').unwrap();
            self.seqs.push(seq.parse().unwrap());
        }
    }
}

/// Fails where it takes longer than anything does.
pub(crate) async fn within_patience<T>(done: impl Future<Output = T>) -> T {
    timeout(PATIENCE, done).await.expect("nothing came")
}
