//! As much of HTTP/1.1 as a benchmark's client needs.

use anyhow::{Result, ensure};
use std::{
    fmt::Write as _,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
};

/// What is asked for: a method and a path, and lines of headers.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    head: String,
}

impl Request {
    /// A request such as `GET /events`, to a server at that address.
    pub(crate) fn new(line: &str, address: SocketAddr) -> Self {
        Self {
            head: format!("{line} HTTP/1.1\r\nhost: {address}\r\n"),
        }
    }

    /// With one more header.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        // Writing to a string can't fail.
        let _ = write!(self.head, "{name}: {value}\r\n");
        self
    }

    /// As it is sent, without a body.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        format!("{}\r\n", self.head).into_bytes()
    }

    /// As it is sent, with a body.
    pub(crate) fn bytes_with(&self, body: &str) -> Vec<u8> {
        format!("{}content-length: {}\r\n\r\n{body}", self.head, body.len()).into_bytes()
    }

    /// Sends it on a connection of its own, and returns the whole answer.
    ///
    /// # Errors
    /// The server is not there, or refuses.
    pub(crate) fn send(self, address: SocketAddr, body: &str) -> Result<String> {
        let mut connection = TcpStream::connect(address)?;
        let request = self.header("connection", "close").bytes_with(body);
        connection.write_all(&request)?;
        let mut answer = String::new();
        connection.read_to_string(&mut answer)?;
        ensure!(answer.starts_with("HTTP/1.1 2"), "answered {answer}");
        Ok(answer)
    }
}
