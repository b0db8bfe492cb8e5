//! Values of options.

use jiff::tz::TimeZone;
use std::time::Duration;

/// A time zone by its name in the IANA database.
pub(super) fn time_zone(name: &str) -> Result<TimeZone, String> {
    TimeZone::get(name).map_err(|_| format!("no time zone is called {name}"))
}

/// A time in seconds, such as `0.5`.
pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text
        .parse()
        .map_err(|_| "not a number of seconds".to_owned())?;
    match seconds {
        0.1..=86_400.0 => Ok(Duration::from_secs_f64(seconds)),
        _ => Err("not from 0.1 to 86400 seconds".to_owned()),
    }
}
