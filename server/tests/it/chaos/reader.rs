//! A reader, and all that it was told.

use super::log::Log;
use crate::support::{Admin, Event, Stream};
use futures::FutureExt;
use std::collections::HashSet;

/// How a reader opens its next stream.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Resumes {
    /// As a browser comes back by itself.
    ByHeader,
    /// As our page does.
    ByQuery,
    /// As a new page.
    FromNow,
}

/// A stretch of the log, told without a break.
#[derive(Default)]
struct Stretch {
    /// The event before it.
    after: i64,
    told: Vec<i64>,
}

/// A page of a user, over all its streams.
pub(super) struct Reader {
    pub(super) user: usize,
    stream: Option<Stream>,
    cursor: String,
    /// The last is still being told.
    stretches: Vec<Stretch>,
    /// Messages that had waited.
    waited: HashSet<i64>,
    /// What the server knew of messages that were got may be lost.
    server_died: bool,
    /// Whether the open stream may repeat messages that waited.
    repeats: bool,
}

impl Reader {
    pub(super) fn new(user: usize) -> Self {
        Self {
            user,
            stream: None,
            cursor: "0".to_owned(),
            stretches: vec![Stretch::default()],
            waited: HashSet::new(),
            server_died: false,
            repeats: false,
        }
    }

    /// Opens a stream, if none is open.
    pub(super) async fn open(&mut self, admin: &Admin, resumes: Resumes) {
        if self.stream.is_some() {
            return;
        }
        let path = "/sse/subscribe";
        let stream = match resumes {
            Resumes::ByHeader => admin.resume(&self.cursor).await,
            Resumes::ByQuery => {
                let path = format!("{path}?after={}", self.cursor);
                admin.subscribe_at(&path, None).await
            }
            Resumes::FromNow => {
                let stream = admin.subscribe().await;
                self.start_anew(seq(stream.hello["head"].as_str().unwrap()));
                stream
            }
        };
        self.repeats = self.server_died && resumes != Resumes::ByHeader;
        self.stream = Some(stream);
    }

    fn start_anew(&mut self, after: i64) {
        let told = Vec::new();
        self.stretches.push(Stretch { after, told });
    }

    /// Reads what is there.
    pub(super) async fn read_some(&mut self) {
        // The connection is served in between.
        tokio::task::yield_now().await;
        while let Some(stream) = &mut self.stream {
            let Some(event) = stream.any().now_or_never() else {
                return;
            };
            self.take(event.expect("the stream ended"));
        }
    }

    /// Reads until the server has ended, or loses what was on the way.
    pub(super) async fn server_ended(&mut self, died: bool, reads: bool) {
        self.server_died |= died;
        while let Some(stream) = &mut self.stream
            && reads
            && let Some(event) = stream.any().await
        {
            self.take(event);
        }
        self.close(false).await;
    }

    /// Closes its stream; what is on the way is read before or lost.
    pub(super) async fn close(&mut self, reads: bool) {
        if reads {
            self.read_some().await;
        }
        let Some(mut stream) = self.stream.take() else {
            return;
        };
        while let Some(event) = stream.arrived() {
            self.take(event);
        }
        if !stream.last_id().is_empty() {
            stream.last_id().clone_into(&mut self.cursor);
        }
        // Cut off in the middle of messages that had waited: it goes back.
        let after = seq(&self.cursor);
        if after < self.last() {
            self.start_anew(after);
        }
    }

    /// Reads up to the end of the log.
    pub(super) async fn catch_up(&mut self, log: &mut Log) {
        while self.last()
            < log
                .of(self.user, 0, log.head())
                .filter(|(_, row)| !row.is_brief)
                .last()
                .map_or(0, |(seq, _)| seq)
        {
            let event = self.stream.as_mut().unwrap().any().await;
            self.take(event.expect("the stream ended"));
        }
    }

    fn last(&self) -> i64 {
        let stretch = self.stretches.last().unwrap();
        stretch.told.last().copied().unwrap_or(stretch.after)
    }

    fn take(&mut self, event: Event) {
        if event.name == "reset" {
            self.repeats = self.server_died;
            return self.start_anew(seq(event.json()["head"].as_str().unwrap()));
        }
        if !event.is_of_the_log() {
            return;
        }
        let seq = event.seq();
        let stretch = self.stretches.last_mut().unwrap();
        if seq > stretch.told.last().copied().unwrap_or(stretch.after) {
            return stretch.told.push(seq);
        }
        assert_eq!(event.name, "psh", "{seq} came again");
        let is_new =
            self.waited.insert(seq) && !self.stretches.iter().any(|s| s.told.contains(&seq));
        assert!(is_new || self.repeats, "message {seq} came again");
    }

    /// How many events it was told: all that the log held for it.
    pub(super) fn check(&self, log: &Log) -> usize {
        for stretch in &self.stretches {
            let until = stretch.told.last().copied().unwrap_or(stretch.after);
            let mut told = stretch.told.iter().copied().peekable();
            for (seq, row) in log.of(self.user, stretch.after, until) {
                let is_told = told.next_if_eq(&seq).is_some();
                assert!(is_told || row.is_brief, "{seq} was not told");
            }
            assert_eq!(told.next(), None, "not for this reader");
        }
        for seq in &self.waited {
            assert!(log.row(*seq).is_message);
        }
        self.stretches.iter().map(|s| s.told.len()).sum::<usize>() + self.waited.len()
    }
}

/// The place that a cursor names.
fn seq(cursor: &str) -> i64 {
    let seq = cursor.rsplit(':').next();
    seq.unwrap().parse().unwrap()
}
