//! Publishes events at their times, whether or not the server keeps up.

use crate::{http::Request, number};
use anyhow::{Result, bail, ensure};
use memchr::memmem;
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    ops::Range,
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::{Duration, Instant},
};

/// On how many connections events are published, in turn.
const PUBLISHERS: usize = 16;
/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(120);

/// When each event was published, by the monotonic clock.
pub(crate) struct Stamps {
    start: Instant,
    /// Nanoseconds since the start, by the event's number.
    published: Vec<AtomicU64>,
}

impl Stamps {
    /// Room for that many events.
    pub(crate) fn new(events: u32) -> Self {
        Self {
            start: Instant::now(),
            published: (0..events).map(|_| AtomicU64::new(0)).collect(),
        }
    }

    /// Nanoseconds since the start.
    pub(crate) fn now(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_nanos()).unwrap_or(u64::MAX)
    }

    /// When that event was published; the start, if it never was.
    pub(crate) fn of(&self, number: u32) -> u64 {
        let stamp = self.published.get(number as usize);
        stamp.map_or(0, |stamp| stamp.load(Ordering::Acquire))
    }
}

/// How a server is told of an event.
#[derive(Clone)]
pub(crate) struct Publish {
    pub(crate) request: Request,
    /// What the request carries, for an event's text.
    pub(crate) body: fn(&str) -> String,
}

/// Publishes those events at that rate a second: a request is sent when its time
/// has come, whether or not those before were answered.
///
/// # Errors
/// The server refuses an event.
pub(crate) fn publish(
    publish: &Publish,
    address: SocketAddr,
    events: Range<u32>,
    rate: u32,
    stamps: &Stamps,
) -> Result<()> {
    let mut connections = Vec::new();
    for _ in 0..PUBLISHERS {
        let connection = TcpStream::connect(address)?;
        connection.set_nodelay(true)?;
        connection.set_read_timeout(Some(PATIENCE))?;
        connections.push(connection);
    }
    thread::scope(|scope| {
        let mut answers = Vec::new();
        for (place, connection) in connections.iter().enumerate() {
            let (connection, count) = (connection.try_clone()?, events.len());
            let its = (place..count).step_by(PUBLISHERS).len();
            answers.push(scope.spawn(move || accepted(connection, its)));
        }
        let start = Instant::now();
        let pause = Duration::from_secs(1) / rate;
        for (place, number) in (0..).zip(events) {
            let request = publish
                .request
                .bytes_with(&(publish.body)(&number::text(number)));
            thread::sleep((start + pause * place).saturating_duration_since(Instant::now()));
            stamps.published[number as usize].store(stamps.now(), Ordering::Release);
            connections[place as usize % PUBLISHERS].write_all(&request)?;
        }
        for answers in answers {
            answers
                .join()
                .unwrap_or_else(|_| bail!("a publisher panicked"))?;
        }
        Ok(())
    })
}

/// Reads until that many requests were answered with success.
fn accepted(mut connection: TcpStream, count: usize) -> Result<()> {
    const ANSWER: &[u8] = b"HTTP/1.1 ";
    let mut answers = Vec::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        let places: Vec<_> = memmem::find_iter(&answers, ANSWER).collect();
        for place in &places {
            let status = answers.get(place + ANSWER.len());
            ensure!(
                status.is_none_or(|&class| class == b'2'),
                "an event was refused: {}",
                String::from_utf8_lossy(&answers[*place..])
            );
        }
        if places.len() == count {
            return Ok(());
        }
        let read = connection.read(&mut buffer)?;
        ensure!(read > 0, "{} of {count} events were answered", places.len());
        answers.extend_from_slice(&buffer[..read]);
    }
}
