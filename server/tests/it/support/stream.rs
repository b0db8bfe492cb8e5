//! A reader of event streams, independent of the server's encoder: it follows
//! the parsing rules of WHATWG HTML, section 9.2.6.

use flate2::write::GzDecoder;
use futures::StreamExt;
use reqwest::{RequestBuilder, Response, StatusCode, header::HeaderMap};
use serde_json::Value;
use std::{collections::VecDeque, io::Write, pin::Pin, time::Duration};
use tokio::time::timeout;

/// Longer than anything takes: a test that waits so long has failed.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// The same for what may be much.
const LONG_PATIENCE: Duration = Duration::from_secs(60);

/// An event, as a browser would dispatch it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) name: String,
    /// The last event id at that moment.
    pub(crate) id: String,
    pub(crate) data: String,
}

impl Event {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.data).unwrap()
    }

    /// Its place in the log.
    pub(crate) fn seq(&self) -> i64 {
        let (_, seq) = self.id.split_once(':').unwrap();
        seq.parse().unwrap()
    }

    pub(crate) fn is_of_the_log(&self) -> bool {
        const NAMES: [&str; 13] = [
            "order", "change", "finish", "psh", "access", "menu", "settings", "line", "day",
            "bell", "hurry", "note", "rate",
        ];
        NAMES.contains(&self.name.as_str())
    }
}

type Bytes = Pin<Box<dyn futures::Stream<Item = reqwest::Result<Vec<u8>>> + Send>>;

/// An open stream.
pub(crate) struct Stream {
    pub(crate) headers: HeaderMap,
    /// What `hello` said.
    pub(crate) hello: Value,
    body: Bytes,
    /// Undoes what a proxy on the way did.
    gzip: Option<GzDecoder<Vec<u8>>>,
    text: Vec<u8>,
    events: VecDeque<Event>,
    last_id: String,
    pub(crate) retry: Option<u64>,
}

impl Stream {
    /// Opens a stream that tells the log.
    pub(crate) async fn open(request: RequestBuilder) -> Self {
        let stream = Self::open_any(request).await.greeted().await;
        stream.expect("the stream ended before it began")
    }

    /// Opens a stream, if the server answers and lives long enough to greet.
    pub(crate) async fn try_open(request: RequestBuilder) -> Option<Self> {
        Self::read(request.send().await.ok()?).greeted().await
    }

    async fn greeted(mut self) -> Option<Self> {
        let hello = self.any().await?;
        assert_eq!(hello.name, "hello");
        self.hello = hello.json();
        Some(self)
    }

    /// Opens a stream, whatever it tells first.
    pub(crate) async fn open_any(request: RequestBuilder) -> Self {
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        Self::read(answer)
    }

    fn read(answer: Response) -> Self {
        let headers = answer.headers().clone();
        let body = answer
            .bytes_stream()
            .map(|chunk| chunk.map(|bytes| bytes.to_vec()));
        let is_gzip = headers
            .get("content-encoding")
            .is_some_and(|coding| coding == "gzip");
        Self {
            headers,
            gzip: is_gzip.then(|| GzDecoder::new(Vec::new())),
            hello: Value::Null,
            body: Box::pin(body),
            text: Vec::new(),
            events: VecDeque::new(),
            last_id: String::new(),
            retry: None,
        }
    }

    /// The next event of any kind; `None` when the stream has ended.
    pub(crate) async fn any(&mut self) -> Option<Event> {
        while self.events.is_empty() {
            let chunk = timeout(PATIENCE, self.body.next())
                .await
                .expect("nothing came");
            self.take(chunk?.ok()?);
            self.parse();
        }
        self.events.pop_front()
    }

    fn take(&mut self, chunk: Vec<u8>) {
        let Some(gzip) = &mut self.gzip else {
            return self.text.extend(chunk);
        };
        gzip.write_all(&chunk).unwrap();
        gzip.flush().unwrap();
        self.text.append(gzip.get_mut());
    }

    /// The next event that has arrived already.
    pub(crate) fn arrived(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    /// The next event of that name.
    pub(crate) async fn named(&mut self, name: &str) -> Event {
        self.first(|event| event.name == name).await
    }

    /// Reads until that many streams of the back office are open.
    pub(crate) async fn until_open(&mut self, count: usize) {
        let waiting = async { while self.named("presence").await.json()["streams"] != count {} };
        timeout(PATIENCE, waiting)
            .await
            .expect("it never came to that");
    }

    /// The next event of the log; words of the stream about itself are passed
    /// over.
    pub(crate) async fn next(&mut self) -> Event {
        self.first(Event::is_of_the_log).await
    }

    /// The next event that is such; ticks don't make it wait for ever.
    async fn first(&mut self, is_such: impl Fn(&Event) -> bool) -> Event {
        let first = async {
            loop {
                let event = self.any().await.expect("the stream ended");
                if is_such(&event) {
                    return event;
                }
            }
        };
        timeout(LONG_PATIENCE, first)
            .await
            .expect("it did not come")
    }

    /// All events of the log until the stream ends.
    pub(crate) async fn rest(&mut self) -> Vec<Event> {
        let rest = async {
            let mut rest = Vec::new();
            while let Some(event) = self.any().await {
                if event.is_of_the_log() {
                    rest.push(event);
                }
            }
            rest
        };
        timeout(LONG_PATIENCE, rest).await.expect("it did not end")
    }

    /// The cursor that a browser would come back with.
    pub(crate) fn last_id(&self) -> &str {
        &self.last_id
    }

    fn parse(&mut self) {
        while let Some(end) = self.text.windows(2).position(|pair| pair == b"\n\n") {
            let block: Vec<u8> = self.text.drain(..end + 2).collect();
            let block = String::from_utf8(block).unwrap();
            self.dispatch(&block);
        }
    }

    fn dispatch(&mut self, block: &str) {
        let (mut name, mut data) = (String::new(), None::<String>);
        for line in block.lines().filter(|line| !line.starts_with(':')) {
            let (field, value) = line.split_once(':').unwrap_or((line, ""));
            let value = value.strip_prefix(' ').unwrap_or(value);
            match field {
                "event" => value.clone_into(&mut name),
                "data" => {
                    let data = data.get_or_insert_default();
                    data.push_str(value);
                    data.push('\n');
                }
                "id" => value.clone_into(&mut self.last_id),
                "retry" => self.retry = Some(value.parse().unwrap()),
                _ => {}
            }
        }
        if let Some(mut data) = data {
            data.pop();
            let id = self.last_id.clone();
            self.events.push_back(Event { name, id, data });
        }
    }
}
