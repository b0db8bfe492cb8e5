//! Listening, and what every connection is from the start.

use super::write_timeout::TimeoutStream;
use socket2::{Domain, Protocol, Socket, TcpKeepalive, Type};
use std::{io, net::SocketAddr, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    time::sleep,
};
use tokio_util::sync::CancellationToken;

/// How many connections may wait to be accepted: all readers come back at once
/// after a restart. Linux takes no more by default (`net.core.somaxconn`).
const BACKLOG: i32 = 4096;
/// How many bytes of one connection wait in the system for being sent; those
/// under way come on top, so nothing gets slower. Without it a reader that
/// does not read would hold megabytes (`tcp_wmem`).
#[cfg(target_os = "linux")]
const MAX_UNSENT: u32 = 64 * 1024;
/// The pause where the system has no room for one more connection: those that
/// wait stay in the queue.
const NO_ROOM_PAUSE: Duration = Duration::from_millis(100);
/// The times that the system takes for keepalive: whole seconds, and no longer
/// than its own default.
const KEEPALIVE: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(7200));

/// How long the other side of a connection may be silent.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Patience {
    /// How often a stream ticks.
    pub(crate) heartbeat: Duration,
    /// How long a write may wait without getting on.
    pub(crate) write_deadline: Duration,
}

/// Accepts connections.
pub(crate) struct Listener {
    listener: TcpListener,
    write_deadline: Duration,
    ending: CancellationToken,
}

impl Listener {
    /// Listens at `address`. Writes get little time from when `ending` is
    /// cancelled.
    ///
    /// # Errors
    /// The address is taken, or not ours.
    pub(crate) fn bind(
        address: SocketAddr,
        patience: Patience,
        ending: CancellationToken,
    ) -> io::Result<Self> {
        let kind = Type::STREAM;
        let socket = Socket::new(Domain::for_address(address), kind, Some(Protocol::TCP))?;
        socket.set_nonblocking(true)?;
        // A server that starts again finds its address still in TIME_WAIT. On
        // Windows the option would let two servers share one.
        #[cfg(not(windows))]
        socket.set_reuse_address(true)?;
        prepare(&socket, patience.heartbeat)?;
        socket.bind(&address.into())?;
        socket.listen(BACKLOG)?;
        Ok(Self {
            listener: TcpListener::from_std(socket.into())?,
            write_deadline: patience.write_deadline,
            ending,
        })
    }

    /// Where it listens.
    ///
    /// # Errors
    /// The system does not tell.
    pub(crate) fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// The next connection, and from where it comes.
    pub(crate) async fn accept(&self) -> (TimeoutStream, SocketAddr) {
        let mut told = false;
        loop {
            match self.listener.accept().await {
                Ok((stream, peer)) => return (self.wrap(stream), peer),
                Err(error) if is_of_one_connection(&error) => {}
                Err(cause) => {
                    if !std::mem::replace(&mut told, true) {
                        tracing::warn!(%cause, "no more connections can be accepted for now");
                    }
                    sleep(NO_ROOM_PAUSE).await;
                }
            }
        }
    }

    fn wrap(&self, stream: TcpStream) -> TimeoutStream {
        TimeoutStream::new(stream, self.write_deadline, self.ending.clone())
    }
}

/// Sets what accepted connections inherit, so that accepting is one call.
///
/// A machine that vanished says nothing: no FIN, no RST. A stream's next tick
/// goes unanswered, and the system gives up after two heartbeats without an
/// answer (`TCP_USER_TIMEOUT`, RFC 5482; it also ends a connection that takes
/// nothing for so long). Probes find out about connections on which nothing is
/// sent. So whoever vanishes is gone within three heartbeats.
fn prepare(socket: &Socket, heartbeat: Duration) -> io::Result<()> {
    let idle = heartbeat.clamp(KEEPALIVE.0, KEEPALIVE.1);
    socket.set_tcp_nodelay(true)?;
    socket.set_tcp_keepalive(&TcpKeepalive::new().with_time(idle).with_interval(idle))?;
    #[cfg(target_os = "linux")]
    {
        socket.set_tcp_user_timeout(Some(2 * idle))?;
        socket.set_tcp_notsent_lowat(MAX_UNSENT)?;
    }
    Ok(())
}

/// Whether the one connection failed while it waited, and the next may be fine.
fn is_of_one_connection(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
    )
}
