//! A chat that loses no line.

use axum::{Router, extract::State, http::HeaderMap, routing::get};
use delivery::*;
use parking_lot::Mutex;
use std::{sync::Arc, time::Duration};

struct Lines(History, Mutex<Vec<Event>>);

#[async_trait]
impl Log for Lines {
    async fn extent(&self) -> Result<Extent, LogError> {
        let head = Seq(self.1.lock().len() as i64);
        Ok(Extent::new(self.0.clone(), head))
    }

    async fn after(&self, seq: Seq, limit: u32) -> Result<Vec<Event>, LogError> {
        let lines = self.1.lock();
        let after = lines.iter().skip(seq.0 as usize).take(limit as usize);
        Ok(after.cloned().collect())
    }
}

#[derive(Clone)]
struct Chat {
    lines: Arc<Lines>,
    source: Source,
    limits: StreamLimits,
    streams: StreamRegistry,
}

async fn speak(State(chat): State<Chat>, line: String) {
    let mut lines = chat.lines.1.lock();
    let seq = Seq(lines.len() as i64 + 1);
    let event = NewEvent::for_everyone("line", line).at(seq);
    lines.push(event.clone()); // The log first,
    chat.source.hub.ring(event); // then the bell.
}

async fn listen(State(chat): State<Chat>, headers: HeaderMap) -> Result<EventStream, OpenError> {
    let permit = chat.limits.admit(None, None)?;
    let registration = chat.streams.enter_unknown(chat.source.hub.stream_token());
    let id = last_event_id(&headers);
    let start = chat.source.start(id.as_deref(), None).await?;
    let all = WholeLog { reader: None };
    Ok(EventStream::open(chat.source, all, start, registration, permit).await?)
}

pub(crate) async fn chat() -> Result<Router, LogError> {
    let lines = Arc::new(Lines(History::begin(), Mutex::default()));
    let (hub, clock, every) = (Hub::new(64, 1024), SystemClock, Duration::from_secs(15));
    let source = Source::open(lines.clone(), Arc::new(clock), hub.clone()).await?;
    tokio::spawn(async move { heartbeat::tick(&hub, &clock, every).await });
    let streams = StreamRegistry::new(every);
    let limits = StreamLimits::new(LimitOptions::default());
    let chat = Chat {
        lines,
        source,
        limits,
        streams,
    };
    Ok(Router::new()
        .route("/", get(listen).post(speak))
        .with_state(chat))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    Ok(axum::serve(listener, chat().await?).await?)
}
