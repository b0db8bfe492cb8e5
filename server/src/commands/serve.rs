//! `orderbell serve`: open, bind, serve, and end without losing anything.

use super::{
    error::RunError,
    open::{OpenShop, open},
};
use crate::{
    backend, background,
    channels::Sender,
    config::{Serve, Settings},
    http::{
        ShopFrontCache, ShopPageCache, Streams,
        router::router,
        state::{AppState, Handles},
    },
    net::{
        connection,
        listener::{Listener, Patience},
        tls::Tls,
    },
    open_files,
    order_limit::OrderLimits,
    outbound::Outbound,
    signals,
    subscriptions::{BoardLinks, DeliveryTracker, FEEDS, RegisteredStreams},
    web_push::WebPushSender,
};
use delivery::{Hub, Source, StreamLimits, StreamRegistry, Tickets, metrics};
use domain::{events::EventKind, menu, shop::Shop, users::Role};
use leptos::prelude::LeptosOptions;
use std::{env, net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};
use strum::VariantArray;
use tokio::time::{sleep, timeout};

/// The part of the time for ending that requests get.
const ANSWERING: f64 = 0.8;
/// The part of it that saving gets then; what is left is for the system.
const SAVING: f64 = 0.1;

/// Runs the shop until Ctrl-C or SIGTERM.
///
/// # Errors
/// It can't be opened, or the address is taken.
pub(super) async fn run(options: Serve) -> Result<(), RunError> {
    open_files::allow_many();
    signals::outlive_file_size_limits();
    metrics::expect_feeds(&FEEDS);
    let kinds: Vec<_> = EventKind::VARIANTS
        .iter()
        .map(|kind| kind.as_str())
        .collect();
    metrics::expect_events(&kinds);
    let hub = Hub::new(options.channel_capacity, options.recent_events);
    let (of_address, of_phone) = (
        options.orders_per_minute_per_address,
        options.orders_per_hour_per_phone,
    );
    let limit = OrderLimits::new(of_address, of_phone);
    let registry = StreamRegistry::new(options.heartbeat);
    let boards = BoardLinks::new();
    let ends = Arc::new(RegisteredStreams {
        registry: registry.clone(),
        boards: boards.clone(),
    });
    let doorbell = Arc::new(hub.clone());
    let OpenShop { shop, backend } = open(&options.shop, limit, doorbell, ends).await?;
    let photos = backend::open_photos(&options.shop.database, options.photos.as_deref())?;
    let outbound = Outbound::new(options.allow_private_channels)?;
    let clock = shop.clock.clone();
    let sender = Arc::new(Sender::new(clock, options.public_url(), outbound.clone()));
    let web_push = WebPushSender::new(backend.clone(), shop.clock.clone(), outbound);
    let shop = shop.with_photos(photos).with_web_push(Arc::new(web_push));
    let min_form = Duration::from_secs(options.min_form_seconds.into());
    let shop = shop.with_alerts(sender).with_min_form(min_form);
    hub.start(backend.extent().await?);
    prepare(&shop, &options).await?;
    let listener = bind(&options, &hub)?;
    let address = listener.address();
    let tls = Tls::new(&options.tls, address.ip(), options.heartbeat)?;
    let scheme = if tls.is_some() { "https" } else { "http" };
    let streams = Streams {
        source: Source {
            log: backend.clone(),
            clock: shop.clock.clone(),
            hub: hub.clone(),
        },
        registry,
        boards,
        limits: StreamLimits::new(options.streams.limits()),
        deliveries: DeliveryTracker::new(shop.clock.clone()),
    };
    let (retention, drain) = (options.retention(), options.drain);
    let background = tokio::spawn(background::run(shop.clone(), streams.clone(), retention));
    let deliveries = streams.deliveries.clone();
    let leptos = leptos_options(address, options.site.clone());
    let state = AppState::from(Handles {
        shop: shop.clone(),
        streams,
        tickets: Tickets::default(),
        leptos,
        settings: Arc::new(Settings::from(options)),
        shop_front: ShopFrontCache::default(),
        shop_page: ShopPageCache::default(),
    });
    let serving = connection::serve(listener, tls, router(state), hub.clone());
    let origin = format!("{scheme}://{address}");
    offer_setup(&shop, &origin).await?;
    // Whoever was told that it listens may ask it to end at once.
    let asked_to_end = signals::asked_to_end();
    println!("listening on {origin}");
    until(asked_to_end, serving, hub, drain.mul_f64(ANSWERING)).await;
    background.abort();
    let _ = background.await;
    let saved = async {
        if deliveries.save(&*shop.store).await.is_err() {
            tracing::warn!("which messages were got is not saved");
        }
        // The store comes last: it leaves everything in the one file.
        backend.close().await;
    };
    if timeout(drain.mul_f64(SAVING), saved).await.is_err() {
        tracing::warn!("the database was not closed in time; nothing that was answered is lost");
    }
    Ok(())
}

/// Serves until the server is asked to end, and then for as long as it takes to
/// answer what is open, and at the most `patience`.
async fn until(
    asked_to_end: impl Future<Output = ()>,
    serving: impl Future<Output = ()>,
    hub: Hub,
    patience: Duration,
) {
    let ending = hub.stream_token();
    let asked = async {
        asked_to_end.await;
        // Streams never end by themselves: they have to be told.
        hub.close();
    };
    let too_late = async {
        ending.cancelled().await;
        sleep(patience).await;
    };
    tokio::select! {
        _ = async { tokio::join!(asked, serving) } => {}
        () = too_late => tracing::warn!("some requests took too long and were cut off"),
    }
}

/// Sees to it that there is a menu, if it is a demo, and the first administrator, if
/// there is a password.
async fn prepare(shop: &Shop, options: &Serve) -> Result<(), RunError> {
    if options.demo {
        let menu = menu::example().map_err(RunError::Demo)?;
        if shop.store.fill_menu(menu).await? {
            tracing::info!("the demo menu was filled in");
        }
    }
    let Some(password) = &options.admin_password else {
        return Ok(());
    };
    if !shop.is_set_up().await? {
        let added = shop
            .add_user(&options.admin_name, Role::Owner, password)
            .await;
        added.map_err(RunError::FirstAdmin)?;
    }
    Ok(())
}

/// Prints where the shop is set up, if it is not yet. Whoever has the link becomes the
/// owner, so it is not logged.
async fn offer_setup(shop: &Shop, origin: &str) -> Result<(), RunError> {
    if !shop.is_set_up().await? {
        let token = shop.setup_link().await?;
        eprintln!("set the shop up (once, within three days): {origin}/setup/{token}");
    }
    Ok(())
}

fn bind(options: &Serve, hub: &Hub) -> Result<Listener, RunError> {
    let address = options.addr;
    let patience = Patience {
        heartbeat: options.heartbeat,
        write_deadline: options.streams.write_deadline,
    };
    let bound = Listener::bind(address, patience, hub.stream_token());
    bound.map_err(|source| RunError::Bind { address, source })
}

/// Where the built page is: as told, or where `cargo leptos` says, or beside
/// the program.
fn leptos_options(address: SocketAddr, site: Option<PathBuf>) -> LeptosOptions {
    let beside = || Some(env::current_exe().ok()?.parent()?.join("site"));
    let built = || env::var_os("LEPTOS_SITE_ROOT").map(PathBuf::from);
    let site = site.or_else(built).or_else(beside).unwrap_or_default();
    let options = LeptosOptions::builder()
        .output_name("orderbell")
        .site_addr(address)
        .site_root(site.to_string_lossy().into_owned());
    options.build()
}
