//! A reader that is far too slow.

use std::time::Duration;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
    time::timeout,
};

/// Longer than all that is read at once takes.
const PATIENCE: Duration = Duration::from_secs(60);

/// A client that reads only when it is told to, with the smallest of buffers.
pub(crate) struct SlowReader {
    stream: TcpStream,
    text: Vec<u8>,
}

/// What it read of an event.
#[derive(Debug)]
pub(crate) struct SlowEvent {
    /// Its place in the log; `None` for a word of the stream about itself.
    pub(crate) seq: Option<i64>,
    /// Its fields, and what of the transfer's framing stands before them.
    pub(crate) text: String,
}

impl SlowReader {
    pub(crate) async fn connect(url: &str, path: &str, cookie: &str) -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        socket.set_recv_buffer_size(4096).unwrap();
        let address = url.trim_start_matches("http://");
        let mut stream = socket.connect(address.parse().unwrap()).await.unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        // The answer has begun: from here on everything has to come.
        let mut first = [0; 16];
        stream.read_exact(&mut first).await.unwrap();
        Self {
            stream,
            text: Vec::new(),
        }
    }

    /// All events up to the first that has `mark` in it.
    pub(crate) async fn read_until(&mut self, mark: &str) -> Vec<SlowEvent> {
        let mut events = Vec::new();
        let reading = async {
            loop {
                let event = self.next().await;
                let is_last = event.text.contains(mark);
                if event.seq.is_some() || is_last {
                    events.push(event);
                }
                if is_last {
                    return;
                }
            }
        };
        timeout(PATIENCE, reading).await.expect("it did not come");
        events
    }

    /// The places in the log of the next `count` events.
    pub(crate) async fn read_seqs(&mut self, count: i64) -> Vec<i64> {
        let mut seqs = Vec::new();
        let reading = async {
            while (seqs.len() as i64) < count {
                seqs.extend(self.next().await.seq);
            }
        };
        timeout(PATIENCE, reading).await.expect("they did not come");
        seqs
    }

    async fn next(&mut self) -> SlowEvent {
        let mut searched = 0;
        loop {
            let unsearched = &self.text[searched..];
            if let Some(end) = unsearched.windows(2).position(|pair| pair == b"\n\n") {
                let text: Vec<u8> = self.text.drain(..searched + end + 2).collect();
                return SlowEvent::parse(String::from_utf8(text).unwrap());
            }
            searched = self.text.len().saturating_sub(1);
            let mut buffer = vec![0; 1 << 16];
            let read = self.stream.read(&mut buffer).await.unwrap();
            assert_ne!(read, 0, "the stream ended");
            self.text.extend_from_slice(&buffer[..read]);
        }
    }
}

impl SlowEvent {
    fn parse(text: String) -> Self {
        let is_event = text.contains("\nevent: ");
        let id = text.lines().find_map(|line| line.strip_prefix("id: "));
        let seq = id.and_then(|id| id.split_once(':')?.1.parse().ok());
        Self {
            seq: seq.filter(|_| is_event),
            text,
        }
    }
}
