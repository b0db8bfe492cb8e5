//! The browser's end.

use super::{
    context::ConnectionContext,
    page_events::{self, PageEvent},
    preflight::{self, Refusal},
    tab_session::{self, SessionEnd},
};
use crate::{
    erased::spawn,
    live::{
        state::ConnectionState,
        update::{StreamTarget, Update},
    },
};
use delivery::Cursor;
use futures::{FutureExt, StreamExt, channel::mpsc, select};
use gloo_timers::future::sleep;
use js_sys::{Date, Math, Reflect};
use leptos::prelude::window;
use std::{ops::ControlFlow, rc::Rc, time::Duration};

/// Keeps a stream open for as long as the page lives. `cursor` says what the page
/// knows; `tell` takes what happens, in the order sent, and must not wait.
pub fn open(
    target: StreamTarget,
    cursor: impl Fn() -> Option<Cursor> + 'static,
    tell: impl Fn(Update) -> ControlFlow<()> + 'static,
) {
    if !Reflect::has(&window(), &"EventSource".into()).unwrap_or(false) {
        let _ = tell(Update::State(ConnectionState::Unsupported));
        return;
    }
    let (sender, page_events) = mpsc::unbounded();
    page_events::listen(sender);
    let context = ConnectionContext::new(target, Rc::new(cursor), Box::new(tell), page_events);
    spawn(keep_open(context));
}

async fn keep_open(mut context: ConnectionContext) {
    loop {
        match tab_session::run(&mut context).await {
            SessionEnd::Final(state) => return context.set_state(state),
            SessionEnd::Left => wait_for_return(&mut context).await,
            SessionEnd::LeaderLost => {}
            SessionEnd::Lost => {
                context.set_lost(0, false);
                match preflight::ask(&context.url()).await {
                    Some(Refusal::SignedOut) => {
                        return context.set_state(ConnectionState::SignedOut);
                    }
                    Some(Refusal::Over) => return context.set_state(ConnectionState::Over),
                    Some(Refusal::Full { retry_after }) => {
                        context.backoff.asked(retry_after.saturating_mul(1000));
                        pause(&mut context, true).await;
                    }
                    Some(Refusal::Gone) | None => pause(&mut context, false).await,
                }
            }
        }
    }
}

async fn wait_for_return(context: &mut ConnectionContext) {
    // A page that may be kept for the way back must have no channel open.
    context.peers = None;
    while context.page_events.next().await != Some(PageEvent::Return) {}
}

/// Waits until it is time to try again, and says how long that is.
async fn pause(context: &mut ConnectionContext, is_full: bool) {
    let until = Date::now() + f64::from(context.backoff.next(Math::random()));
    loop {
        let left = until - Date::now();
        if left <= 0.0 {
            break;
        }
        context.set_lost((left / 1000.0).ceil() as u32, is_full);
        let mut step = sleep(Duration::from_millis(left.min(1000.0) as u64)).fuse();
        select! {
            () = step => {}
            event = context.page_events.next() => match event {
                Some(PageEvent::Leave) => return wait_for_return(context).await,
                Some(PageEvent::Wake) => break,
                Some(PageEvent::Return | PageEvent::Hide) | None => {}
            },
        }
    }
    context.set_lost(0, is_full);
}
