//! One reader of one stream.

use crate::{arrivals::Arrivals, number::Numbers, publisher::Stamps};
use anyhow::{Result, bail};
use mio::{Interest, Registry, Token, net::TcpStream};
use std::{
    io::{Read, Write},
    net::SocketAddr,
    time::{Duration, Instant},
};

/// A connection that takes longer was sent again by TCP, after a second.
const SLOW: Duration = Duration::from_millis(900);
const ANSWER: &[u8] = b"HTTP/1.1 200";

pub(crate) struct Reader {
    socket: TcpStream,
    state: State,
    /// How many events it has had.
    place: u32,
    numbers: Numbers,
}

enum State {
    Connecting { since: Instant },
    Asked,
    Open,
    Ended,
}

/// What became of a reader that opens its stream.
pub(crate) enum Step {
    /// It waits.
    Waiting,
    /// Its connection had to be sent again; it waits.
    Late,
    Opened,
    /// Its connection was refused, or ended before the answer.
    Refused,
}

impl Reader {
    /// Begins to connect.
    ///
    /// # Errors
    /// There is no room for another socket.
    pub(crate) fn connect(address: SocketAddr, registry: &Registry, token: Token) -> Result<Self> {
        let mut socket = TcpStream::connect(address)?;
        registry.register(&mut socket, token, Interest::READABLE | Interest::WRITABLE)?;
        Ok(Self {
            socket,
            state: State::Connecting {
                since: Instant::now(),
            },
            place: 0,
            numbers: Numbers::default(),
        })
    }

    /// Goes on opening, after something has happened to the socket.
    ///
    /// # Errors
    /// The server answers, but not with a stream.
    pub(crate) fn open(
        &mut self,
        request: &[u8],
        buffer: &mut [u8],
        arrivals: &mut Arrivals,
        stamps: &Stamps,
    ) -> Result<Step> {
        match self.state {
            State::Connecting { since } => {
                if self.socket.take_error()?.is_some() {
                    return Ok(Step::Refused);
                }
                if self.socket.peer_addr().is_err() {
                    return Ok(Step::Waiting);
                }
                let Ok(sent) = self.socket.write(request) else {
                    return Ok(Step::Refused);
                };
                assert_eq!(sent, request.len(), "a new socket takes a whole request");
                self.state = State::Asked;
                let late = since.elapsed() > SLOW;
                Ok(if late { Step::Late } else { Step::Waiting })
            }
            State::Asked => match self.socket.read(buffer) {
                Ok(0) => Ok(Step::Refused),
                Ok(read) if buffer[..read].starts_with(ANSWER) => {
                    self.state = State::Open;
                    // More may wait, and would not be told of again.
                    self.receive(buffer, arrivals, stamps);
                    Ok(Step::Opened)
                }
                Ok(read) => bail!("answered {}", String::from_utf8_lossy(&buffer[..read])),
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => Ok(Step::Waiting),
                Err(_) => Ok(Step::Refused),
            },
            State::Open | State::Ended => {
                self.receive(buffer, arrivals, stamps);
                Ok(Step::Waiting)
            }
        }
    }

    /// Takes what has arrived.
    pub(crate) fn receive(&mut self, buffer: &mut [u8], arrivals: &mut Arrivals, stamps: &Stamps) {
        loop {
            let read = match self.socket.read(buffer) {
                Ok(read) if read > 0 => read,
                Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => return,
                Ok(_) | Err(_) => {
                    if !matches!(self.state, State::Ended) {
                        self.state = State::Ended;
                        arrivals.ended += 1;
                    }
                    return;
                }
            };
            let now = stamps.now();
            arrivals.bytes += read as u64;
            arrivals.reads += 1;
            self.numbers.find(&buffer[..read], |number| {
                arrivals.take(
                    number,
                    now.saturating_sub(stamps.of(number)),
                    &mut self.place,
                );
            });
            // Less than there is room for is all that there was.
            if read < buffer.len() {
                return;
            }
        }
    }
}
