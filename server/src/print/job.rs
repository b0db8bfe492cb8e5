//! The work: one event after the other, each worked off before the next is looked at. So
//! tickets come in the order of the log, and a printer that can't print holds all up.

use super::{
    error::{CallError, PrintError},
    event_stream::Block,
    follow::Follower,
    outage::Outages,
    printer::{Printer, Trouble},
    shop::ShopClient,
    state::State,
    ticket::{Look, ticket},
    words::words,
};
use crate::config::{Print, PrinterAddress, When};
use delivery::{Control, Cursor, control::ControlKind};
use domain::{
    events::{Event, EventKind},
    orders::{Order, OrderStatus},
};
use std::{ops::ControlFlow, sync::Arc, time::Duration};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// Whether there is more to do; `Break` when somebody wants the program to end.
type Step = Result<ControlFlow<()>, PrintError>;

const GO_ON: Step = Ok(ControlFlow::Continue(()));
const END: Step = Ok(ControlFlow::Break(()));

/// What is printed, and where.
pub(super) struct Job {
    shop: Arc<ShopClient>,
    follower: Follower,
    printer: PrinterAddress,
    outages: Outages,
    state: State,
    look: Look,
    when: When,
    retry: Duration,
    ending: CancellationToken,
}

impl Job {
    /// The job of those options, until `ending` is cancelled.
    ///
    /// # Errors
    /// What was printed can't be read, or written.
    pub(super) fn new(options: Print, ending: CancellationToken) -> Result<Self, PrintError> {
        let shop = Arc::new(ShopClient::new(&options).map_err(PrintError::Client)?);
        Ok(Self {
            follower: Follower::new(shop.clone()),
            shop,
            printer: options.printer,
            outages: Outages::new(words(options.language)),
            state: State::open(options.state)?,
            look: Look {
                width: options.width,
                language: options.language,
            },
            when: options.when,
            retry: options.retry,
            ending,
        })
    }

    /// Works until it is to end.
    ///
    /// # Errors
    /// See [`PrintError`].
    pub(super) async fn work(mut self) -> Result<(), PrintError> {
        tracing::info!(printer = %self.printer, "orders are printed");
        loop {
            let block = tokio::select! {
                block = self.follower.next(self.state.cursor()) => block,
                () = self.ending.cancelled() => return Ok(()),
            };
            let block = match block {
                Ok(block) => block,
                Err(CallError::Refused(error)) => return Err(error),
                Err(_) => continue,
            };
            self.outages.settle(&self.shop).await;
            if self.take(block).await?.is_break() {
                return Ok(());
            }
        }
    }

    /// Works a block off, and notes that.
    async fn take(&mut self, block: Block) -> Step {
        let data = block.data.as_deref().unwrap_or_default();
        if let Some(head) = head_of(&block.name, data) {
            let is_reset = block.name == ControlKind::Reset.as_str();
            if is_reset && self.catch_up().await?.is_break() {
                return END;
            }
            // Who begins prints what comes from now on.
            if is_reset || self.state.cursor().is_none() {
                self.state.move_on(&head.to_string())?;
            }
        }
        if let Some(order) = self.due(&block.name, data)
            && self.print(&order).await?.is_break()
        {
            return END;
        }
        if let Some(id) = block.id.filter(|id| !id.is_empty()) {
            self.state.move_on(&id)?;
        }
        GO_ON
    }

    /// The order that an event says has to be printed now.
    fn due(&self, name: &str, data: &str) -> Option<Order<String>> {
        let kind: EventKind = name.parse().ok()?;
        let event = match (kind, self.when) {
            (EventKind::Order, When::New) | (EventKind::Change, When::Accepted) => {
                Event::decode(kind, data)
            }
            _ => return None,
        };
        let order = match event {
            Ok(Event::Order(order)) => *order,
            Ok(Event::Change(change)) if change.to == OrderStatus::Accepted => change.order,
            Ok(_) => return None,
            Err(error) => {
                tracing::error!(%error, "an order can't be read: is this program too old?");
                return None;
            }
        };
        Some(order.in_language(self.look.language))
    }

    /// The log does not go on from where it was heard: prints the orders that are open and
    /// were not printed.
    async fn catch_up(&mut self) -> Step {
        tracing::warn!("the log does not go on where it was left: all open orders are looked at");
        let orders = loop {
            let found = tokio::select! {
                found = self.shop.open_orders(self.when) => found,
                () = self.ending.cancelled() => return END,
            };
            match found {
                Ok(orders) => break orders,
                Err(CallError::Refused(error)) => return Err(error),
                Err(error) => tracing::warn!(%error, "the open orders can't be read"),
            }
            if self.pause().await.is_break() {
                return END;
            }
        };
        for order in orders {
            if self.print(&order).await?.is_break() {
                return END;
            }
        }
        GO_ON
    }

    /// Prints an order that was not printed yet, however long that takes.
    async fn print(&mut self, order: &Order<String>) -> Step {
        if self.state.is_printed(order) {
            return GO_ON;
        }
        loop {
            match self.attempt(order).await? {
                Ok(()) => {
                    tracing::info!(order = %order.id, number = order.number, "printed");
                    self.outages.end(&self.shop).await;
                    return GO_ON;
                }
                Err(trouble) => self.outages.go_on(&trouble, &self.shop).await,
            }
            if self.pause().await.is_break() {
                return END;
            }
        }
    }

    /// Tries to print. From before the first byte until the last, the file says that the
    /// ticket may be on paper.
    async fn attempt(&mut self, order: &Order<String>) -> Result<Result<(), Trouble>, PrintError> {
        let printer = match Printer::open(&self.printer).await {
            Ok(printer) => printer,
            Err(trouble) => return Ok(Err(trouble)),
        };
        let may_be_copy = self.state.is_begun(order);
        self.state.begin(order)?;
        let printed = printer.print(&ticket(order, self.look, may_be_copy)).await;
        if printed.is_ok() {
            self.state.done(order)?;
        }
        Ok(printed)
    }

    async fn pause(&self) -> ControlFlow<()> {
        tokio::select! {
            () = sleep(self.retry) => ControlFlow::Continue(()),
            () = self.ending.cancelled() => ControlFlow::Break(()),
        }
    }
}

/// The newest event of the log, where the stream says from where it goes on.
fn head_of(name: &str, data: &str) -> Option<Cursor> {
    let kind: ControlKind = name.parse().ok()?;
    match Control::decode(kind, data).ok()? {
        Control::Hello(hello) => Some(hello.head),
        Control::Reset(reset) => Some(reset.head),
        _ => None,
    }
}
