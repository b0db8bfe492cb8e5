//! The real stream and hub over a log in memory, under every order in which
//! commits, rings, pruning and reading can come one after another: nothing is lost,
//! nothing told twice, and a hole is told of. The stream is polled as a body is, and by a
//! shard, over a socket that is full from time to time.
//!
//! What happens at the same time in two threads is for `testing::shuttle`.

use crate::{
    Doorbell, EncodedEvent, Hub, Seq, Start, Subscription, TopicId,
    shard::shards,
    testing::{
        harness::{self, Account, Block},
        memory_log::{MemoryLog, event, nap},
        narrow::Narrow,
        schedule::{Exhaustive, Schedule},
    },
};
use rand::{SeedableRng, rngs::StdRng};
use std::{
    pin::Pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Wake, Waker},
};
use tokio::runtime::Builder;

/// What is tried out.
#[derive(Clone, Copy)]
struct Case {
    start: Start,
    /// Events before the reader comes, and while it is there.
    before: i64,
    during: i64,
    /// How often the log is pruned.
    prunings: u32,
    capacity: usize,
    replay: usize,
    by: By,
}

/// Who asks the stream what it has to tell.
#[derive(Debug, Clone, Copy, PartialEq)]
enum By {
    Body,
    Shard,
}

/// The writer and the pruner, a step at a time.
struct Server {
    hub: Hub,
    log: Arc<MemoryLog>,
    rung: i64,
    last: i64,
    prunings: u32,
    /// Pruned, and not said yet.
    pruned: Option<Seq>,
}

impl Server {
    fn new(case: Case) -> Self {
        let mut server = Self {
            hub: harness::hub(case.capacity, case.replay),
            log: Arc::default(),
            rung: 0,
            last: case.before,
            prunings: case.prunings,
            pruned: None,
        };
        while server.can_write() {
            server.write();
        }
        server.last += case.during;
        server
    }

    fn can_write(&self) -> bool {
        self.rung < self.last
    }

    /// Commits an event, or rings for the one that is committed.
    fn write(&mut self) {
        let event = event(self.rung + 1);
        if self.log.newest() == Seq(self.rung) {
            self.log.commit(event);
        } else {
            self.hub.ring(event);
            self.rung += 1;
        }
    }

    fn can_prune(&self) -> bool {
        self.prunings > 0 || self.pruned.is_some()
    }

    /// Prunes all but the newest event, or says so.
    fn prune(&mut self) {
        if let Some(until) = self.pruned.take() {
            self.hub.prune(until);
        } else {
            let until = Seq((self.log.newest().0 - 1).max(0));
            self.log.prune(until);
            self.pruned = Some(until);
            self.prunings -= 1;
        }
    }
}

struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// Lets everybody have a turn, as chance has it, until nobody wants one; then
/// what the reader was told.
fn run(case: Case, schedule: &mut dyn Schedule) -> String {
    // No time passes: a stream's life is long enough.
    let timer = Builder::new_current_thread().enable_time().build().unwrap();
    let _guard = timer.enter();
    let mut server = Server::new(case);
    let told = Arc::new(Mutex::new(String::new()));
    let mut reader = reader(case, &server, told.clone());
    let woken = Arc::new(Woken(AtomicBool::new(true)));
    let waker = Waker::from(woken.clone());
    loop {
        let mut turns: Vec<fn(&mut Server)> = Vec::new();
        if server.can_write() {
            turns.push(Server::write);
        }
        if server.can_prune() {
            turns.push(Server::prune);
        }
        let reads = usize::from(woken.0.load(Ordering::Relaxed));
        if turns.len() + reads == 0 {
            break;
        }
        match turns.get(schedule.choose(turns.len() + reads)) {
            Some(turn) => turn(&mut server),
            None => {
                woken.0.store(false, Ordering::Relaxed);
                let ended = reader.as_mut().poll(&mut Context::from_waker(&waker));
                assert!(ended.is_pending(), "the stream ended");
            }
        }
    }
    drop(reader);
    let told = Arc::into_inner(told).unwrap().into_inner().unwrap();
    match case.by {
        By::Body => told,
        By::Shard => harness::unchunked(&told),
    }
}

/// A reader that takes a breath after each piece.
fn reader(
    case: Case,
    server: &Server,
    told: Arc<Mutex<String>>,
) -> Pin<Box<dyn Future<Output = ()>>> {
    let (log, hub) = (server.log.clone(), server.hub.clone());
    let (shards, mut shard) = shards(&hub, 1);
    Box::pin(async move {
        let source = harness::source(log, hub);
        let everyone = harness::everyone();
        let mut stream = harness::open(source, everyone, case.start).await;
        if case.by == By::Shard {
            shards.enter(Narrow::new(told), stream);
            return shard.remove(0).run().await;
        }
        while let Some(bytes) = stream.next().await {
            told.lock()
                .unwrap()
                .push_str(std::str::from_utf8(&bytes).unwrap());
            nap().await;
        }
    })
}

/// Checks what a reader was told, and says how often it had to start over.
fn check(case: Case, told: &str) -> usize {
    let mut account = Account::new(case.start);
    account.hear(told);
    let last = case.before + case.during;
    assert_eq!(account.at, Some(last), "not told to the end: {told}");
    assert_ne!(account.ticks, 0, "not told that it is all: {told}");
    account.resets
}

#[test]
fn whatever_comes_before_what_nothing_is_lost_and_nothing_told_twice() {
    let mut ways = 0;
    let cases = [
        (Start::After(Seq(0)), 1, 0, false),
        (Start::After(Seq(0)), 9, 0, false),
        (Start::After(Seq(1)), 0, 1, true),
        (Start::Resume(Seq(2)), 1, 1, true),
        (Start::Now, 1, 0, false),
        (Start::Now, 0, 1, true),
    ];
    for (by, (start, replay, prunings, resets_too)) in [By::Body, By::Shard]
        .into_iter()
        .flat_map(|by| cases.map(|case| (by, case)))
    {
        let case = Case {
            start,
            before: 2,
            during: 2,
            prunings,
            capacity: 1,
            replay,
            by,
        };
        let (mut every, mut resets) = (Exhaustive::default(), 0);
        loop {
            resets += check(case, &run(case, &mut every));
            ways += 1;
            if !every.advance() {
                break;
            }
        }
        assert_eq!(
            resets > 0,
            resets_too,
            "{start:?}, {replay}, {prunings}, {by:?}"
        );
    }
    println!("{ways} ways");
}

#[test]
fn by_chance_over_a_longer_time() {
    let mut resets = 0;
    for seed in 0..4_000 {
        let mut chance = StdRng::seed_from_u64(seed);
        let case = Case {
            start: [Start::Now, Start::Reset, Start::After(Seq(0))][chance.choose(3)],
            before: 10,
            during: 60,
            prunings: 6,
            capacity: 1 << chance.choose(4),
            replay: chance.choose(12),
            by: [By::Body, By::Shard][chance.choose(2)],
        };
        resets += check(case, &run(case, &mut chance));
    }
    assert_ne!(resets, 0);
}

/// A topic of which only what is new is of interest.
struct News;

impl Subscription for News {
    fn name(&self) -> &'static str {
        "news"
    }

    fn topic(&self) -> Option<TopicId> {
        Some(TopicId(1))
    }

    fn is_told_from_the_beginning(&self) -> bool {
        false
    }

    fn hears(&self, _: &EncodedEvent) -> bool {
        true
    }
}

#[tokio::test]
async fn a_topic_may_be_told_from_now_on_alone() {
    for start in [Start::Now, Start::Reset] {
        let (log, hub) = (Arc::new(MemoryLog::default()), harness::hub(4, 4));
        let commit = |seq| harness::commit(&log, &hub, seq, true);
        (1..=6).for_each(commit);
        let source = harness::source(log.clone(), hub.clone());
        let mut stream = harness::open(source, News, start).await;
        let mut text = String::new();
        let mut hear = async || {
            let bytes = stream.next().await.unwrap();
            text.push_str(std::str::from_utf8(&bytes).unwrap());
        };
        // What it begins with, and that nothing was missed.
        hear().await;
        hear().await;
        (7..=9).for_each(commit);
        hear().await;
        let told: Vec<_> = harness::blocks(&text).collect();
        let events = told.iter().filter(|block| matches!(block, Block::Event(_)));
        assert_eq!(events.collect::<Vec<_>>(), [&Block::Event(9)]);
        assert_eq!(told.contains(&Block::Reset), start == Start::Reset);
    }
}
