//! What goes on while the page waits for something.

use leptos::task::spawn_local;
use std::pin::Pin;

/// Runs a task to its end, for as long as the page lives.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    spawn_local(task);
}
