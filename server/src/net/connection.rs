//! Answers connections: HTTP/1.1, and HTTP/2 where the handshake of TLS agreed
//! on it.
//!
//! Each connection is served by its own protocol's code directly. A connection
//! that could still become either (as with `axum::serve`) needs room for both.

use super::{
    exit::{Exit, WithExit},
    graceful::Graceful,
    listener::Listener,
    plain::Plain,
    service::{Peer, RouterService},
    tls::{self, Tls},
    write_timeout::TimeoutStream,
};
use axum::Router;
use delivery::{
    Hub,
    shard::{Shards, shards},
};
use futures::FutureExt;
use hyper::server::conn::{http1, http2};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use std::{fmt::Display, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    runtime::Handle,
    time::timeout,
};
use tokio_rustls::server::TlsStream;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// How long a handshake may take.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// How long the head of a request may take, and a connection wait for the next
/// one: longer than proxies keep theirs, which is a minute for nginx.
const NEXT_REQUEST: Duration = Duration::from_secs(75);
/// How many bytes of one HTTP/2 stream wait for being sent.
const MAX_UNSENT: usize = 64 * 1024;

/// Answers what `listener` accepts until `ending` is cancelled; then no more
/// connections are accepted, and those that are open end when what they were
/// asked for is answered. The streams are of `hub`.
pub(crate) async fn serve(mut listener: Listener, tls: Option<Tls>, router: Router, hub: Hub) {
    let ending = hub.stream_token();
    let connections = TaskTracker::new();
    let (shards, tasks) = shards(&hub, workers());
    let streams = TaskTracker::new();
    for shard in tasks {
        streams.spawn(shard.run());
    }
    while let Some(Some((stream, address))) = ending.run_until_cancelled(listener.accept()).await {
        let service = RouterService {
            router: router.clone(),
            peer: Peer {
                address,
                secure: tls.is_some(),
            },
            exit: None,
        };
        match &tls {
            None => connections.spawn(plain(stream, service, shards.clone(), ending.clone())),
            Some(tls) => connections.spawn(secured(stream, tls.clone(), service, ending.clone())),
        };
    }
    listener.close().await;
    connections.close();
    connections.wait().await;
    // Nobody enters any more.
    drop(shards);
    streams.close();
    streams.wait().await;
}

/// How many threads tasks run on.
fn workers() -> usize {
    Handle::current().metrics().num_workers()
}

fn plain(
    stream: TimeoutStream,
    mut service: RouterService,
    shards: Shards<TimeoutStream>,
    ending: CancellationToken,
) -> impl Future<Output = ()> {
    let exit = Exit::default();
    service.exit = Some(exit.clone());
    let io = WithExit {
        io: stream,
        exit: exit.clone(),
    };
    let connection = Graceful::new(http1(io, service), ending);
    Plain::new(connection, exit, shards).map(note)
}

/// Shakes hands first.
async fn secured(
    stream: TimeoutStream,
    tls: Tls,
    service: RouterService,
    ending: CancellationToken,
) {
    let handshake = timeout(HANDSHAKE, tls.acceptor().accept(stream));
    let shaken = tokio::select! {
        shaken = handshake => shaken,
        () = ending.cancelled() => return,
    };
    match shaken {
        Ok(Ok(stream)) if stream.get_ref().1.alpn_protocol() == Some(tls::HTTP2) => {
            http2(stream, service, ending).await;
        }
        Ok(Ok(stream)) => note(Graceful::new(http1(stream, service), ending).await),
        Ok(Err(cause)) => note(Err(cause)),
        Err(too_late) => note(Err(too_late)),
    }
}

fn http1<Io: AsyncRead + AsyncWrite + Unpin + 'static>(
    stream: Io,
    service: RouterService,
) -> http1::Connection<TokioIo<Io>, RouterService> {
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(NEXT_REQUEST)
        .serve_connection(TokioIo::new(stream), service)
}

fn http2(
    stream: TlsStream<TimeoutStream>,
    service: RouterService,
    ending: CancellationToken,
) -> impl Future<Output = ()> {
    let connection = http2::Builder::new(TokioExecutor::new())
        .timer(TokioTimer::new())
        .max_send_buf_size(MAX_UNSENT)
        // A connection on which nothing happens says so, like the other kind.
        .keep_alive_interval(NEXT_REQUEST)
        .serve_connection(TokioIo::new(stream), service);
    Graceful::new(connection, ending).map(note)
}

/// What goes wrong on a connection is its other end's affair: most have only
/// gone away.
fn note(done: Result<(), impl Display>) {
    if let Err(cause) = done {
        tracing::debug!(%cause, "a connection ended");
    }
}
