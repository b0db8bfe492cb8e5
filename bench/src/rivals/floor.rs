//! The least that the system allows: one thread, and one `send()` for each
//! stream and event.

use anyhow::{Context, Result};
use mio::{
    Events, Interest, Poll, Registry, Token,
    net::{TcpListener, TcpStream},
};
use socket2::{Domain, Socket, Type};
use std::{
    io::{ErrorKind, Read, Write},
    net::SocketAddr,
};

const LISTENER: Token = Token(usize::MAX);
const STREAM: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\
    cache-control: no-store\r\nconnection: close\r\n\r\n";
const PUBLISHED: &[u8] = b"HTTP/1.1 204 No Content\r\n\r\n";

/// Serves for ever.
///
/// # Errors
/// It can't listen there.
pub(crate) fn serve(address: SocketAddr) -> Result<()> {
    let mut listener = listen(address)?;
    let mut poll = Poll::new()?;
    let mut events = Events::with_capacity(1024);
    let mut floor = Floor::default();
    let mut buffer = vec![0; 1 << 16];
    poll.registry()
        .register(&mut listener, LISTENER, Interest::READABLE)?;
    loop {
        poll.poll(&mut events, None)?;
        for event in &events {
            match event.token() {
                LISTENER => floor.accept(&listener, poll.registry())?,
                token => floor.receive(token.0, &mut buffer)?,
            }
        }
    }
}

fn listen(address: SocketAddr) -> Result<TcpListener> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, None)?;
    socket.set_nonblocking(true)?;
    socket.bind(&address.into())?;
    socket.listen(4096)?;
    Ok(TcpListener::from_std(socket.into()))
}

#[derive(Default)]
struct Floor {
    /// All connections, by their tokens; the bytes of each that were not handled
    /// yet.
    clients: Vec<(TcpStream, Vec<u8>)>,
    /// Which of them read the stream.
    readers: Vec<usize>,
}

impl Floor {
    fn accept(&mut self, listener: &TcpListener, registry: &Registry) -> Result<()> {
        loop {
            match listener.accept() {
                Ok((mut socket, _)) => {
                    socket.set_nodelay(true)?;
                    let token = Token(self.clients.len());
                    registry.register(&mut socket, token, Interest::READABLE)?;
                    self.clients.push((socket, Vec::new()));
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                Err(error) => return Err(error.into()),
            }
        }
    }

    fn receive(&mut self, client: usize, buffer: &mut [u8]) -> Result<()> {
        // Who has gone is written to in vain.
        while let Ok(read @ 1..) = self.clients[client].0.read(buffer) {
            self.clients[client].1.extend_from_slice(&buffer[..read]);
        }
        while let Some(body) = self.request(client)? {
            if let Some(body) = body {
                self.publish(&body);
                self.answer(client, PUBLISHED);
            } else {
                self.answer(client, STREAM);
                self.readers.push(client);
            }
        }
        Ok(())
    }

    /// Takes the next request from what was received: its body, if it is one to
    /// publish.
    fn request(&mut self, client: usize) -> Result<Option<Option<Vec<u8>>>> {
        let input = &mut self.clients[client].1;
        let Some(end) = memchr::memmem::find(input, b"\r\n\r\n") else {
            return Ok(None);
        };
        let head = std::str::from_utf8(&input[..end])?;
        let body = end + 4;
        if head.starts_with("GET") {
            input.drain(..body);
            return Ok(Some(None));
        }
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length: "));
        let length: usize = length.context("no length")?.parse()?;
        if input.len() < body + length {
            return Ok(None);
        }
        let request: Vec<_> = input.drain(..body + length).collect();
        Ok(Some(Some(request[body..].to_vec())))
    }

    fn publish(&mut self, text: &[u8]) {
        let event = [b"data: ", text, b"\n\n"].concat();
        for &reader in &self.readers {
            // What a full socket does not take is lost, and shows in the table.
            let _ = self.clients[reader].0.write(&event);
        }
    }

    fn answer(&mut self, client: usize, bytes: &[u8]) {
        let _ = self.clients[client].0.write(bytes);
    }
}
