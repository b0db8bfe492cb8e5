//! How the shop is run: the options of `orderbell serve`.

use super::{parse::seconds, shop::ShopOptions, streams::StreamOptions};
use crate::origin::origin;
use axum::http::HeaderValue;
use clap::{Args, value_parser};
use domain::ports::Retention;
use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
    time::Duration,
};

/// How the shop is run.
#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Where to listen; port 0 takes a free one.
    #[arg(long, env = "ORDERBELL_ADDR", default_value = "127.0.0.1:3000")]
    pub(crate) addr: SocketAddr,
    #[command(flatten)]
    pub(crate) shop: ShopOptions,
    /// The folder with the photos of dishes, created if there is none: one for each shop.
    /// Beside the database, and named like it with `-photos`, if not given.
    #[arg(long, env = "ORDERBELL_PHOTOS")]
    pub(crate) photos: Option<PathBuf>,
    /// Fills an empty menu with that of a noodle shop.
    #[arg(long, env = "ORDERBELL_DEMO")]
    pub(crate) demo: bool,
    /// The folder with the built page; `site` beside the program if not given.
    #[arg(long, env = "ORDERBELL_SITE")]
    pub(crate) site: Option<PathBuf>,
    /// The first administrator, created if there is no user yet.
    #[arg(long, env = "ORDERBELL_ADMIN_NAME", default_value = "admin")]
    pub(crate) admin_name: String,
    /// The first administrator's password. If it is not given, and there is no user yet,
    /// the server prints a link by which the shop is set up in a browser.
    #[arg(long, env = "ORDERBELL_ADMIN_PASSWORD", hide_env_values = true)]
    pub(crate) admin_password: Option<String>,
    /// How often a stream tells that it lives, in seconds.
    #[arg(long, env = "ORDERBELL_HEARTBEAT", default_value = "15", value_parser = seconds)]
    pub(crate) heartbeat: Duration,
    /// How many events the server keeps in memory for each stream that is slow;
    /// slower ones read again.
    #[arg(long, env = "ORDERBELL_CHANNEL_CAPACITY", default_value = "1024")]
    pub(crate) channel_capacity: usize,
    /// How many of the newest events the server keeps in memory for streams that
    /// come back; what is older they read from the log.
    #[arg(long, env = "ORDERBELL_RECENT_EVENTS", default_value = "4096")]
    pub(crate) recent_events: usize,
    /// How many days an event stays in the log. A page that was away for longer
    /// loads everything anew. Orders are kept for ever.
    #[arg(long, env = "ORDERBELL_RETENTION_DAYS", default_value = "30", value_parser = value_parser!(u32).range(1..))]
    pub(crate) retention_days: u32,
    /// How many events stay in the log at the most.
    #[arg(long, env = "ORDERBELL_RETENTION_EVENTS", default_value = "200000", value_parser = value_parser!(u32).range(1..))]
    pub(crate) retention_events: u32,
    /// Proxies in front, by address: what they forward of the visitor's address
    /// and of TLS is believed.
    #[arg(long, env = "ORDERBELL_TRUSTED_PROXIES", value_delimiter = ',')]
    pub(crate) trusted_proxies: Vec<IpAddr>,
    /// Other origins whose pages may use the API and the streams, with cookies:
    /// `https://screen.example`, separated by commas.
    #[arg(
        long,
        env = "ORDERBELL_ALLOWED_ORIGINS",
        value_delimiter = ',',
        value_parser = origin
    )]
    pub(crate) allowed_origins: Vec<HeaderValue>,
    /// Where the shop is for those who look at it: `https://shop.example`. Alerts lead there,
    /// and search engines are told of it.
    #[arg(long, env = "ORDERBELL_PUBLIC_URL", value_parser = origin)]
    pub(crate) public_url: Option<HeaderValue>,
    /// Lets alerts go to addresses inside private networks, such as a mail server or a
    /// till beside this one, and there without TLS too. Then whoever may say where they go,
    /// or adds a device, can reach what is there.
    #[arg(long, env = "ORDERBELL_ALLOW_PRIVATE_CHANNELS")]
    pub(crate) allow_private_channels: bool,
    #[command(flatten)]
    pub(crate) tls: TlsOptions,
    #[command(flatten)]
    pub(crate) streams: StreamOptions,
    /// How many orders one address may place in a minute; 0 for any number.
    #[arg(
        long,
        env = "ORDERBELL_ORDERS_PER_MINUTE_PER_ADDRESS",
        default_value = "60"
    )]
    pub(crate) orders_per_minute_per_address: u32,
    /// How many orders customers may place with one telephone number in an hour; 0 for any
    /// number.
    #[arg(
        long,
        env = "ORDERBELL_ORDERS_PER_HOUR_PER_PHONE",
        default_value = "10"
    )]
    pub(crate) orders_per_hour_per_phone: u32,
    /// How many seconds the order form has to be open at least before it is sent: programs
    /// that fill in forms are faster. 0 for any time.
    #[arg(long, env = "ORDERBELL_MIN_FORM_SECONDS", default_value = "2")]
    pub(crate) min_form_seconds: u32,
    /// How long the body of a request may take, in seconds.
    #[arg(long, env = "ORDERBELL_BODY_TIMEOUT", default_value = "30", value_parser = seconds)]
    pub(crate) body_timeout: Duration,
    /// How long what is under way may take when the server ends, in seconds.
    #[arg(long, env = "ORDERBELL_DRAIN", default_value = "10", value_parser = seconds)]
    pub(crate) drain: Duration,
}

impl Serve {
    /// Where the shop is for those who look at it, if that is known.
    pub(crate) fn public_url(&self) -> Option<&str> {
        self.public_url.as_ref()?.to_str().ok()
    }

    /// How much of the log is kept.
    pub(crate) fn retention(&self) -> Retention {
        Retention {
            days: self.retention_days,
            events: self.retention_events,
        }
    }
}

/// How the shop is reached by TLS, and so by HTTP/2. Without these it speaks
/// plain HTTP/1.1.
#[derive(Debug, Args)]
pub(crate) struct TlsOptions {
    /// The certificate with its chain, a PEM file. It is read again when it was
    /// renewed.
    #[arg(long, env = "ORDERBELL_TLS_CERT", requires = "tls_key")]
    pub(crate) tls_cert: Option<PathBuf>,
    /// The certificate's key, a PEM file.
    #[arg(long, env = "ORDERBELL_TLS_KEY", requires = "tls_cert")]
    pub(crate) tls_key: Option<PathBuf>,
    /// Makes up a certificate, for trying: browsers warn of it.
    #[arg(long, env = "ORDERBELL_TLS_SELF_SIGNED", conflicts_with = "tls_cert")]
    pub(crate) tls_self_signed: bool,
}

/// What handlers have to know of the configuration.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) trusted_proxies: Vec<IpAddr>,
    pub(crate) allowed_origins: Vec<HeaderValue>,
    pub(crate) body_timeout: Duration,
    /// Where the shop is for those who look at it, if that is known.
    pub(crate) public_url: Option<String>,
}

impl From<Serve> for Settings {
    fn from(options: Serve) -> Self {
        Self {
            public_url: options.public_url().map(str::to_owned),
            trusted_proxies: options.trusted_proxies,
            allowed_origins: options.allowed_origins,
            body_timeout: options.body_timeout,
        }
    }
}
