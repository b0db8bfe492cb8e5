//! Customers who watch their orders: each has a stream of its own order open.

use super::placing::{order, request};
use crate::http::Request;
use anyhow::{Context, Result, ensure};
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
};

/// The keys of their orders begin here: those that are placed meanwhile count from 0.
const FIRST: u32 = 100_000_000;

/// Places an order for each of so many customers, and opens its stream. Nothing reads what
/// little comes of them later.
///
/// # Errors
/// An order is not taken, or a stream is not opened.
pub(crate) fn open(address: SocketAddr, count: u32) -> Result<Vec<TcpStream>> {
    let place = request(address);
    (FIRST..FIRST + count)
        .map(|number| {
            let answer = place.clone().send(address, &order(number))?;
            watch(address, token(&answer)?)
        })
        .collect()
}

fn token(answer: &str) -> Result<&str> {
    let (_, rest) = answer.split_once(r#""token":""#).context("no token")?;
    rest.split('"').next().context("no token")
}

fn watch(address: SocketAddr, token: &str) -> Result<TcpStream> {
    let mut stream = TcpStream::connect(address)?;
    let request = Request::new(&format!("GET /sse/orders/{token}"), address);
    stream.write_all(&request.bytes())?;
    let mut answer = [0; 1024];
    let read = stream.read(&mut answer)?;
    ensure!(answer[..read].starts_with(b"HTTP/1.1 200"), "no stream");
    Ok(stream)
}
