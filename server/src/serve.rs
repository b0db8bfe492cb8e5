//! Running the shop: open, bind, serve, and end without losing anything.

use crate::{
    clock::WallClock,
    config::{Serve, Settings, ShopOptions},
    demo,
    http::router::router,
    retention,
    sse::{hub::Hub, messages::Messages, pulse, registry::Registry},
    state::AppState,
    store::{OpenError, SqliteStore},
    vault::{self, SystemVault},
};
use axum::{Router, extract::connect_info::IntoMakeServiceWithConnectInfo};
use domain::{
    ports::{AddUserError, Unavailable, Users},
    shop::Shop,
    user::Role,
};
use jiff::tz::TimeZone;
use leptos::prelude::LeptosOptions;
use std::{env, io, net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};
use tokio::{
    net::TcpListener,
    signal,
    sync::Notify,
    task::JoinHandle,
    time::{sleep, timeout},
};

/// How long open requests may take when the server ends.
const DRAIN: Duration = Duration::from_secs(4);

/// How long what is still done with the database may take then.
const CLOSE: Duration = Duration::from_secs(1);

type Service = IntoMakeServiceWithConnectInfo<Router, SocketAddr>;

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
    #[error("the server stopped: {0}")]
    Serve(io::Error),
    #[error("the demo menu can't be read: {0}")]
    Demo(serde_json::Error),
    #[error("the first administrator was not created: {0}")]
    FirstAdmin(AddUserError),
    #[error("the user was not added: {0}")]
    AddUser(AddUserError),
    #[error(transparent)]
    Store(#[from] Unavailable),
    #[error("the password can't be read: {0}")]
    Password(io::Error),
}

/// An open shop, and the task that writes for it.
pub(crate) struct OpenShop {
    pub(crate) shop: Shop,
    pub(crate) store: Arc<SqliteStore>,
    pub(crate) writer: JoinHandle<()>,
}

/// Opens the shop's database and what goes with it.
///
/// # Errors
/// The database can't be opened, or the system has no randomness.
pub(crate) async fn open(options: &ShopOptions, hub: Hub) -> Result<OpenShop, RunError> {
    let zone = options.timezone.clone().unwrap_or_else(TimeZone::system);
    let calendar = Arc::new(WallClock(zone));
    let vault = Arc::new(SystemVault::new().map_err(RunError::Vault)?);
    let (store, writer) =
        SqliteStore::open(&options.database, calendar.clone(), options.currency, hub).await?;
    let store = Arc::new(store);
    Ok(OpenShop {
        shop: Shop::new(store.clone(), calendar, vault),
        store,
        writer,
    })
}

/// Runs the shop until Ctrl-C or SIGTERM.
///
/// # Errors
/// It can't be opened, or the address is taken.
pub(crate) async fn run(options: Serve) -> Result<(), RunError> {
    let hub = Hub::new(options.channel_capacity, options.recent_events);
    let OpenShop {
        shop,
        store,
        writer,
    } = open(&options.shop, hub.clone()).await?;
    store.start_run().await?;
    prepare(&shop, &store, &options).await?;
    let listener = bind(options.addr).await?;
    let address = listener.local_addr().map_err(RunError::Serve)?;
    let registry = Registry::new(options.heartbeat);
    let messages = Messages::default();
    let pulse = tokio::spawn(pulse::run(
        shop.clone(),
        hub.clone(),
        registry.clone(),
        messages.clone(),
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
        messages: messages.clone(),
        settings: Arc::new(Settings {
            shop_name: options.shop_name,
            currency: options.shop.currency,
            trusted_proxies: options.trusted_proxies,
        }),
        leptos: leptos_options(address, options.site),
    };
    let service = router(state).into_make_service_with_connect_info::<SocketAddr>();
    println!("listening on http://{address}");
    let served = serve(listener, service, hub).await;
    for task in [pulse, pruning] {
        task.abort();
        let _ = task.await;
    }
    // The writer ends when nobody can ask it for anything any more.
    if messages.save(&*shop.store).await.is_err() {
        tracing::warn!("which messages were got is not saved");
    }
    // Who closes the database last, the writer, leaves it whole in one file.
    let _ = timeout(CLOSE, store.stop_reading()).await;
    drop((shop, store));
    let _ = timeout(CLOSE, writer).await;
    served
}

/// Answers requests until the server is asked to end, and then those that are
/// open, for a while.
async fn serve(listener: TcpListener, service: Service, hub: Hub) -> Result<(), RunError> {
    let asked = Arc::new(Notify::new());
    let ending = asked.clone();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        asked_to_end().await;
        // Streams never end by themselves: they have to be told.
        hub.close();
        ending.notify_one();
    });
    let too_late = async {
        asked.notified().await;
        sleep(DRAIN).await;
    };
    tokio::select! {
        served = serving => served.map_err(RunError::Serve),
        () = too_late => {
            tracing::warn!("some requests took too long and were cut off");
            Ok(())
        }
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

async fn bind(address: SocketAddr) -> Result<TcpListener, RunError> {
    let bound = TcpListener::bind(address).await;
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

/// Waits for Ctrl-C, or for SIGTERM where there is such a thing.
async fn asked_to_end() {
    #[cfg(unix)]
    {
        let terminated = signal::unix::signal(signal::unix::SignalKind::terminate());
        if let Ok(mut terminated) = terminated {
            tokio::select! {
                _ = signal::ctrl_c() => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    let _ = signal::ctrl_c().await;
}
