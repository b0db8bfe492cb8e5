//! Listening, and what every connection is from the start.

use super::write_timeout::TimeoutStream;
use socket2::{Domain, Protocol, Socket, TcpKeepalive, Type};
use std::{io, net::SocketAddr, panic::resume_unwind, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    runtime::Handle,
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    task::{JoinHandle, spawn_blocking},
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

/// What connects to an address.
///
/// A thread accepts, and does nothing else: where thousands come at once, the system's queue
/// of connections would overflow while those before are made tasks of, and who finds no room
/// in it asks again after a second.
pub(crate) struct Listener {
    accepted: UnboundedReceiver<(TcpStream, SocketAddr)>,
    address: SocketAddr,
    accepting: JoinHandle<()>,
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
        let listener = TcpListener::from_std(socket.into())?;
        let address = listener.local_addr()?;
        let (sender, accepted) = unbounded_channel();
        let runtime = Handle::current();
        let accepting = spawn_blocking(move || runtime.block_on(accept_all(listener, sender)));
        Ok(Self {
            accepted,
            address,
            accepting,
            write_deadline: patience.write_deadline,
            ending,
        })
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// The next connection, and from where it comes; `None` where no more are accepted.
    pub(crate) async fn accept(&mut self) -> Option<(TimeoutStream, SocketAddr)> {
        let (stream, peer) = self.accepted.recv().await?;
        let stream = TimeoutStream::new(stream, self.write_deadline, self.ending.clone());
        Some((stream, peer))
    }

    /// Listens no more: the address is free after that.
    pub(crate) async fn close(self) {
        drop(self.accepted);
        if let Err(error) = self.accepting.await
            && let Ok(panic) = error.try_into_panic()
        {
            resume_unwind(panic);
        }
    }
}

/// Accepts until nobody takes what was accepted.
async fn accept_all(listener: TcpListener, accepted: UnboundedSender<(TcpStream, SocketAddr)>) {
    let mut told = false;
    loop {
        let arrival = tokio::select! {
            biased;
            () = accepted.closed() => return,
            arrival = listener.accept() => arrival,
        };
        match arrival {
            Ok(connection) => {
                told = false;
                // Whom nobody takes is turned away by that.
                drop(accepted.send(connection));
            }
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
