//! What a page that holds a stream passes on to the sister pages that listen to it.

use super::{channel::Channel, feed::Told, heard::Message, link::Link, watchdog::Watchdog};
use delivery::Cursor;
use futures::{FutureExt, StreamExt, channel::mpsc, select};
use serde::{Deserialize, Serialize};
use std::{
    cell::{Cell, RefCell},
    collections::HashSet,
    rc::Rc,
};

#[derive(Serialize, Deserialize)]
enum Word {
    /// That page listens.
    Listen(u64),
    /// That page does not listen any more.
    Leave(u64),
    /// What the page passes on that holds the stream.
    Tell(Relayed),
}

/// What listening pages are told.
#[derive(Serialize, Deserialize)]
pub(super) enum Relayed {
    /// How the connection is, and up to where the page knows the log.
    Standing { link: Link, cursor: Option<Cursor> },
    /// An event.
    Message(Message),
}

/// What a page knows, for those that listen to it.
#[derive(Clone)]
pub(super) struct Standing {
    pub(super) link: Rc<Cell<Link>>,
    pub(super) cursor: Rc<dyn Fn() -> Option<Cursor>>,
}

impl Standing {
    fn tell(&self) -> Word {
        Word::Tell(Relayed::Standing {
            link: self.link.get(),
            cursor: (self.cursor)(),
        })
    }
}

/// The end of the page that holds the stream.
pub(super) struct Relay {
    channel: Channel,
    standing: Standing,
    /// One that died without a word stays, and costs a message nobody hears.
    listeners: Rc<RefCell<HashSet<u64>>>,
}

impl Relay {
    /// Opens a relay under that name.
    pub(super) fn open(name: &str, standing: Standing) -> Option<Self> {
        let listeners = Rc::<RefCell<HashSet<u64>>>::default();
        let hear = {
            let (standing, listeners) = (standing.clone(), listeners.clone());
            move |word| match word {
                Word::Listen(page) => {
                    listeners.borrow_mut().insert(page);
                    Some(standing.tell())
                }
                Word::Leave(page) => {
                    listeners.borrow_mut().remove(&page);
                    None
                }
                Word::Tell(_) => None,
            }
        };
        Some(Self {
            channel: Channel::open(name, hear)?,
            standing,
            listeners,
        })
    }

    /// Passes on what the page is told, if anybody listens.
    pub(super) fn pass_on(&self, told: &Told) {
        if self.listeners.borrow().is_empty() {
            return;
        }
        self.channel.say(&match told {
            Told::Link(_) => self.standing.tell(),
            Told::Message(message) => Word::Tell(Relayed::Message(message.clone())),
        });
    }
}

/// The end of a page that listens. Dropping it says that it does not any more.
pub(super) struct Sister {
    channel: Channel,
    page: u64,
    told: mpsc::UnboundedReceiver<Relayed>,
    watchdog: Watchdog,
}

impl Sister {
    /// Listens, as that page, to the relay of that name.
    pub(super) fn listen_to(name: &str, page: u64) -> Option<Self> {
        let (sender, told) = mpsc::unbounded();
        let hear = move |word| {
            if let Word::Tell(relayed) = word {
                let _ = sender.unbounded_send(relayed);
            }
            None
        };
        let channel = Channel::open(name, hear)?;
        channel.say(&Word::Listen(page));
        Some(Self {
            channel,
            page,
            told,
            watchdog: Watchdog::new(),
        })
    }

    /// Something will be heard that often, in milliseconds.
    pub(super) fn expect_every(&mut self, heartbeat: u32) {
        self.watchdog.expect_every(heartbeat);
    }

    /// What is passed on next; `None` if the other page fell silent.
    pub(super) async fn next(&mut self) -> Option<Relayed> {
        loop {
            select! {
                relayed = self.told.next() => {
                    self.watchdog.heard();
                    return relayed;
                }
                is_silent = self.watchdog.look().fuse() => if is_silent {
                    return None;
                },
            }
        }
    }
}

impl Drop for Sister {
    fn drop(&mut self) {
        self.channel.say(&Word::Leave(self.page));
    }
}
