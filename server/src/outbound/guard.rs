//! Keeps requests out of the networks behind the server.

use super::address::is_private;
use reqwest::{
    Url,
    dns::{Addrs, Name, Resolve, Resolving},
};
use std::{
    net::{IpAddr, SocketAddr},
    time::Duration,
};
use tokio::{net::lookup_host, time::timeout};

/// How long it may take to look a name up.
const TIME: Duration = Duration::from_secs(5);

/// Which addresses requests may go to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Guard {
    pub(crate) allows_private: bool,
}

/// Nothing is sent there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NoWay {
    /// It leads into a network of one's own.
    #[error("the address leads into a private network")]
    Private,
    /// Nobody knows the name.
    #[error("there is no address of that name")]
    Unknown,
}

impl Guard {
    /// Lets an address through that is written as one.
    ///
    /// # Errors
    /// [`NoWay::Private`]
    pub(crate) fn check(self, address: IpAddr) -> Result<(), NoWay> {
        match self.allows_private || !is_private(address) {
            true => Ok(()),
            false => Err(NoWay::Private),
        }
    }

    /// The addresses of a host that may be connected to. Whoever connects takes these, and
    /// asks no second time: the name may lead elsewhere by then.
    ///
    /// # Errors
    /// There are none.
    pub(crate) async fn resolve(self, host: &str, port: u16) -> Result<Vec<SocketAddr>, NoWay> {
        let found = timeout(TIME, lookup_host((host, port))).await;
        let found = found.ok().and_then(Result::ok).ok_or(NoWay::Unknown)?;
        let found: Vec<_> = found.collect();
        if found.is_empty() {
            return Err(NoWay::Unknown);
        }
        let may = |address: &SocketAddr| self.check(address.ip()).is_ok();
        let allowed: Vec<_> = found.into_iter().filter(may).collect();
        match allowed.is_empty() {
            true => Err(NoWay::Private),
            false => Ok(allowed),
        }
    }

    /// Lets a URL through whose host is an address: of such no name is looked up.
    ///
    /// # Errors
    /// [`NoWay::Private`], or there is no host in it.
    pub(crate) fn check_url(self, url: &Url) -> Result<(), NoWay> {
        let host = url.host_str().ok_or(NoWay::Unknown)?;
        match bare(host).parse() {
            Ok(address) => self.check(address),
            Err(_) => Ok(()),
        }
    }
}

/// A host without the brackets in which URLs have an address of IPv6.
pub(crate) fn bare(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
}

/// Looks names up for the HTTP client, which connects to what is given here.
impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        let guard = *self;
        Box::pin(async move {
            // The client puts the port in.
            let found = guard.resolve(name.as_str(), 0).await?;
            let found: Addrs = Box::new(found.into_iter());
            Ok(found)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUARD: Guard = Guard {
        allows_private: false,
    };

    #[test]
    fn an_address_in_a_url_is_known_however_it_is_written() {
        for url in [
            "http://127.0.0.1/x",
            "http://2130706433/",
            "http://0x7f.1/",
            "http://0177.0.0.1/",
            "http://127.1:80/",
            "http://[::1]:8080/",
            "http://[::ffff:10.0.0.1]/",
            "https://169.254.169.254/latest/meta-data",
            "http://0/",
        ] {
            let parsed = Url::parse(url).unwrap();
            assert_eq!(GUARD.check_url(&parsed), Err(NoWay::Private), "{url}");
        }
        let parsed = Url::parse("https://8.8.8.8/").unwrap();
        assert_eq!(GUARD.check_url(&parsed), Ok(()));
    }

    #[tokio::test]
    async fn a_name_that_leads_home_is_refused() {
        assert_eq!(GUARD.resolve("localhost", 80).await, Err(NoWay::Private));
        let open = Guard {
            allows_private: true,
        };
        assert!(open.resolve("localhost", 80).await.is_ok());
    }
}
