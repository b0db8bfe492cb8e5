//! What is measured of the streams of a server.

use crate::{
    arrivals::Arrivals,
    publisher::{Stamps, publish},
    rivals::Server,
    streams::{Opening, Streams},
};
use anyhow::{Result, bail};
use std::{
    fmt::{self, Display, Formatter},
    thread,
    time::{Duration, Instant},
};

/// How many events come before what is measured, and at what rate.
const WARM_UP: u32 = 10;
const WARM_UP_RATE: u32 = 50;
/// How long nothing comes before what has not come is given up.
const PATIENCE: Duration = Duration::from_secs(10);

/// So many readers, to whom so many events are published at a rate.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scenario {
    pub(crate) streams: usize,
    /// Events a second.
    pub(crate) rate: u32,
    pub(crate) seconds: u32,
    /// Whether the streams are opened all at once.
    pub(crate) at_once: bool,
}

/// What a scenario showed.
pub(crate) struct Measured {
    pub(crate) opening: Opening,
    /// Bytes of the server's memory, with all streams idle.
    pub(crate) memory: u64,
    /// What each of them added.
    pub(crate) memory_per_stream: u64,
    /// The server's processor time for each delivery, in microseconds.
    pub(crate) cpu: f64,
    /// From the first event's publishing to the last delivery.
    pub(crate) took: Duration,
    pub(crate) arrivals: Arrivals,
    /// Deliveries that never came.
    pub(crate) missing: u64,
}

impl Scenario {
    /// Runs it against a server that has just started.
    ///
    /// # Errors
    /// The server fails.
    pub(crate) fn run(&self, server: &Server) -> Result<Measured> {
        let events = self.rate * self.seconds;
        let stamps = Stamps::new(WARM_UP + events);
        let mut streams = Streams::new(&stamps, WARM_UP + events)?;
        let empty = server.process.memory()?;
        let subscribe = server.subscribe.bytes();
        let opening = streams.open(server.address, &subscribe, self.streams, self.at_once)?;
        streams.settle(server.quiet(self.streams))?;
        let full = server.process.memory()?;

        let tell = |events, rate| publish(&server.publish, server.address, events, rate, &stamps);
        let deliveries = |events: u32| u64::from(events) * self.streams as u64;
        thread::scope(|scope| {
            let warm_up = scope.spawn(|| tell(0..WARM_UP, WARM_UP_RATE));
            streams.read(deliveries(WARM_UP), PATIENCE)?;
            joined(warm_up)
        })?;
        streams.arrivals.start_anew();

        let (cpu, start) = (server.process.cpu()?, Instant::now());
        let took = thread::scope(|scope| {
            let told = scope.spawn(|| tell(WARM_UP..WARM_UP + events, self.rate));
            streams.read(deliveries(WARM_UP + events), PATIENCE)?;
            let took = start.elapsed();
            joined(told)?;
            anyhow::Ok(took)
        })?;
        let cpu = server.process.cpu()? - cpu;
        // What comes twice may come last.
        streams.settle(Duration::from_millis(100))?;

        let arrivals = streams.arrivals;
        Ok(Measured {
            opening,
            memory: full,
            memory_per_stream: full.saturating_sub(empty) / self.streams as u64,
            cpu: cpu.as_secs_f64() * 1e6 / deliveries(events) as f64,
            took,
            missing: deliveries(WARM_UP + events).saturating_sub(arrivals.count),
            arrivals,
        })
    }
}

impl Display for Scenario {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { streams, rate, .. } = self;
        let opened = if self.at_once { " opened at once" } else { "" };
        write!(f, "{streams} streams{opened}, {rate} events/s")
    }
}

impl Measured {
    /// Whether every event came to every reader, once, in one order.
    pub(crate) fn is_flawless(&self) -> bool {
        self.missing == 0 && self.arrivals.disordered == 0 && self.arrivals.ended == 0
    }

    /// What went wrong.
    pub(crate) fn faults(&self) -> String {
        let Arrivals {
            disordered, ended, ..
        } = self.arrivals;
        format!(
            "{} deliveries missing, {disordered} out of place, {ended} streams ended",
            self.missing
        )
    }
}

fn joined(thread: thread::ScopedJoinHandle<'_, Result<()>>) -> Result<()> {
    thread
        .join()
        .unwrap_or_else(|_| bail!("the publisher panicked"))
}
