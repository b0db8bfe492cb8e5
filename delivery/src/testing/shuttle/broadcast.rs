//! tokio's channel, with a step of the model before each call. A call itself is
//! one step: tokio checks what happens within.

pub(crate) use tokio::sync::broadcast::error;

use error::{RecvError, SendError, TryRecvError};
use std::time::Duration;
use tokio::sync::broadcast;

/// Lets the others go on, or not.
fn step() {
    shuttle::thread::sleep(Duration::ZERO);
}

pub(crate) struct Sender<T>(broadcast::Sender<T>);

impl<T: Clone> Sender<T> {
    pub(crate) fn new(capacity: usize) -> Self {
        Self(broadcast::Sender::new(capacity))
    }

    pub(crate) fn send(&self, value: T) -> Result<usize, SendError<T>> {
        step();
        self.0.send(value)
    }

    pub(crate) fn subscribe(&self) -> Receiver<T> {
        step();
        Receiver(self.0.subscribe())
    }

    pub(crate) fn receiver_count(&self) -> usize {
        step();
        self.0.receiver_count()
    }
}

pub struct Receiver<T>(broadcast::Receiver<T>);

impl<T: Clone> Receiver<T> {
    pub(crate) async fn recv(&mut self) -> Result<T, RecvError> {
        step();
        self.0.recv().await
    }

    pub(crate) fn is_empty(&self) -> bool {
        step();
        self.0.is_empty()
    }

    pub(crate) fn try_recv(&mut self) -> Result<T, TryRecvError> {
        step();
        self.0.try_recv()
    }
}
