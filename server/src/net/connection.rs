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
    tls::{self, Tls},
    write_timeout::TimeoutStream,
};
use axum::{
    Router,
    body::Body,
    http::{Request, Response, Version},
};
use delivery::{
    Hub,
    shard::{Shards, shards},
};
use futures::FutureExt;
use hyper::{
    body::Incoming,
    server::conn::{http1, http2},
    service::Service,
};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use pin_project_lite::pin_project;
use std::{
    convert::Infallible,
    fmt::Display,
    net::SocketAddr,
    num::NonZero,
    pin::Pin,
    task::{Context, Poll, ready},
    thread::available_parallelism,
    time::Duration,
};
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
/// asked for is answered. The streams are of `hub`.
pub(crate) async fn serve(listener: Listener, tls: Option<Tls>, router: Router, hub: Hub) {
    let ending = hub.stream_token();
    let connections = TaskTracker::new();
    let (shards, tasks) = shards(&hub, processors());
    let streams = TaskTracker::new();
    for shard in tasks {
        streams.spawn(shard.run());
    }
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
            exit: None,
        };
        match &tls {
            None => connections.spawn(plain(stream, service, shards.clone(), ending.clone())),
            Some(tls) => connections.spawn(secured(stream, tls.clone(), service, ending.clone())),
        };
    }
    drop(listener);
    connections.close();
    connections.wait().await;
    // Nobody enters any more.
    drop(shards);
    streams.close();
    streams.wait().await;
}

fn processors() -> usize {
    available_parallelism().map_or(1, NonZero::get)
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

/// The router, for one connection.
pub(super) struct RouterService {
    router: Router,
    peer: Peer,
    /// Where streams leave; nowhere, unless the connection is plain.
    exit: Option<Exit>,
}

impl Service<Request<Incoming>> for RouterService {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = Answer;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(self.peer);
        // Only answers of HTTP/1.1 come in chunks.
        let exit = self.exit.clone();
        let exit = exit.filter(|_| request.version() == Version::HTTP_11);
        let response = self.router.clone().oneshot(request);
        Answer { response, exit }
    }
}

pin_project! {
    /// The answer, which leaves by `exit` if it is a stream.
    pub(super) struct Answer {
        #[pin]
        response: Oneshot<Router, Request<Body>>,
        exit: Option<Exit>,
    }
}

impl Future for Answer {
    type Output = Result<Response<Body>, Infallible>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let mut response = ready!(this.response.poll(context))?;
        if let Some(exit) = this.exit {
            exit.want(&mut response);
        }
        Poll::Ready(Ok(response))
    }
}
