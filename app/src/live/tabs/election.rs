//! Which of a browser's pages hold a stream, and which page each of the others
//! follows.
//!
//! Over HTTP/1.1 a browser opens six connections to a host, for all of its pages
//! together, and a stream takes one for as long as it lasts. So the eldest
//! [`MAX_STREAMS`] pages hold a stream, and each younger one follows the eldest of the
//! same user: its leader. A page that opens a stream says so, and all that hold one
//! answer. Nobody waits for the answers: a page that learns of enough elder ones gives
//! its stream up.

use serde::{Deserialize, Serialize};

/// How many pages of a browser hold a stream: two connections stay free for
/// whatever else the pages load.
pub const MAX_STREAMS: usize = 4;

/// How many ticks a follower may leave unanswered until it is taken for gone.
const MAX_UNANSWERED: u8 = 2;

/// A page that holds a stream. They are ordered by age, the eldest first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Holder {
    /// Since when, in milliseconds by the browser's clock; 0 for a page that
    /// can't follow another.
    since: u64,
    /// The page, by a number of its own.
    page: u64,
    /// Whose page it is; a page of nobody has no followers.
    user: Option<String>,
}

/// What the pages say to each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Word {
    /// A page opens a stream, and asks who else holds one.
    Opened(Holder),
    /// The answer: this one does.
    Holds(Holder),
    /// A page holds no stream, and follows none.
    Closed(u64),
    /// A page, the first, holds no stream, and follows another, the second. Said again
    /// with each tick.
    Follows(u64, u64),
}

/// What there is to do about a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reaction {
    /// To say this.
    Say(Word),
    /// To say [`Word::Follows`], and to follow that page from now on.
    Follow(u64),
    /// To open a stream: the leader holds none any more.
    LeaderGone,
}

/// What a page knows of the others, and what it is itself.
#[derive(Debug)]
pub struct Election {
    page: u64,
    user: Option<String>,
    role: Role,
    others: Vec<Holder>,
    followers: Vec<Follower>,
}

#[derive(Debug)]
enum Role {
    /// Not known to any other page.
    Away,
    Holder(Holder),
    /// Follows that page.
    Follower(u64),
}

#[derive(Debug)]
struct Follower {
    page: u64,
    /// How many ticks it has not answered.
    unanswered: u8,
}

impl Election {
    /// A page that holds no stream yet. `page` is a random number; pages of a
    /// user share their streams.
    pub fn new(page: u64, user: Option<String>) -> Self {
        Self {
            page,
            user,
            role: Role::Away,
            others: Vec::new(),
            followers: Vec::new(),
        }
    }

    /// The page opens a stream: what to say. One that never gave its stream up keeps
    /// its age. `now` is in milliseconds.
    pub fn open(&mut self, now: u64) -> Word {
        let holder = match &self.role {
            Role::Holder(holder) => holder.clone(),
            Role::Away | Role::Follower(_) => Holder {
                since: if self.user.is_some() { now } else { 0 },
                page: self.page,
                user: self.user.clone(),
            },
        };
        // Some may have died without a word. Who lives answers.
        self.others.clear();
        self.role = Role::Holder(holder.clone());
        Word::Opened(holder)
    }

    /// The page gives its stream up: what to say.
    pub fn close(&mut self) -> Word {
        self.role = Role::Away;
        self.followers.clear();
        Word::Closed(self.page)
    }

    /// Takes in what another page says.
    pub fn receive(&mut self, word: Word) -> Option<Reaction> {
        match word {
            Word::Opened(holder) => {
                self.followers.retain(|other| other.page != holder.page);
                self.note(holder);
                self.give_up().or_else(|| match &self.role {
                    Role::Holder(holder) => Some(Reaction::Say(Word::Holds(holder.clone()))),
                    Role::Away | Role::Follower(_) => None,
                })
            }
            Word::Holds(holder) => {
                self.note(holder);
                self.give_up()
            }
            Word::Closed(page) => {
                self.followers.retain(|other| other.page != page);
                self.forget(page)
            }
            Word::Follows(page, leader) => {
                if leader == self.page && matches!(self.role, Role::Holder(_)) {
                    self.followers.retain(|other| other.page != page);
                    let unanswered = 0;
                    self.followers.push(Follower { page, unanswered });
                }
                self.forget(page)
            }
        }
    }

    fn note(&mut self, holder: Holder) {
        self.others.retain(|other| other.page != holder.page);
        self.others.push(holder);
    }

    /// That page holds no stream.
    fn forget(&mut self, page: u64) -> Option<Reaction> {
        self.others.retain(|other| other.page != page);
        self.is_follower_of(page).then_some(Reaction::LeaderGone)
    }

    /// Gives up a stream that is one too many, if there is anybody to follow.
    fn give_up(&mut self) -> Option<Reaction> {
        let Role::Holder(own) = &self.role else {
            return None;
        };
        let elder = self.others.iter().filter(|other| *other < own);
        if elder.clone().count() < MAX_STREAMS {
            return None;
        }
        let of_user = elder.filter(|elder| elder.user.is_some() && elder.user == own.user);
        let leader = of_user.min()?.page;
        self.role = Role::Follower(leader);
        self.followers.clear();
        Some(Reaction::Follow(leader))
    }

    /// Whether the page follows that one.
    pub fn is_follower_of(&self, page: u64) -> bool {
        matches!(self.role, Role::Follower(leader) if leader == page)
    }

    /// The leader passed a tick on: what to answer, so that it goes on counting the
    /// page.
    pub fn answer_tick(&self) -> Option<Word> {
        match self.role {
            Role::Follower(leader) => Some(Word::Follows(self.page, leader)),
            Role::Away | Role::Holder(_) => None,
        }
    }

    /// The page passes a tick on: its followers answer.
    pub fn tick(&mut self) {
        for follower in &mut self.followers {
            follower.unanswered = follower.unanswered.saturating_add(1);
        }
    }

    /// Whether anybody may follow. A page that died without a word stays, since one
    /// that was only stopped would otherwise miss something.
    pub fn has_followers(&self) -> bool {
        !self.followers.is_empty()
    }

    /// How many pages listen to the page's stream.
    pub fn pages(&self) -> u32 {
        let followers = self.followers.iter();
        let present = followers.filter(|follower| follower.unanswered <= MAX_UNANSWERED);
        present.fold(1, |count, _| count + 1)
    }
}

#[cfg(test)]
#[path = "election_tests.rs"]
mod tests;
