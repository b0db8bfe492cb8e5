//! How a page hears its events: by a stream of its own, or from a sister page
//! that has one.

use super::Owner;
use crate::live::{
    feed::Told,
    heard::{Heard, Message},
    last_heard::LastHeard,
    lifecycle::Wish,
    link::Link,
    reach::Reach,
    relay::{Relayed, Sister},
    sisters::Sisters,
    stream::Stream,
};
use futures::{FutureExt, StreamExt, select};
use js_sys::Date;
use std::ops::ControlFlow::{self, Break, Continue};

/// Why a page hears nothing any more.
pub(super) enum End {
    /// The stream broke, fell silent, or could not be opened.
    Lost,
    /// The page goes away, or may.
    Left,
    /// The sister that was listened to holds no stream any more.
    Deserted,
    /// Everything was said, and what that leaves.
    Last(Link),
}

impl<T: Fn(Told) -> ControlFlow<()>> Owner<T> {
    /// Opens a stream and holds it; where it is one too many, listens to a sister
    /// as soon as nothing is missed by that.
    pub(super) async fn attend(&mut self) -> End {
        let (mut own, page) = match self.hold().await {
            Continue(surplus) => surplus,
            Break(end) => return end,
        };
        let sister = self.sisters.as_mut().and_then(|all| all.listen_to(page));
        let Some(mut sister) = sister else {
            return End::Lost;
        };
        match self.catch_up(&mut own, &mut sister).await {
            Continue(link) => {
                drop(own);
                self.tell_link(link);
                self.listen(sister).await
            }
            Break(end) => end,
        }
    }

    /// Holds one stream, from opening to end, or until it is one too many: then
    /// comes with it who is to be listened to.
    async fn hold(&mut self) -> ControlFlow<End, (Stream, u64)> {
        let Some(mut stream) = Stream::open(&self.url()) else {
            return Break(End::Lost);
        };
        self.open_among_sisters();
        loop {
            select! {
                messages = stream.next().fuse() => self.hear_own(messages)?,
                wish = self.wishes.next() => match wish {
                    Some(Wish::Leave) => {
                        let hello = stream.hello().cloned();
                        drop(stream);
                        self.say_over(hello.as_ref());
                        return Break(End::Left);
                    }
                    Some(Wish::Listen(page)) => return Continue((stream, page)),
                    _ => {}
                },
            }
        }
    }

    /// Holds the stream until it has told all that the sister knows: from then on
    /// the sister tells what follows. Comes with the sister's link.
    async fn catch_up(&mut self, own: &mut Stream, sister: &mut Sister) -> ControlFlow<End, Link> {
        let (mut reach, mut link) = (Reach::default(), Link::default());
        loop {
            select! {
                messages = own.next().fuse() => self.hear_own(messages)?,
                relayed = sister.next().fuse() => match relayed {
                    Some(Relayed::Standing { link: now, cursor }) => {
                        (reach, link) = (Reach::at(cursor), now);
                    }
                    // The page's own stream tells of it, too.
                    Some(Relayed::Message(message)) => reach.hear(&message),
                    None => return Break(End::Deserted),
                },
                wish = self.wishes.next() => self.heed(wish, Some(own))?,
            }
            // Who waits for a while before trying again needs no connection now.
            if !link.is_paused() && own.reach().covers(reach) {
                if let Some(hello) = own.hello() {
                    sister.expect_every(hello.heartbeat);
                }
                return Continue(link);
            }
        }
    }

    /// Hears what a sister passes on, for as long as she does.
    async fn listen(&mut self, mut sister: Sister) -> End {
        loop {
            let heard = select! {
                relayed = sister.next().fuse() => match relayed {
                    Some(relayed) => self.hear_sister(relayed),
                    None => {
                        self.tell_lost(0, false);
                        Break(End::Deserted)
                    }
                },
                wish = self.wishes.next() => self.heed(wish, None),
            };
            if let Break(end) = heard {
                return end;
            }
        }
    }

    /// Tells the other pages that a stream is opened here.
    fn open_among_sisters(&mut self) {
        if self.sisters.is_none() {
            self.sisters = Sisters::join(self.feed.user.clone(), self.sender.clone());
        }
        if let Some(sisters) = &mut self.sisters {
            sisters.open(self.standing.clone());
        }
    }

    /// What somebody wishes of a page that listens, or is about to.
    fn heed(&self, wish: Option<Wish>, own: Option<&Stream>) -> ControlFlow<End> {
        match wish {
            Some(Wish::Leave) => {
                self.say_over(own.and_then(Stream::hello));
                Break(End::Left)
            }
            Some(Wish::TakeOver) => Break(End::Deserted),
            _ => Continue(()),
        }
    }

    fn hear_own(&mut self, messages: Option<Vec<Message>>) -> ControlFlow<End> {
        let Some(messages) = messages else {
            return Break(End::Lost);
        };
        for message in messages {
            match self.note(&message) {
                Some(Heard::Hello(_)) => {
                    self.backoff.succeeded();
                    self.tell_link(Link::Live);
                }
                Some(Heard::Over(over)) => self.backoff.asked(over.retry),
                _ => {}
            }
            if self.tell(Told::Message(message)).is_break() {
                return Break(End::Last(Link::Over));
            }
        }
        Continue(())
    }

    fn hear_sister(&mut self, relayed: Relayed) -> ControlFlow<End> {
        match relayed {
            Relayed::Standing { link, .. } if link.is_final() => Break(End::Last(link)),
            Relayed::Standing { link, .. } => {
                self.tell_link(link);
                Continue(())
            }
            Relayed::Message(message) => {
                self.note(&message);
                // Only a page with a stream of its own ends by what is told.
                let _ = self.tell(Told::Message(message));
                Continue(())
            }
        }
    }

    /// Keeps what the connection itself has to know of an event.
    fn note(&mut self, message: &Message) -> Option<Heard> {
        let now = Date::now();
        if let Some(heard) = &mut self.heard {
            heard.hear(now);
        }
        let heard = match message.name.as_str() {
            "hello" | "tick" | "over" => message.understand()?,
            _ => return None,
        };
        match &heard {
            Heard::Hello(hello) => self.heard = Some(LastHeard::told(hello.time, now)),
            Heard::Tick(tick) => self.heard = Some(LastHeard::told(tick.time, now)),
            _ => {}
        }
        Some(heard)
    }
}
