//! The model check: the hub and its streams in threads, at each of whose steps
//! chance may let another go on. A schedule that fails is printed, and replayed
//! with `shuttle::replay`. A reader that waits for what never comes is a deadlock.
//!
//! All atomics count as sequentially consistent.

pub(crate) mod broadcast;
pub(crate) mod locks;

use super::{
    harness::{self, Account, Block},
    memory_log::{MemoryLog, event, event_of},
    narrow::Narrow,
};
use crate::{
    Clock, Control, Doorbell, Event, Hub, Seq, Source, Start, SystemClock, Topic, TopicId,
    shard::shards,
};
use shuttle::{
    Config, Runner,
    future::block_on,
    scheduler::{DfsScheduler, PctScheduler, RandomScheduler, Scheduler},
    thread::{self, JoinHandle},
};
use std::{
    future::poll_fn,
    pin::pin,
    sync::{Arc, LazyLock},
    task::Poll,
};
use tokio::runtime::{Builder, Runtime};

/// The streams' clock, on which no time passes: a stream's life is long enough. It
/// outlives every test, for to stop it would wake the threads of one that failed.
static TIMER: LazyLock<Runtime> =
    LazyLock::new(|| Builder::new_current_thread().enable_time().build().unwrap());

/// Runs `threads` as often as the scheduler says.
fn run(scheduler: impl Scheduler + 'static, threads: impl Fn() + Send + Sync + 'static) {
    let _guard = TIMER.enter();
    let mut config = Config::new();
    config.stack_size = 1 << 18;
    config.silence_warnings = true;
    Runner::new(scheduler, config).run(threads);
}

/// Runs `threads` by chance: `times` with any thread next at each step, and as
/// often with few changes from one to another (PCT).
fn by_chance(times: usize, threads: impl Fn() + Clone + Send + Sync + 'static) {
    run(RandomScheduler::new_from_seed(1, times), threads.clone());
    run(PctScheduler::new_from_seed(1, 3, times), threads);
}

fn join(threads: Vec<JoinHandle<()>>) {
    for thread in threads {
        thread.join().unwrap();
    }
}

/// What the threads share.
#[derive(Clone)]
struct Threads {
    hub: Hub,
    log: Arc<MemoryLog>,
}

impl Threads {
    fn new(capacity: usize, replay: usize) -> Self {
        Self {
            hub: harness::hub(capacity, replay),
            log: Arc::default(),
        }
    }

    fn source(self) -> Source {
        harness::source(self.log, self.hub)
    }

    /// Commits events, and rings for each but those that another process writes.
    fn write(&self, last: i64, event: fn(i64) -> Event, is_silent: fn(i64) -> bool) {
        for seq in 1..=last {
            let event = event(seq);
            self.log.commit(event.clone());
            if !is_silent(seq) {
                self.hub.ring(event);
            }
        }
    }

    /// Prunes all but the newest event, again and again.
    fn prune(&self, times: u32) {
        for _ in 0..times {
            let until = Seq((self.log.newest().0 - 1).max(0));
            self.log.prune(until);
            self.hub.prune(until);
        }
    }

    /// Ticks, again and again.
    fn tick(&self, times: u32) {
        for _ in 0..times {
            let now = SystemClock.local_now();
            self.hub.tell_all(&Control::tick(now, self.hub.head()));
        }
    }

    /// Reads the whole log until the last event was told.
    fn read(self, start: Start, last: i64) {
        block_on(async {
            let mut account = Account::new(start);
            let mut stream = harness::open(self.source(), harness::everyone(), start).await;
            while account.at != Some(last) {
                let told = stream.next().await.unwrap();
                account.hear(std::str::from_utf8(&told).unwrap());
            }
        });
    }

    /// The same, by a shard.
    fn read_by_shard(self, start: Start, last: i64) {
        block_on(async {
            let (shards, shard) = shards(&self.hub, 1);
            let told = Arc::default();
            let stream = harness::open(self.source(), harness::everyone(), start).await;
            shards.enter(Narrow::new(Arc::clone(&told)), stream);
            let mut run = pin!(shard.into_iter().next().unwrap().run());
            poll_fn(|context| {
                assert!(run.as_mut().poll(context).is_pending());
                let mut account = Account::new(start);
                let told = told.lock().unwrap();
                account.hear(&harness::unchunked(&told));
                match account.at == Some(last) {
                    true => Poll::Ready(()),
                    false => Poll::Pending,
                }
            })
            .await;
        });
    }

    /// Follows one topic, of which `story` is told, and then nothing any more.
    fn follow(self, topic: TopicId, story: &[i64]) {
        block_on(async {
            let (mut told, mut ticked) = (Vec::new(), 0);
            let mut stream = harness::open(self.source(), Topic(topic), Start::Now).await;
            while let Some(bytes) = stream.next().await {
                for block in harness::blocks(std::str::from_utf8(&bytes).unwrap()) {
                    match block {
                        Block::Event(seq) => {
                            assert!(seq > ticked, "a tick said that {seq} was told");
                            told.push(seq);
                        }
                        Block::Tick(head) => ticked = head,
                        _ => {}
                    }
                }
            }
            assert_eq!(told, story);
        });
    }
}

#[test]
fn readers_of_the_whole_log_are_told_everything_once_and_in_order() {
    for (capacity, replay, prunings) in [(1, 0, 0), (1, 1, 1), (2, 9, 1), (4, 2, 3)] {
        by_chance(500, move || {
            let all = Threads::new(capacity, replay);
            let (writer, pruner, clock) = (all.clone(), all.clone(), all.clone());
            let mut threads = vec![
                thread::spawn(move || writer.write(4, event, |_| false)),
                thread::spawn(move || pruner.prune(prunings)),
                thread::spawn(move || clock.tick(1)),
            ];
            for start in [Start::Now, Start::After(Seq(0)), Start::Reset] {
                let reader = all.clone();
                threads.push(thread::spawn(move || reader.read(start, 4)));
                let reader = all.clone();
                threads.push(thread::spawn(move || reader.read_by_shard(start, 4)));
            }
            join(threads);
        });
    }
}

#[test]
fn readers_are_told_what_another_process_wrote() {
    for replay in [1, 9] {
        by_chance(500, move || {
            let all = Threads::new(1, replay);
            let writer = all.clone();
            let mut threads = vec![thread::spawn(move || {
                writer.write(6, story, |seq| seq % 2 == 1);
            })];
            for start in [Start::Now, Start::After(Seq(0))] {
                let reader = all.clone();
                threads.push(thread::spawn(move || reader.read(start, 6)));
                let reader = all.clone();
                threads.push(thread::spawn(move || reader.read_by_shard(start, 6)));
            }
            for (topic, story) in [(1, [1, 3, 5]), (0, [2, 4, 6])] {
                let reader = all.clone();
                threads.push(thread::spawn(move || reader.follow(TopicId(topic), &story)));
            }
            join(threads);
        });
    }
}

/// Six events of two topics, which end with 5 and 6.
fn story(seq: i64) -> Event {
    let mut event = event_of(TopicId(seq % 2), seq);
    if let Some(topic) = &mut event.topic {
        topic.last = seq > 4;
    }
    event
}

#[test]
fn whoever_follows_a_topic_is_told_all_of_it_however_others_come_and_go() {
    by_chance(1_000, || {
        let all = Threads::new(1, 1);
        let (writer, passer_by, clock) = (all.clone(), all.hub.clone(), all.clone());
        let mut threads = vec![
            thread::spawn(move || writer.write(6, story, |_| false)),
            thread::spawn(move || {
                drop(passer_by.follow(TopicId(1)));
                drop(passer_by.follow(TopicId(0)));
            }),
            thread::spawn(move || clock.tick(2)),
        ];
        for (topic, story) in [(1, [1, 3, 5]), (1, [1, 3, 5]), (0, [2, 4, 6])] {
            let reader = all.clone();
            threads.push(thread::spawn(move || reader.follow(TopicId(topic), &story)));
        }
        join(threads);
    });
}

#[test]
fn one_event_is_told_in_every_order_of_steps() {
    for (start, replay) in [
        (Start::Now, 0),
        (Start::Now, 1),
        (Start::After(Seq(0)), 1),
        (Start::Reset, 1),
    ] {
        run(DfsScheduler::new(None, false), move || {
            let all = Threads::new(1, replay);
            let writer = all.clone();
            let writer = thread::spawn(move || writer.write(1, event, |_| false));
            all.read(start, 1);
            writer.join().unwrap();
        });
    }
}
