//! Orders over HTTP: clients that each place the next one as soon as the last
//! was answered.

use crate::{http::Request, number};
use anyhow::{Context, Result, ensure};
use hdrhistogram::Histogram;
use memchr::memmem;
use mio::{Events, Interest, Poll, Token, net::TcpStream};
use std::{
    io::{ErrorKind, Read, Write},
    net::SocketAddr,
    time::{Duration, Instant},
};

const CLIENTS: usize = 64;
/// What comes before what is measured.
const WARM_UP: Duration = Duration::from_millis(500);

/// How orders were answered.
pub(crate) struct Placed {
    pub(crate) per_second: f64,
    /// Microseconds from a request to its answer.
    pub(crate) latency: Histogram<u64>,
    /// How many there are now, at the least.
    pub(crate) count: u32,
}

/// A sound order of two lines, with a key and a note of its own.
pub(crate) fn order(number: u32) -> String {
    format!(
        r#"{{"request_id":"bench-{number:010}","customer":{{"name":"王小明","phone":"138 0013 8000"}},"note":"{}","lines":[{{"item":1,"quantity":2}},{{"item":2,"quantity":1}}]}}"#,
        number::text(number)
    )
}

/// What an order is placed with.
pub(crate) fn request(address: SocketAddr) -> Request {
    Request::new("POST /api/orders", address).header("content-type", "application/json")
}

/// Places orders for that long.
///
/// # Errors
/// An order is not taken.
pub(crate) fn place(address: SocketAddr, time: Duration) -> Result<Placed> {
    let mut poll = Poll::new()?;
    let mut events = Events::with_capacity(CLIENTS);
    let request = request(address);
    let mut numbers = 0..;
    let mut next = || request.bytes_with(&order(numbers.next().unwrap_or_default()));
    let mut clients = Vec::new();
    for place in 0..CLIENTS {
        let mut client = Client::connect(address)?;
        poll.registry()
            .register(&mut client.socket, Token(place), Interest::READABLE)?;
        client.ask(&next())?;
        clients.push(client);
    }
    let mut latency = Histogram::new_with_bounds(1, 60_000_000, 3)?;
    let mut start = Instant::now();
    let mut is_warm = false;
    let mut count = 0;
    while !is_warm || start.elapsed() < time {
        poll.poll(&mut events, Some(time))?;
        for event in &events {
            let client = &mut clients[event.token().0];
            while let Some(took) = client.answer()? {
                count += 1;
                latency.saturating_record(u64::try_from(took.as_micros())?);
                client.ask(&next())?;
            }
        }
        if !is_warm && start.elapsed() > WARM_UP {
            is_warm = true;
            latency.reset();
            start = Instant::now();
        }
    }
    Ok(Placed {
        per_second: latency.len() as f64 / start.elapsed().as_secs_f64(),
        latency,
        count,
    })
}

struct Client {
    socket: TcpStream,
    asked: Instant,
    /// What has come of the answer.
    answer: Vec<u8>,
}

impl Client {
    fn connect(address: SocketAddr) -> Result<Self> {
        let socket = std::net::TcpStream::connect(address)?;
        socket.set_nodelay(true)?;
        socket.set_nonblocking(true)?;
        Ok(Self {
            socket: TcpStream::from_std(socket),
            asked: Instant::now(),
            answer: Vec::new(),
        })
    }

    fn ask(&mut self, request: &[u8]) -> Result<()> {
        self.answer.clear();
        self.asked = Instant::now();
        self.socket.write_all(request)?;
        Ok(())
    }

    /// How long the answer took, once it is whole.
    fn answer(&mut self) -> Result<Option<Duration>> {
        let mut buffer = [0; 4096];
        loop {
            match self.socket.read(&mut buffer) {
                Ok(read) => {
                    ensure!(read > 0, "a client was turned away");
                    self.answer.extend_from_slice(&buffer[..read]);
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(error) => return Err(error.into()),
            }
        }
        let Some(end) = memmem::find(&self.answer, b"\r\n\r\n") else {
            return Ok(None);
        };
        let head = std::str::from_utf8(&self.answer[..end])?;
        ensure!(head.starts_with("HTTP/1.1 201"), "answered {head}");
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "));
        let length: usize = length.context("no length")?.parse()?;
        Ok((self.answer.len() == end + 4 + length).then(|| self.asked.elapsed()))
    }
}
