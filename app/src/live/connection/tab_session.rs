//! One try of a connection. A page begins with a stream of its own. Where that is one
//! too many for the browser, the page follows another one, its leader, and closes its
//! own stream as soon as nothing is missed by that.

use super::{
    context::ConnectionContext,
    leader::{Leader, silence},
    page_events::PageEvent,
    stream::Stream,
};
use crate::live::{
    event::{RawEvent, StreamEvent},
    state::ConnectionState,
    tabs::{
        peers::{PeerEvent, Peers},
        relay::News,
    },
    update::Update,
};
use delivery::{
    Control,
    control::{Hello, Over},
};
use futures::{FutureExt, StreamExt, future::pending, select};
use std::ops::ControlFlow::{self, Break, Continue};

/// Why a try is over.
pub(super) enum SessionEnd {
    /// The stream broke, fell silent, or could not be opened.
    Lost,
    /// The page goes away, or may.
    Left,
    /// The leader holds no stream any more.
    LeaderLost,
    /// Nothing will follow, and that is the state for good.
    Final(ConnectionState),
}

struct TabSession<'a> {
    context: &'a mut ConnectionContext,
    /// The page's own stream; `None` while it follows its leader alone.
    own: Option<Stream>,
    leader: Option<Leader>,
}

/// Opens a stream, and passes its events on until there are no more.
pub(super) async fn run(context: &mut ConnectionContext) -> SessionEnd {
    let Some(stream) = Stream::open(&context.url()) else {
        return SessionEnd::Lost;
    };
    context.announce();
    let mut session = TabSession {
        context,
        own: Some(stream),
        leader: None,
    };
    loop {
        if let Break(end) = session.step().await {
            return end;
        }
    }
}

impl TabSession<'_> {
    /// Waits for one thing, and deals with it.
    async fn step(&mut self) -> ControlFlow<SessionEnd> {
        select! {
            events = next_event(&mut self.own).fuse() => self.on_stream(events)?,
            event = next_of_peers(&mut self.context.peers).fuse() => self.on_peers(event)?,
            event = self.context.page_events.next() => match event {
                Some(PageEvent::Leave) => return Break(self.leave()),
                Some(PageEvent::Return | PageEvent::Wake | PageEvent::Hide) | None => {}
            },
            () = silence(&mut self.leader).fuse() => {
                if self.own.is_none() {
                    self.context.set_lost(0, false);
                }
                self.leader_lost()?;
            }
        }
        self.change_over();
        Continue(())
    }

    /// Events came on the page's own stream, or it ended.
    fn on_stream(
        &mut self,
        events: Option<Vec<(RawEvent, StreamEvent)>>,
    ) -> ControlFlow<SessionEnd> {
        let Some(events) = events else {
            return Break(SessionEnd::Lost);
        };
        for (raw, event) in events {
            match &event {
                StreamEvent::Control(Control::Hello(hello)) => self.opened(hello),
                StreamEvent::Control(Control::Over(over)) => self.ended_by_server(over),
                StreamEvent::Control(Control::Tick(_)) => {
                    if let Some(peers) = &self.context.peers {
                        peers.tick();
                    }
                }
                StreamEvent::Control(Control::Reset(_) | Control::Presence(_))
                | StreamEvent::Log(..) => {}
            }
            if let Some(peers) = &self.context.peers {
                peers.relay(News::Event(raw));
            }
            if self.context.tell(event).is_break() {
                return Break(SessionEnd::Final(ConnectionState::Over));
            }
        }
        Continue(())
    }

    fn opened(&mut self, hello: &Hello) {
        self.context.backoff.succeeded();
        self.context.set_state(ConnectionState::Live);
        if let Some(peers) = &self.context.peers {
            peers.stream_opened(hello.stream.clone());
        }
    }

    /// An administrator ended this stream: the page waits for as long as it was asked
    /// to. Its followers need not wait with it, and it follows nobody meanwhile.
    fn ended_by_server(&mut self, over: &Over) {
        self.context.backoff.asked(over.retry);
        self.leader = None;
        if let Some(peers) = &self.context.peers {
            peers.close();
        }
    }

    /// Another page said something.
    fn on_peers(&mut self, event: PeerEvent) -> ControlFlow<SessionEnd> {
        match event {
            PeerEvent::Follow(page) => self.leader = Some(Leader::new(page)),
            PeerEvent::LeaderGone => self.leader_lost()?,
            PeerEvent::Relayed(page, news) => self.on_leader(page, news)?,
        }
        Continue(())
    }

    /// The leader passed something on. While the page has a stream of its own, its
    /// events come from there; of the leader it only notes up to where that one is.
    fn on_leader(&mut self, page: u64, news: News) -> ControlFlow<SessionEnd> {
        let Some(leader) = self.leader.as_mut().filter(|leader| leader.page == page) else {
            return Continue(());
        };
        match leader.receive(news) {
            Some(Update::State(state)) if self.own.is_none() => {
                if state.is_final() {
                    return Break(SessionEnd::Final(state));
                }
                self.context.set_state(state);
            }
            Some(Update::Event(event)) => {
                if let StreamEvent::Control(Control::Tick(_)) = event
                    && let Some(peers) = &self.context.peers
                {
                    peers.answer_tick();
                }
                if self.own.is_none() {
                    // Only a page with a stream of its own ends by an event.
                    let _ = self.context.tell(event);
                }
            }
            Some(Update::State(_)) | None => {}
        }
        Continue(())
    }

    /// There is no leader any more: the page's own stream has to do, if it is still
    /// open.
    fn leader_lost(&mut self) -> ControlFlow<SessionEnd> {
        self.leader = None;
        if self.own.is_none() {
            return Break(SessionEnd::LeaderLost);
        }
        self.context.announce();
        Continue(())
    }

    /// Closes the page's own stream once it has delivered all that the leader knows: what
    /// follows comes from the leader.
    fn change_over(&mut self) {
        let (Some(own), Some(leader)) = (&self.own, &mut self.leader) else {
            return;
        };
        if leader.is_of_use() && own.watermark().covers(leader.watermark) {
            if let Some(hello) = own.hello() {
                leader.expect_every(hello.heartbeat);
            }
            let state = leader.state;
            self.own = None;
            self.context.set_state(state);
        }
    }

    /// The page goes away, or may.
    fn leave(&mut self) -> SessionEnd {
        if let Some(own) = self.own.take() {
            let hello = own.hello().cloned();
            // Closed first: a request may be the last thing that the page does.
            drop(own);
            if let Some(hello) = hello {
                self.context.report_closed(&hello.stream);
            }
        }
        SessionEnd::Left
    }
}

async fn next_event(own: &mut Option<Stream>) -> Option<Vec<(RawEvent, StreamEvent)>> {
    match own {
        Some(stream) => stream.next().await,
        None => pending().await,
    }
}

async fn next_of_peers(peers: &mut Option<Peers>) -> PeerEvent {
    let event = match peers {
        Some(peers) => peers.next().await,
        None => None,
    };
    match event {
        Some(event) => event,
        None => pending().await,
    }
}
