//! The router, as hyper asks it.

use super::exit::Exit;
use axum::{
    Router,
    body::Body,
    http::{Request, Response, Version},
};
use hyper::{body::Incoming, service::Service};
use pin_project_lite::pin_project;
use std::{
    convert::Infallible,
    net::SocketAddr,
    pin::Pin,
    task::{Context, Poll, ready},
};
use tower::util::{Oneshot, ServiceExt};

/// The other end of a connection.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peer {
    pub(crate) address: SocketAddr,
    /// Whether it came by TLS.
    pub(crate) secure: bool,
}

/// The router, for one connection.
pub(super) struct RouterService {
    pub(super) router: Router,
    pub(super) peer: Peer,
    /// Where streams leave; nowhere, unless the connection is plain.
    pub(super) exit: Option<Exit>,
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
