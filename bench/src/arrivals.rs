//! What arrived at the readers of a server.

use anyhow::Result;
use hdrhistogram::Histogram;

pub(crate) struct Arrivals {
    /// Microseconds from publishing to arrival, of what is measured.
    pub(crate) latency: Histogram<u64>,
    /// Events that came to a reader, for the first time.
    pub(crate) count: u64,
    /// Events that came to a reader twice, or after or before others than they
    /// did for its fellows.
    pub(crate) disordered: u64,
    /// Streams that ended.
    pub(crate) ended: u64,
    pub(crate) bytes: u64,
    pub(crate) reads: u64,
    /// By an event's number, how many events came before it to the reader who got
    /// it first: those who publish at the same time have no order but that.
    places: Vec<Option<u32>>,
    placed: u32,
}

impl Arrivals {
    /// Nothing yet, of that many events.
    ///
    /// # Errors
    /// The histogram's bounds are wrong.
    pub(crate) fn new(events: u32) -> Result<Self> {
        Ok(Self {
            latency: Histogram::new_with_bounds(1, 600_000_000, 3)?,
            count: 0,
            disordered: 0,
            ended: 0,
            bytes: 0,
            reads: 0,
            places: vec![None; events as usize],
            placed: 0,
        })
    }

    /// Forgets what is measured; what is checked goes on.
    pub(crate) fn start_anew(&mut self) {
        self.latency.reset();
        self.bytes = 0;
        self.reads = 0;
    }

    /// An event came to a reader, so many nanoseconds after it was published.
    /// The reader has had all events up to `place`.
    pub(crate) fn take(&mut self, number: u32, nanos: u64, place: &mut u32) {
        let Some(known) = self.places.get_mut(number as usize) else {
            self.disordered += 1;
            return;
        };
        let its = *known.get_or_insert_with(|| {
            self.placed += 1;
            self.placed - 1
        });
        self.disordered += u64::from(its != *place);
        if its >= *place {
            self.count += 1;
            self.latency.saturating_record(nanos / 1000);
        }
        *place = (its + 1).max(*place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_event_comes_to_each_reader_once_and_in_one_order() {
        let mut arrivals = Arrivals::new(3).unwrap();
        let mut read = |numbers: &[u32]| {
            let mut place = 0;
            let (count, disordered) = (arrivals.count, arrivals.disordered);
            for &number in numbers {
                arrivals.take(number, 0, &mut place);
            }
            (arrivals.count - count, arrivals.disordered - disordered)
        };
        assert_eq!(read(&[1, 0, 2]), (3, 0));
        assert_eq!(read(&[1, 0, 2]), (3, 0));
        assert_eq!(read(&[1, 0, 0, 2]), (3, 1), "twice");
        assert_eq!(read(&[1, 2]), (2, 1), "one is missing");
        assert_eq!(read(&[0, 1, 2]), (2, 2), "in another order");
        assert_eq!(read(&[1, 0, 7, 2]), (3, 1), "of another run");
    }
}
