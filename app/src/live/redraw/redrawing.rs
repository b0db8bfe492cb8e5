//! When the page is drawn once more.

#[cfg(feature = "hydrate")]
use super::page::redraw;
#[cfg(not(feature = "hydrate"))]
use super::ssr::redraw;
use gloo_timers::future::sleep;
use leptos::{prelude::*, task::spawn_local};
use std::time::Duration;

/// How long it is waited for more before the page is drawn again.
const GATHERED: Duration = Duration::from_millis(300);

/// Draws the page once at a time, however often it is asked for.
#[derive(Debug, Default, Clone, Copy)]
pub struct Redrawing {
    /// How often it was asked for.
    requests: StoredValue<u64>,
    is_drawing: StoredValue<bool>,
}

impl Redrawing {
    /// Asks for another drawing: what has happened until now is in it.
    pub fn request(self) {
        self.requests.update_value(|requests| *requests += 1);
        if !self.is_drawing.get_value() {
            self.is_drawing.set_value(true);
            spawn_local(self.draw());
        }
    }

    async fn draw(self) {
        loop {
            sleep(GATHERED).await;
            let drawn = self.requests.get_value();
            redraw().await;
            if self.requests.get_value() == drawn {
                break;
            }
        }
        self.is_drawing.set_value(false);
    }
}
