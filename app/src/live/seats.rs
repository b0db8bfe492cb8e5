//! Which of a browser's pages hold a stream of their own.
//!
//! Over HTTP/1.1 a browser opens six connections to a host, for all of its pages
//! together, and a stream takes one for as long as it lasts. So the eldest
//! [`MOST`] pages hold a stream, and each younger one listens to a sister page: one
//! of the same user. A page that opens a stream says so, and is answered by all
//! that hold one. Nobody waits for the answers: a page that hears of enough elder
//! ones leaves.

use serde::{Deserialize, Serialize};

/// How many pages of a browser hold a stream: two connections stay free for
/// whatever else the pages load.
pub const MOST: usize = 4;

/// A page's place among those that hold a stream; an elder's is less.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Seat {
    /// Since when, in milliseconds by the browser's clock; 0 for a page that
    /// can't listen to a sister.
    since: u64,
    /// The page, by a number of its own.
    page: u64,
    /// Whose page it is; nobody's may be listened to.
    user: Option<String>,
}

/// What the pages say to each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Word {
    /// A page opens a stream, and asks who else holds one.
    Open(Seat),
    /// The answer: this one does.
    Hold(Seat),
    /// A page holds no stream any more.
    Close(u64),
}

/// What there is to do about a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reaction {
    /// To answer it.
    Answer(Word),
    /// To say [`Word::Close`], and listen to that page.
    Listen(u64),
    /// To open a stream: the page that was listened to holds none any more.
    TakeOver,
}

/// A page's knowledge of its sisters.
#[derive(Debug)]
pub struct Seats {
    page: u64,
    user: Option<String>,
    place: Place,
    others: Vec<Seat>,
}

#[derive(Debug)]
enum Place {
    /// Not known to any other page.
    Away,
    Holds(Seat),
    Listens(u64),
}

impl Seats {
    /// A page that holds no stream yet. `page` is a random number; pages of a
    /// user share their streams.
    pub fn new(page: u64, user: Option<String>) -> Self {
        Self {
            page,
            user,
            place: Place::Away,
            others: Vec::new(),
        }
    }

    /// The page opens a stream: what to say. One that never gave its seat up keeps
    /// it. `now` is in milliseconds.
    pub fn open(&mut self, now: u64) -> Word {
        let seat = match &self.place {
            Place::Holds(seat) => seat.clone(),
            Place::Away | Place::Listens(_) => Seat {
                since: if self.user.is_some() { now } else { 0 },
                page: self.page,
                user: self.user.clone(),
            },
        };
        // Some may have died without a word. Who lives answers.
        self.others.clear();
        self.place = Place::Holds(seat.clone());
        Word::Open(seat)
    }

    /// The page goes: what to say.
    pub fn close(&self) -> Word {
        Word::Close(self.page)
    }

    /// Takes in what another page says.
    pub fn hear(&mut self, word: Word) -> Option<Reaction> {
        match word {
            Word::Open(seat) => {
                self.note(seat);
                match (self.leave(), &self.place) {
                    (None, Place::Holds(seat)) => Some(Reaction::Answer(Word::Hold(seat.clone()))),
                    (reaction, _) => reaction,
                }
            }
            Word::Hold(seat) => {
                self.note(seat);
                self.leave()
            }
            Word::Close(page) => {
                self.others.retain(|other| other.page != page);
                matches!(self.place, Place::Listens(to) if to == page).then_some(Reaction::TakeOver)
            }
        }
    }

    fn note(&mut self, seat: Seat) {
        self.others.retain(|other| other.page != seat.page);
        self.others.push(seat);
    }

    /// Leaves a seat that is one too many, if there is anybody to listen to.
    fn leave(&mut self) -> Option<Reaction> {
        let Place::Holds(mine) = &self.place else {
            return None;
        };
        let elders = self.others.iter().filter(|other| *other < mine);
        if elders.clone().count() < MOST {
            return None;
        }
        let sisters = elders.filter(|elder| elder.user.is_some() && elder.user == mine.user);
        let sister = sisters.min()?.page;
        self.place = Place::Listens(sister);
        Some(Reaction::Listen(sister))
    }
}

#[cfg(test)]
#[path = "seats_tests.rs"]
mod tests;
