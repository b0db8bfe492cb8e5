//! What the shop is, whatever is done with it.

use super::parse::time_zone;
use clap::Args;
use domain::money::Currency;
use jiff::tz::TimeZone;

/// What the shop is, whatever is done with it.
#[derive(Debug, Clone, Args)]
pub(crate) struct ShopOptions {
    /// The database: a file, which is created if there is none.
    #[arg(long, env = "ORDERBELL_DATABASE", default_value = "orderbell.db")]
    pub(crate) database: String,
    /// What prices are in: a code of ISO 4217. Fixed with the first order.
    #[arg(long, env = "ORDERBELL_CURRENCY", default_value = "CNY")]
    pub(crate) currency: Currency,
    /// The shop's time zone, such as Asia/Shanghai; the system's if not given.
    #[arg(long, env = "ORDERBELL_TIMEZONE", value_parser = time_zone)]
    pub(crate) timezone: Option<TimeZone>,
}
