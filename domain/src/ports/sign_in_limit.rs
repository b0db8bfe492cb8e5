//! The port through which those are slowed down who guess passwords.

use crate::users::TooManySignIns;
use async_trait::async_trait;
use std::net::IpAddr;

/// Slows down whoever guesses passwords: by where the guesses come from, and by
/// whose password they are for.
#[async_trait]
pub trait SignInLimit: Send + Sync {
    /// Waits until one password for `name` may be tried. Names that differ only in
    /// the case of their letters are one name: it comes in small letters.
    ///
    /// # Errors
    /// Too many wrong ones came from there: this one may not be tried.
    async fn admit<'a>(
        &'a self,
        name: &str,
        from: Option<IpAddr>,
    ) -> Result<Box<dyn SignInTry + 'a>, TooManySignIns>;
}

/// A password that may be tried. Whoever tries it says what came of it; where that
/// never became known, nothing counts.
pub trait SignInTry: Send {
    /// It was the right one.
    fn right(self: Box<Self>);

    /// It was a wrong one: not that of `user`, where there is one of that name. Says
    /// whether somebody should be told: not of each, or guessing would fill what tells it.
    fn wrong(self: Box<Self>, user: Option<&str>) -> bool;
}
