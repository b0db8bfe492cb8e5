//! What an answer says, or that there was none.

use super::NoWay;
use reqwest::header::{HeaderMap, RETRY_AFTER};
use std::{error::Error, iter::successors};

/// A request was not answered.
#[derive(Debug)]
pub(crate) struct Unanswered {
    /// That it was not even made.
    pub(crate) no_way: Option<NoWay>,
    /// Whether it took too long.
    pub(crate) is_late: bool,
    /// Why, without the address: what is secret may be in it.
    pub(crate) causes: String,
}

impl From<reqwest::Error> for Unanswered {
    fn from(error: reqwest::Error) -> Self {
        let error = error.without_url();
        let first: &(dyn Error + 'static) = &error;
        let causes = || successors(Some(first), |&error| error.source());
        let texts: Vec<_> = causes().map(ToString::to_string).collect();
        Self {
            no_way: causes().find_map(|cause| cause.downcast_ref().copied()),
            is_late: error.is_timeout(),
            causes: texts.join(": "),
        }
    }
}

/// After how many seconds an answer asks to be tried again; `None` where it does not say so,
/// or gives a date.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<u32> {
    let header = headers.get(RETRY_AFTER)?.to_str().ok()?;
    header.trim().parse().ok()
}
