//! The readers: thousands of event streams, held by one thread.
//!
//! They share the processors with the server, so they do no more than they
//! have to: one `recv` for all that waits on a stream, into one buffer, in which
//! nothing but the events' numbers is looked for.

use crate::{
    arrivals::Arrivals,
    publisher::Stamps,
    reader::{Reader, Step},
};
use anyhow::{Result, bail};
use mio::{Events, Poll, Token};
use std::{
    io::{self, ErrorKind},
    net::SocketAddr,
    time::{Duration, Instant},
};

/// How much is read at once.
const BUFFER: usize = 1 << 18;
/// How many streams are opened at a time, where not all are at once.
const AT_A_TIME: usize = 64;
/// How long all streams may take to open.
const PATIENCE: Duration = Duration::from_secs(120);

/// Readers of one server's streams.
pub(crate) struct Streams<'a> {
    stamps: &'a Stamps,
    poll: Poll,
    events: Events,
    buffer: Vec<u8>,
    readers: Vec<Reader>,
    pub(crate) arrivals: Arrivals,
}

/// How the streams opened.
#[derive(Clone, Debug, Default)]
pub(crate) struct Opening {
    /// Until the last one was answered.
    pub(crate) took: Duration,
    /// Connections that were refused, or reset.
    pub(crate) refused: usize,
    /// Connections that TCP had to ask for again.
    pub(crate) late: usize,
}

impl<'a> Streams<'a> {
    /// No readers yet, of that many events, published at those times.
    ///
    /// # Errors
    /// The system has no poll.
    pub(crate) fn new(stamps: &'a Stamps, events: u32) -> Result<Self> {
        Ok(Self {
            stamps,
            poll: Poll::new()?,
            events: Events::with_capacity(1024),
            buffer: vec![0; BUFFER],
            readers: Vec::new(),
            arrivals: Arrivals::new(events)?,
        })
    }

    /// Opens that many streams by that request: all at once, or a few at a time.
    ///
    /// # Errors
    /// Not all opened in time, or the server answers otherwise.
    pub(crate) fn open(
        &mut self,
        address: SocketAddr,
        request: &[u8],
        count: usize,
        at_once: bool,
    ) -> Result<Opening> {
        let at_a_time = if at_once { count } else { AT_A_TIME };
        let (mut opening, mut opened) = (Opening::default(), 0);
        let start = Instant::now();
        while opened < count {
            while self.readers.len() < count.min(opened + at_a_time) {
                let token = Token(self.readers.len());
                let reader = Reader::connect(address, self.poll.registry(), token)?;
                self.readers.push(reader);
            }
            self.wait(Duration::from_millis(100))?;
            for event in &self.events {
                let reader = &mut self.readers[event.token().0];
                match reader.open(request, &mut self.buffer, &mut self.arrivals, self.stamps)? {
                    Step::Waiting => {}
                    Step::Late => opening.late += 1,
                    Step::Opened => opened += 1,
                    Step::Refused => {
                        opening.refused += 1;
                        *reader = Reader::connect(address, self.poll.registry(), event.token())?;
                    }
                }
            }
            if start.elapsed() > PATIENCE {
                bail!("{opened} of {count} streams opened");
            }
        }
        opening.took = start.elapsed();
        Ok(opening)
    }

    /// Reads until nothing has come for that long.
    ///
    /// # Errors
    /// The system does not tell what arrives.
    pub(crate) fn settle(&mut self, quiet: Duration) -> Result<()> {
        self.read_until(quiet, |_| false)
    }

    /// Reads until that many events have arrived in all, or nothing has come
    /// for that long.
    ///
    /// # Errors
    /// The system does not tell what arrives.
    pub(crate) fn read(&mut self, count: u64, patience: Duration) -> Result<()> {
        self.read_until(patience, |arrivals| arrivals.count >= count)
    }

    fn read_until(&mut self, patience: Duration, done: impl Fn(&Arrivals) -> bool) -> Result<()> {
        let mut last = Instant::now();
        while !done(&self.arrivals)
            && let Some(left) = patience.checked_sub(last.elapsed())
        {
            let bytes = self.arrivals.bytes;
            self.wait(left)?;
            for event in &self.events {
                let reader = &mut self.readers[event.token().0];
                reader.receive(&mut self.buffer, &mut self.arrivals, self.stamps);
            }
            if self.arrivals.bytes > bytes {
                last = Instant::now();
            }
        }
        Ok(())
    }

    fn wait(&mut self, patience: Duration) -> io::Result<()> {
        match self.poll.poll(&mut self.events, Some(patience)) {
            // An earlier wait's events must not be handled again.
            Err(error) if error.kind() == ErrorKind::Interrupted => {
                self.events.clear();
                Ok(())
            }
            done => done,
        }
    }
}
