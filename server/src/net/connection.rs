//! Answers connections: HTTP/1.1, and HTTP/2 where the handshake of TLS agreed
//! on it.
//!
//! Each connection is served by its own protocol's code directly. A connection
//! that could still become either (as with `axum::serve`) needs room for both.

use super::{
    graceful::Graceful,
    listener::Listener,
    tls::{self, Tls},
    write_timeout::TimeoutStream,
};
use axum::{
    Router,
    body::Body,
    http::{Request, Response},
};
use futures::FutureExt;
use hyper::{
    body::Incoming,
    server::conn::{http1, http2},
    service::Service,
};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use std::{convert::Infallible, fmt::Display, net::SocketAddr, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    time::timeout,
};
use tokio_rustls::server::TlsStream;
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use tower::util::{Oneshot, ServiceExt};

/// How long a handshake may take.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// How long the head of a request may take, and a connection wait for the next
/// one: longer than proxies keep theirs, which is a minute for nginx.
const NEXT_REQUEST: Duration = Duration::from_secs(75);
/// How many bytes of one HTTP/2 stream wait for being sent.
const MAX_UNSENT: usize = 64 * 1024;

/// The other end of a connection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer {
    pub(crate) address: SocketAddr,
    /// Whether it came by TLS.
    pub(crate) secure: bool,
}

/// Answers what `listener` accepts until `ending` is cancelled; then no more
/// connections are accepted, and those that are open end when what they were
/// asked for is answered.
pub(crate) async fn serve(
    listener: Listener,
    tls: Option<Tls>,
    router: Router,
    ending: CancellationToken,
) {
    let connections = TaskTracker::new();
    loop {
        let (stream, address) = tokio::select! {
            accepted = listener.accept() => accepted,
            () = ending.cancelled() => break,
        };
        let service = RouterService {
            router: router.clone(),
            peer: Peer {
                address,
                secure: tls.is_some(),
            },
        };
        match &tls {
            None => connections.spawn(http1(stream, service, ending.clone())),
            Some(tls) => connections.spawn(secured(stream, tls.clone(), service, ending.clone())),
        };
    }
    drop(listener);
    connections.close();
    connections.wait().await;
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
        Ok(Ok(stream)) => http1(stream, service, ending).await,
        Ok(Err(cause)) => note(Err(cause)),
        Err(too_late) => note(Err(too_late)),
    }
}

fn http1(
    stream: impl AsyncRead + AsyncWrite + Unpin + 'static,
    service: RouterService,
    ending: CancellationToken,
) -> impl Future<Output = ()> {
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(NEXT_REQUEST)
        .serve_connection(TokioIo::new(stream), service);
    Graceful::new(connection, ending).map(note)
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

/// The router, for one connection.
struct RouterService {
    router: Router,
    peer: Peer,
}

impl Service<Request<Incoming>> for RouterService {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Oneshot<Router, Request<Body>>;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(self.peer);
        self.router.clone().oneshot(request)
    }
}
