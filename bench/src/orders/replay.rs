//! The log, read from its beginning by one reader.

use crate::{number::Numbers, rivals::Server};
use anyhow::{Result, ensure};
use std::{
    io::{Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

/// How long nothing may come.
const PATIENCE: Duration = Duration::from_secs(10);

/// How many of the log's first `events` a reader gets in a second.
///
/// # Errors
/// There are fewer.
pub(crate) fn replay(server: &Server, events: u32) -> Result<f64> {
    let mut socket = TcpStream::connect(server.address)?;
    socket.set_read_timeout(Some(PATIENCE))?;
    let start = Instant::now();
    let request = server.subscribe.clone().header("last-event-id", "0");
    socket.write_all(&request.bytes())?;
    let (mut buffer, mut numbers) = (vec![0; 1 << 18], Numbers::default());
    let mut read = 0;
    while read < events {
        let count = socket.read(&mut buffer)?;
        ensure!(count > 0, "the log ended after {read} of {events} events");
        numbers.find(&buffer[..count], |_| read += 1);
    }
    Ok(f64::from(read) / start.elapsed().as_secs_f64())
}
