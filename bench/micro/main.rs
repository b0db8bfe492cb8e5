//! The pieces of the server that can be called by themselves. The hub and the
//! store are measured through the program's edges, by `bench`.

use bytes::Bytes;
use delivery::{Cursor, Epoch, Seq, encode, hub::replay_buffer::ReplayBuffer};
use divan::{Bencher, black_box};

/// How many events the server keeps in memory.
const KEPT: usize = 4096;

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
    bencher.bench(|| encode::event("order", black_box(id), black_box(&data)));
}

/// Takes an event into a full buffer.
#[divan::bench]
fn keep_event(bencher: Bencher<'_, '_>) {
    let mut buffer = full_buffer();
    let event = Bytes::from_static(b"event");
    let mut seq = Seq(KEPT as i64);
    bencher.bench_local(|| {
        seq.0 += 1;
        buffer.push(seq, black_box(event.clone()))
    });
}

/// Reads the last so many events, as a stream that comes back does.
#[divan::bench(args = [1, 100, 4000])]
fn read_kept_events(bencher: Bencher<'_, '_>, count: usize) {
    let buffer = full_buffer();
    let after = Seq((KEPT - count) as i64);
    bencher.bench(|| buffer.after(black_box(after), 500));
}

fn full_buffer() -> ReplayBuffer<Bytes> {
    let mut buffer = ReplayBuffer::new(KEPT);
    for seq in 1..=KEPT {
        buffer.push(Seq(seq as i64), Bytes::from_static(b"event"));
    }
    buffer
}
