//! The way of axum's documentation: `Sse` over a `BroadcastStream`.

use anyhow::Result;
use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::sse::{Event, Sse},
    routing::get,
};
use futures::{Stream, TryStreamExt};
use std::net::SocketAddr;
use tokio::{net::TcpListener, sync::broadcast};
use tokio_stream::wrappers::{BroadcastStream, errors::BroadcastStreamRecvError};

/// Serves for ever.
///
/// # Errors
/// It can't listen there.
#[tokio::main]
pub(crate) async fn serve(address: SocketAddr) -> Result<()> {
    let events = broadcast::Sender::new(1024);
    let app = Router::new()
        .route("/events", get(subscribe).post(publish))
        .with_state(events);
    axum::serve(TcpListener::bind(address).await?, app).await?;
    Ok(())
}

type Events = broadcast::Sender<String>;

async fn subscribe(
    State(events): State<Events>,
) -> Sse<impl Stream<Item = Result<Event, BroadcastStreamRecvError>>> {
    let events = BroadcastStream::new(events.subscribe());
    Sse::new(events.map_ok(|text| Event::default().data(text)))
}

async fn publish(State(events): State<Events>, text: String) -> StatusCode {
    // Nobody listening is no failure.
    let _ = events.send(text);
    StatusCode::NO_CONTENT
}
