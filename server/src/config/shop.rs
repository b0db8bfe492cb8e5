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
    /// The shop's name, until one is set in the browser.
    #[arg(long, env = "ORDERBELL_SHOP_NAME", default_value = "来单铃 Orderbell")]
    pub(crate) shop_name: String,
    /// What prices are in, until that is set in the browser: a code of ISO 4217. Fixed
    /// with the first order.
    #[arg(long, env = "ORDERBELL_CURRENCY", default_value = "CNY")]
    pub(crate) currency: Currency,
    /// The shop's time zone, such as Asia/Shanghai, until one is set in the browser; the
    /// system's if not given.
    #[arg(long, env = "ORDERBELL_TIMEZONE", value_parser = time_zone)]
    pub(crate) timezone: Option<TimeZone>,
}
