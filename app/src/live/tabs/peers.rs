//! A page among the others of the browser.

use super::{
    channel::{Channel, Speaker},
    election::{Election, Reaction, Word},
    page_count::PageCount,
    relay::{News, PageStatus, Relayed},
};
use futures::{FutureExt, StreamExt, channel::mpsc};
use js_sys::{Date, Math};
use leptos::prelude::window;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::PerformanceResourceTiming;

/// Where all pages of an origin say who holds a stream. Nothing of a user's is said
/// there; what leaders pass on goes over a channel of each user.
const CHANNEL: &str = "orderbell";

/// What the other pages ask of this one's connection.
pub(crate) enum PeerEvent {
    /// There are too many streams: follow that page.
    Follow(u64),
    /// The page that is followed holds no stream any more.
    LeaderGone,
    /// The page that is followed passes something on.
    Relayed(u64, News),
}

/// The page's end of all that is said. Dropping it tells the others that the page is
/// gone.
pub(crate) struct Peers {
    page: u64,
    shared: Rc<RefCell<Shared>>,
    status: PageStatus,
    inbox: mpsc::UnboundedReceiver<PeerEvent>,
    everybody: Speaker,
    followers: Option<Speaker>,
    // Closed when dropped.
    _channels: (Channel, Option<Channel>),
}

/// What is changed by what others say, too.
struct Shared {
    election: Election,
    /// How many pages listen to the page's stream; `None` while it has none.
    page_count: Option<PageCount>,
}

impl Shared {
    fn count_pages(&mut self) {
        if let Some(count) = &mut self.page_count {
            count.set(self.election.pages());
        }
    }
}

impl Peers {
    /// Joins the others; `None` where pages need not share streams, or can't.
    pub(crate) fn join(user: Option<&str>, status: PageStatus) -> Option<Self> {
        if is_multiplexed() {
            return None;
        }
        let page = (Math::random() * 2_f64.powi(53)) as u64;
        let shared = Rc::new(RefCell::new(Shared {
            election: Election::new(page, user.map(str::to_owned)),
            page_count: None,
        }));
        let (sender, inbox) = mpsc::unbounded();
        let mut everybody = Channel::open(CHANNEL)?;
        let mut of_user = user.and_then(|user| Channel::open(&format!("{CHANNEL} {user}")));
        if let Some(channel) = &mut of_user {
            let (shared, sender) = (shared.clone(), sender.clone());
            channel.listen(move |(leader, news): Relayed, _| {
                if shared.borrow().election.is_follower_of(leader) {
                    let _ = sender.unbounded_send(PeerEvent::Relayed(leader, news));
                }
            });
        }
        let followers = of_user.as_ref().map(Channel::speaker);
        everybody.listen({
            let (shared, status) = (shared.clone(), status.clone());
            let welcome = of_user.as_ref().map(Channel::speaker);
            move |word: Word, everybody| {
                let mut shared = shared.borrow_mut();
                let before = shared.election.pages();
                let reaction = shared.election.receive(word);
                shared.count_pages();
                // A new follower learns first how things are.
                let is_new = shared.election.pages() > before;
                if let Some(followers) = welcome.as_ref().filter(|_| is_new) {
                    followers.say(&(page, status.news()));
                }
                match reaction {
                    Some(Reaction::Say(word)) => everybody.say(&word),
                    Some(Reaction::Follow(leader)) => {
                        everybody.say(&Word::Follows(page, leader));
                        let _ = sender.unbounded_send(PeerEvent::Follow(leader));
                    }
                    Some(Reaction::LeaderGone) => {
                        let _ = sender.unbounded_send(PeerEvent::LeaderGone);
                    }
                    None => {}
                }
            }
        });
        Some(Self {
            page,
            shared,
            status,
            inbox,
            everybody: everybody.speaker(),
            followers,
            _channels: (everybody, of_user),
        })
    }

    /// The page opens a stream, or keeps the one that it has.
    pub(crate) fn open(&mut self) {
        // What was asked of an earlier stream is asked again, if it is still so.
        while let Some(Some(_)) = self.inbox.next().now_or_never() {}
        let word = self.shared.borrow_mut().election.open(Date::now() as u64);
        self.everybody.say(&word);
    }

    /// The page's stream said its name: the server is told how many pages listen to it.
    pub(crate) fn stream_opened(&self, name: String) {
        let mut shared = self.shared.borrow_mut();
        shared.page_count = Some(PageCount::new(name));
        shared.count_pages();
    }

    /// The page gives its stream up for now: its followers have to open their own.
    pub(crate) fn close(&self) {
        let mut shared = self.shared.borrow_mut();
        shared.page_count = None;
        let word = shared.election.close();
        self.everybody.say(&word);
    }

    /// What the others ask next.
    pub(crate) async fn next(&mut self) -> Option<PeerEvent> {
        self.inbox.next().await
    }

    /// Tells the followers how the connection is.
    pub(crate) fn relay_state(&self) {
        self.relay(self.status.news());
    }

    /// Passes something on to the followers, if there are any.
    pub(crate) fn relay(&self, news: News) {
        if let Some(followers) = &self.followers
            && self.shared.borrow().election.has_followers()
        {
            followers.say(&(self.page, news));
        }
    }

    /// The page's stream ticked: its followers have to say that they are there.
    pub(crate) fn tick(&self) {
        let mut shared = self.shared.borrow_mut();
        shared.election.tick();
        shared.count_pages();
    }

    /// The leader passed a tick on: says that the page is there.
    pub(crate) fn answer_tick(&self) {
        if let Some(word) = self.shared.borrow().election.answer_tick() {
            self.everybody.say(&word);
        }
    }
}

impl Drop for Peers {
    fn drop(&mut self) {
        self.close();
    }
}

/// Whether the page came by HTTP/2 or 3, where any number of streams goes over one
/// connection.
fn is_multiplexed() -> bool {
    let entries = window()
        .performance()
        .map(|performance| performance.get_entries_by_type("navigation"));
    let page = entries.and_then(|entries| entries.get(0).dyn_into().ok());
    page.is_some_and(|page: PerformanceResourceTiming| {
        matches!(page.next_hop_protocol().as_str(), "h2" | "h3")
    })
}
