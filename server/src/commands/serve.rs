//! Running the shop: open, bind, serve, and end without losing anything.

use crate::{
    clock::WallClock,
    config::{Serve, Settings, ShopOptions},
    demo,
    http::router::router,
    net::{
        listener::{Listener, Patience},
        serving,
        tls::{Tls, TlsError},
    },
    order_limit::OrdersPerMinute,
    retention, signals,
    sse::{
        clock::Seconds, hub::Hub, limits::StreamLimits, messages::Messages, pulse,
        registry::Registry, tickets::Tickets,
    },
    state::AppState,
    store::{OpenError, SqliteStore},
    vault::{self, SystemVault},
};
use domain::{
    ports::{AddUserError, ChangeUserError, KeyError, Unavailable, Users},
    shop::Shop,
    user::Role,
};
use jiff::tz::TimeZone;
use leptos::prelude::LeptosOptions;
use std::{env, io, net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};
use tokio::{
    task::JoinHandle,
    time::{sleep, timeout},
};

/// The part of the time for ending that requests get.
const ANSWERING: f64 = 0.8;
/// The part of it that saving gets then; what is left is for the system.
const SAVING: f64 = 0.1;

/// The shop could not be run.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RunError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error("the system gives no random numbers: {0}")]
    Vault(argon2::password_hash::Error),
    #[error("nobody can listen on {address}: {source}")]
    Bind {
        address: SocketAddr,
        source: io::Error,
    },
    #[error("the system does not say where it listens: {0}")]
    Address(io::Error),
    #[error(transparent)]
    Tls(#[from] TlsError),
    #[error("the demo menu can't be read: {0}")]
    Demo(serde_json::Error),
    #[error("the first administrator was not created: {0}")]
    FirstAdmin(AddUserError),
    #[error("the user was not added: {0}")]
    AddUser(AddUserError),
    #[error("the user was not changed: {0}")]
    ChangeUser(#[from] ChangeUserError),
    #[error("the key was not added or revoked: {0}")]
    Key(#[from] KeyError),
    #[error(transparent)]
    Store(#[from] Unavailable),
    #[error("the password can't be read: {0}")]
    Password(io::Error),
}

/// An open shop, and the task that writes for it.
struct OpenShop {
    shop: Shop,
    store: Arc<SqliteStore>,
    writer: JoinHandle<()>,
}

/// Opens the shop's database and what goes with it.
///
/// # Errors
/// The database can't be opened, or the system has no randomness.
async fn open(
    options: &ShopOptions,
    limit: OrdersPerMinute,
    hub: Hub,
) -> Result<OpenShop, RunError> {
    let zone = options.timezone.clone().unwrap_or_else(TimeZone::system);
    let calendar = Arc::new(WallClock(zone));
    let vault = Arc::new(SystemVault::new().map_err(RunError::Vault)?);
    let (store, writer) =
        SqliteStore::open(&options.database, calendar.clone(), options.currency, hub).await?;
    let store = Arc::new(store);
    Ok(OpenShop {
        shop: Shop::new(store.clone(), calendar, vault, Arc::new(limit)),
        store,
        writer,
    })
}

/// Opens the shop for a command, and closes it again: no orders come, and nobody
/// is told anything. A server that runs on the same file asks the file what
/// changed.
///
/// # Errors
/// As [`open`] and `command`.
pub(crate) async fn command(
    options: &ShopOptions,
    command: impl AsyncFnOnce(&Shop) -> Result<(), RunError>,
) -> Result<(), RunError> {
    let OpenShop {
        shop,
        store,
        writer,
    } = open(options, OrdersPerMinute::new(0), Hub::new(1, 0)).await?;
    let done = command(&shop).await;
    drop((shop, store));
    let _ = writer.await;
    done
}

/// Runs the shop until Ctrl-C or SIGTERM.
///
/// # Errors
/// It can't be opened, or the address is taken.
pub(crate) async fn run(options: Serve) -> Result<(), RunError> {
    allow_many_files();
    signals::outlive_file_size_limits();
    let hub = Hub::new(options.channel_capacity, options.recent_events);
    let limit = OrdersPerMinute::new(options.orders_per_minute_per_address);
    let OpenShop {
        shop,
        store,
        writer,
    } = open(&options.shop, limit, hub.clone()).await?;
    store.start_run().await?;
    prepare(&shop, &store, &options).await?;
    let listener = bind(&options, &hub)?;
    let address = listener.address().map_err(RunError::Address)?;
    let tls = Tls::new(&options.tls, address.ip(), options.heartbeat)?;
    let scheme = if tls.is_some() { "https" } else { "http" };
    let registry = Registry::new(options.heartbeat);
    let messages = Messages::new(shop.calendar.clone());
    let seconds = Seconds::default();
    let pulse = tokio::spawn(pulse::run(
        shop.clone(),
        hub.clone(),
        registry.clone(),
        messages.clone(),
        seconds.clone(),
    ));
    let pruning = tokio::spawn(retention::run(
        store.clone(),
        hub.clone(),
        options.retention(),
    ));
    let state = AppState {
        shop: shop.clone(),
        hub: hub.clone(),
        registry,
        limits: StreamLimits::new(options.streams),
        messages: messages.clone(),
        seconds,
        tickets: Tickets::default(),
        store: store.clone(),
        settings: Arc::new(Settings {
            shop_name: options.shop_name,
            currency: options.shop.currency,
            trusted_proxies: options.trusted_proxies,
            allowed_origins: options.allowed_origins,
        }),
        leptos: leptos_options(address, options.site),
    };
    let serving = serving::serve(listener, tls, router(state), hub.stream_token());
    println!("listening on {scheme}://{address}");
    until_asked_to_end(serving, hub, options.drain.mul_f64(ANSWERING)).await;
    for task in [pulse, pruning] {
        task.abort();
        let _ = task.await;
    }
    let saved = async {
        if messages.save(&*shop.store).await.is_err() {
            tracing::warn!("which messages were got is not saved");
        }
        // The writer comes last: it leaves everything in the one file. It ends
        // when nobody can ask it for anything any more.
        store.stop_reading().await;
        drop((shop, store));
        let _ = writer.await;
    };
    if timeout(options.drain.mul_f64(SAVING), saved).await.is_err() {
        tracing::warn!("the database was not closed in time; nothing that was answered is lost");
    }
    Ok(())
}

/// Serves until the server is asked to end, and then for as long as it takes to
/// answer what is open, and at the most `patience`.
async fn until_asked_to_end(serving: impl Future<Output = ()>, hub: Hub, patience: Duration) {
    let ending = hub.stream_token();
    let asked = async {
        signals::asked_to_end().await;
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

/// Sees to it that there is a menu, if it is a demo, and somebody to sign in.
async fn prepare(shop: &Shop, store: &SqliteStore, options: &Serve) -> Result<(), RunError> {
    if options.demo
        && store
            .fill_menu(demo::menu().map_err(RunError::Demo)?)
            .await?
    {
        tracing::info!("the demo menu was filled in");
    }
    if store.count().await? > 0 {
        return Ok(());
    }
    let name = &options.admin_name;
    let password = options.admin_password.clone().unwrap_or_else(|| {
        let password = vault::random_hex();
        eprintln!("first administrator: {name}, password: {password} (shown only now)");
        password
    });
    shop.add_user(name, Role::Owner, password)
        .await
        .map_err(RunError::FirstAdmin)?;
    Ok(())
}

/// Each stream is an open file: takes as many as the system grants.
fn allow_many_files() {
    match rlimit::increase_nofile_limit(u64::MAX) {
        Ok(files) => tracing::debug!(files, "so many files and connections may be open"),
        Err(cause) => tracing::warn!(%cause, "the limit of open files stays as it was"),
    }
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
