//! The use cases: what customers and administrators can do. Each asks
//! [`crate::policy`] who may.

mod audit;
mod carts;
mod channels;
mod kitchen;
mod menu;
mod messages;
mod notices;
mod order_list;
mod orders;
mod people;
mod people_error;
mod photos;
mod profile;
mod read_error;
mod sessions;
mod settings;
mod sums;
mod users;

pub use carts::CartNow;
pub use messages::ReceiptsError;
pub use people::InviteLink;
pub use people_error::PeopleError;
pub use read_error::ReadError;
pub use sessions::{SESSION_SECONDS, SignIn, SignedIn};

use crate::{
    clock::ShopClock,
    orders::OrderViewers,
    ports::{
        AlertSender, Limits, NoPhotos, NoSender, NoWebPush, OpenStreams, Photos, Secrets, Store,
        WebPush,
    },
    settings::ShopSettings,
};
use std::{
    sync::{Arc, RwLock},
    time::Duration,
};

/// A shop: everything that can be done in it, over whatever keeps it.
#[derive(Clone)]
pub struct Shop {
    /// What keeps it. Reading needs no rule, so readers go here directly.
    pub store: Arc<dyn Store>,
    /// Its clock.
    pub clock: Arc<dyn ShopClock>,
    secrets: Arc<dyn Secrets>,
    limits: Limits,
    streams: Arc<dyn OpenStreams>,
    photos: Arc<dyn Photos>,
    web_push: Arc<dyn WebPush>,
    alert_sender: Arc<dyn AlertSender>,
    /// Read for each page: kept here, and taken over from the store.
    settings: Arc<RwLock<Arc<ShopSettings>>>,
    viewers: OrderViewers,
    /// What a person needs at least to fill in a form.
    min_form: Duration,
}

impl Shop {
    /// A shop over a store, a clock, secrets, limits, and its open streams. It has `settings`
    /// until [`Self::load_settings`] finds others, no photos but by [`Self::with_photos`], no
    /// way to devices but by [`Self::with_web_push`], and sends alerts only
    /// [`Self::with_alerts`].
    pub fn new(
        store: Arc<dyn Store>,
        clock: Arc<dyn ShopClock>,
        secrets: Arc<dyn Secrets>,
        limits: Limits,
        streams: Arc<dyn OpenStreams>,
        settings: ShopSettings,
    ) -> Self {
        Self {
            store,
            clock,
            secrets,
            limits,
            streams,
            photos: Arc::new(NoPhotos),
            web_push: Arc::new(NoWebPush),
            alert_sender: Arc::new(NoSender),
            settings: Arc::new(RwLock::new(Arc::new(settings))),
            viewers: OrderViewers::default(),
            min_form: Duration::ZERO,
        }
    }

    /// The same shop, which takes no form of its customers that was open for less than that.
    #[must_use]
    pub fn with_min_form(self, min_form: Duration) -> Self {
        Self { min_form, ..self }
    }

    /// A key for a form: whoever sends the form twice sends it once.
    pub fn request_key(&self) -> String {
        self.secrets.token()
    }
}
