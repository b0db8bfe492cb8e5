//! The pieces of the server that can be called by themselves. The hub and the
//! store are measured through the program's edges, by `bench`.

use bytes::Bytes;
use divan::{Bencher, black_box};
use delivery::{Cursor, Epoch, Seq};
use recent::Recent;

#[path = "../../server/src/sse/frame.rs"]
#[expect(dead_code, reason = "the words of streams are not measured")]
mod frame;
#[path = "../../server/src/sse/recent.rs"]
mod recent;

/// How many events the server keeps in memory.
const RECENT: usize = 4096;

fn main() {
    divan::Divan::from_args().run_benches();
}

/// Encodes an event whose data is that many bytes of JSON.
#[divan::bench(args = [200, 1000, 10_000])]
fn encode_event(bencher: Bencher<'_, '_>, size: usize) {
    let data = "x".repeat(size);
    let id = Cursor {
        epoch: Epoch(0x0bad_cafe),
        seq: Seq(123_456),
    };
    bencher.bench(|| frame::event("order", black_box(id), black_box(&data)));
}

/// Takes an event into a full window.
#[divan::bench]
fn remember_event(bencher: Bencher<'_, '_>) {
    let mut recent = window();
    let event = Bytes::from_static(b"event");
    bencher.bench_local(|| recent.push(black_box(event.clone())));
}

/// Reads the last so many events, as a stream that comes back does.
#[divan::bench(args = [1, 100, 4000])]
fn read_recent_events(bencher: Bencher<'_, '_>, count: usize) {
    let recent = window();
    let after = Seq((RECENT - count) as i64);
    bencher.bench(|| recent.after(black_box(after), 500));
}

fn window() -> Recent<Bytes> {
    let mut recent = Recent::new(RECENT);
    recent.start(Seq(0));
    for _ in 0..RECENT {
        recent.push(Bytes::from_static(b"event"));
    }
    recent
}
