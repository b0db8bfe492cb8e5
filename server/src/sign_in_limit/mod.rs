//! Slows down whoever guesses passwords. A subnet that guesses is refused, for longer
//! each time; a name that is guessed at from everywhere only gets slower, so that
//! nobody can lock its owner out.

mod counts;
mod guesses;

use async_trait::async_trait;
use delivery::subnet;
use domain::{
    ports::{SignInLimit, SignInTry},
    users::TooManySignIns,
};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use guesses::{DELAY, Guesses, REFUSAL, Subnet};
use parking_lot::Mutex;
use std::{
    array,
    hash::{BuildHasher, RandomState},
    net::IpAddr,
    num::NonZeroU32,
    time::{Duration, Instant},
};
use tokio::{
    sync::{Mutex as AsyncMutex, MutexGuard as AsyncGuard},
    time::sleep,
};

/// How many turns there are: more than there are subnets that sign in at one time.
const TURNS: usize = 64;

/// How many lines a minute the log gets, whoever guesses from wherever.
const LINES: NonZeroU32 = NonZeroU32::MIN.saturating_add(9);

/// What stands in the way of those who guess.
pub(crate) struct SignInBrake {
    guesses: Mutex<Guesses>,
    /// One password from a subnet is tried at a time. Otherwise many that come at once
    /// would all be tried before the first was found to be wrong.
    turns: [AsyncMutex<()>; TURNS],
    /// Which subnets share a turn: nobody can choose with whom.
    by_chance: RandomState,
    lines: DefaultDirectRateLimiter,
}

impl SignInBrake {
    /// Nobody has guessed yet.
    pub(crate) fn new() -> Self {
        Self {
            guesses: Mutex::default(),
            turns: array::from_fn(|_| AsyncMutex::default()),
            by_chance: RandomState::new(),
            lines: RateLimiter::direct(Quota::per_minute(LINES)),
        }
    }

    fn refuse_guessing(&self, from: Subnet) -> Result<(), TooManySignIns> {
        let wait = self.guesses.lock().refusal(from, Instant::now());
        if wait.is_zero() {
            return Ok(());
        }
        Err(TooManySignIns {
            retry_after: whole_seconds(wait),
        })
    }

    async fn turn(&self, from: Subnet) -> AsyncGuard<'_, ()> {
        let chance = self.by_chance.hash_one(from) as usize;
        self.turns[chance % TURNS].lock().await
    }

    /// Tells of guessing, once each time that it makes somebody wait longer; says whether
    /// it did.
    fn tell(&self, from: Subnet, by_subnet: u32, user: Option<&str>, by_name: u32) -> bool {
        let is_slower = user.is_some() && DELAY.grew(by_name);
        if !(REFUSAL.grew(by_subnet) || is_slower) || self.lines.check().is_err() {
            return false;
        }
        tracing::warn!(
            from = from.map(display),
            wrong_from_there = by_subnet,
            refused_seconds = REFUSAL.after(by_subnet).as_secs(),
            user,
            wrong_for_the_user = user.map(|_| by_name),
            "somebody seems to guess passwords; if it is a proxy, name it in --trusted-proxies"
        );
        true
    }
}

/// Seconds that are not less than the time.
fn whole_seconds(time: Duration) -> u32 {
    u32::try_from(time.as_millis().div_ceil(1000)).unwrap_or(u32::MAX)
}

#[async_trait]
impl SignInLimit for SignInBrake {
    async fn admit<'a>(
        &'a self,
        name: &str,
        from: Option<IpAddr>,
    ) -> Result<Box<dyn SignInTry + 'a>, TooManySignIns> {
        let from = from.map(subnet);
        self.refuse_guessing(from)?;
        let delay = self.guesses.lock().delay(name, Instant::now());
        if !delay.is_zero() {
            sleep(delay).await;
        }
        let turn = self.turn(from).await;
        // Those that were tried meanwhile may have been wrong.
        self.refuse_guessing(from)?;
        Ok(Box::new(Admitted {
            brake: self,
            name: name.to_owned(),
            from,
            _turn: turn,
        }))
    }
}

/// A password that is tried now.
struct Admitted<'a> {
    brake: &'a SignInBrake,
    name: String,
    from: Subnet,
    _turn: AsyncGuard<'a, ()>,
}

impl SignInTry for Admitted<'_> {
    fn right(self: Box<Self>) {
        let mut guesses = self.brake.guesses.lock();
        guesses.right(&self.name, self.from, Instant::now());
    }

    fn wrong(self: Box<Self>, user: Option<&str>) -> bool {
        let mut guesses = self.brake.guesses.lock();
        let (by_subnet, by_name) = guesses.wrong(&self.name, self.from, Instant::now());
        drop(guesses);
        self.brake.tell(self.from, by_subnet, user, by_name)
    }
}
