//! The model check: the hub and its streams in threads, at each of whose steps
//! chance may let another go on. A schedule that fails is printed, and replayed
//! with `shuttle::replay`. A reader that waits for what never comes is a deadlock.
//!
//! All atomics count as sequentially consistent.

pub(crate) mod broadcast;

use super::{
    feed::Feed,
    hub::Hub,
    opening::Start,
    reader::{self, Account, Block},
    straw::{Straw, event},
};
use domain::{cursor::Seq, event::Progress, order::OrderId};
use shuttle::{
    Config, Runner,
    future::block_on,
    scheduler::{DfsScheduler, PctScheduler, RandomScheduler, Scheduler},
    thread::{self, JoinHandle},
};
use std::sync::{Arc, LazyLock};
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
struct Shop {
    hub: Hub,
    log: Arc<Straw>,
}

impl Shop {
    fn new(capacity: usize, recent: usize) -> Self {
        Self {
            hub: reader::hub(capacity, recent),
            log: Arc::default(),
        }
    }

    /// Commits events, and rings for each.
    fn write(&self, last: i64, progress: fn(i64) -> Option<Progress>) {
        for seq in 1..=last {
            let event = event(seq, progress(seq));
            self.log.commit(event.clone());
            self.hub.publish(event);
        }
    }

    /// Prunes all but the newest event, again and again.
    fn prune(&self, times: u32) {
        for _ in 0..times {
            let until = Seq((self.log.head().0 - 1).max(0));
            self.log.prune(until);
            self.hub.prune(until);
        }
    }

    /// Reads in the back office until the last event was told.
    fn read(self, start: Start, last: i64) {
        block_on(async {
            let mut account = Account::new(start);
            let mut stream = reader::open(self.log, self.hub, reader::desk(), start).await;
            while account.at != Some(last) {
                let told = stream.next().await.unwrap();
                account.hear(std::str::from_utf8(&told).unwrap());
            }
        });
    }

    /// Follows one order, of which `story` is told, and then nothing any more.
    fn follow(self, order: OrderId, story: &[i64]) {
        block_on(async {
            let (feed, mut told) = (Feed::Order(order), Vec::new());
            let mut stream = reader::open(self.log, self.hub, feed, Start::Now).await;
            while let Some(bytes) = stream.next().await {
                let blocks = reader::blocks(std::str::from_utf8(&bytes).unwrap());
                told.extend(blocks.filter_map(|block| match block {
                    Block::Event(seq) => Some(seq),
                    _ => None,
                }));
            }
            assert_eq!(told, story);
        });
    }
}

#[test]
fn the_back_office_is_told_everything_once_and_in_order() {
    for (capacity, recent, prunings) in [(1, 0, 0), (1, 1, 1), (2, 9, 1), (4, 2, 3)] {
        by_chance(500, move || {
            let shop = Shop::new(capacity, recent);
            let (writer, pruner) = (shop.clone(), shop.clone());
            let mut threads = vec![
                thread::spawn(move || writer.write(4, |_| None)),
                thread::spawn(move || pruner.prune(prunings)),
            ];
            for start in [Start::Now, Start::After(Seq(0)), Start::Reset] {
                let shop = shop.clone();
                threads.push(thread::spawn(move || shop.read(start, 4)));
            }
            join(threads);
        });
    }
}

fn progress(order: i64, last: bool) -> Option<Progress> {
    Some(Progress {
        order: OrderId(order),
        data: String::new(),
        last,
    })
}

#[test]
fn whoever_follows_an_order_is_told_its_whole_story_however_others_come_and_go() {
    by_chance(1_000, || {
        let shop = Shop::new(1, 1);
        let (writer, passer_by) = (shop.clone(), shop.hub.clone());
        let mut threads = vec![
            thread::spawn(move || writer.write(6, |seq| progress(seq % 2, seq > 4))),
            thread::spawn(move || {
                drop(passer_by.follow(OrderId(1)));
                drop(passer_by.follow(OrderId(0)));
            }),
        ];
        for (order, story) in [(1, [1, 3, 5]), (1, [1, 3, 5]), (0, [2, 4, 6])] {
            let shop = shop.clone();
            threads.push(thread::spawn(move || shop.follow(OrderId(order), &story)));
        }
        join(threads);
    });
}

#[test]
fn one_event_is_told_in_every_order_of_steps() {
    for (start, recent) in [
        (Start::Now, 0),
        (Start::Now, 1),
        (Start::After(Seq(0)), 1),
        (Start::Reset, 1),
    ] {
        run(DfsScheduler::new(None, false), move || {
            let shop = Shop::new(1, recent);
            let writer = shop.clone();
            let writer = thread::spawn(move || writer.write(1, |_| None));
            shop.read(start, 1);
            writer.join().unwrap();
        });
    }
}
