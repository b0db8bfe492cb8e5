//! Requests of the web, to addresses with TLS.

use super::{
    answer::Unanswered,
    client::client,
    guard::{Guard, NoWay},
};
use reqwest::{Client, Request, Response, Url};
use std::time::Duration;

/// How long a request may take until its answer is there, with all that it waits for.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);

/// A way out for requests.
#[derive(Debug, Clone)]
pub(crate) struct Outbound {
    client: Client,
    guard: Guard,
}

/// A request was not made, or not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum OutboundError {
    /// It is no address of the web.
    #[error("that is no https address")]
    NotAnAddress,
    /// The address leads into a private network.
    #[error("the address is in a private network")]
    PrivateAddress,
    /// The answer did not come in time.
    #[error("there was no answer in time")]
    TooSlow,
    /// There is nobody, or nobody who speaks HTTP.
    #[error("nobody answers there")]
    Unreachable,
}

impl Outbound {
    /// A way out; into private networks, and there without TLS too, only where
    /// `allows_private`.
    ///
    /// # Errors
    /// TLS can't be used.
    pub(crate) fn new(allows_private: bool) -> Result<Self, reqwest::Error> {
        Self::with_patience(allows_private, PATIENCE)
    }

    fn with_patience(allows_private: bool, patience: Duration) -> Result<Self, reqwest::Error> {
        let guard = Guard { allows_private };
        Ok(Self {
            client: client(guard, patience)?,
            guard,
        })
    }

    /// An address to which a request may be made, as far as can be said before its name
    /// is looked up.
    ///
    /// # Errors
    /// [`OutboundError::NotAnAddress`], or [`OutboundError::PrivateAddress`].
    pub(crate) fn url(&self, text: &str) -> Result<Url, OutboundError> {
        let url = Url::parse(text).map_err(|_| OutboundError::NotAnAddress)?;
        let may_be_plain = self.guard.allows_private && url.scheme() == "http";
        let has_scheme = url.scheme() == "https" || may_be_plain;
        let has_user = !url.username().is_empty() || url.password().is_some();
        if !has_scheme || has_user {
            return Err(OutboundError::NotAnAddress);
        }
        self.guard.check_url(&url)?;
        Ok(url)
    }

    /// What keeps it out of private networks.
    pub(crate) fn guard(&self) -> Guard {
        self.guard
    }

    /// The client by which a request is built.
    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// Makes a request, to an address that [`Self::url`] has allowed.
    ///
    /// # Errors
    /// See [`OutboundError`]; why is logged.
    pub(crate) async fn send(&self, request: Request) -> Result<Response, OutboundError> {
        let host = request.url().host_str().unwrap_or_default().to_owned();
        self.client.execute(request).await.map_err(|error| {
            let unanswered = Unanswered::from(error);
            tracing::info!(
                host,
                cause = unanswered.causes,
                "a request was not answered"
            );
            match unanswered.no_way {
                Some(NoWay::Private) => OutboundError::PrivateAddress,
                _ if unanswered.is_late => OutboundError::TooSlow,
                _ => OutboundError::Unreachable,
            }
        })
    }
}

impl From<NoWay> for OutboundError {
    fn from(no_way: NoWay) -> Self {
        match no_way {
            NoWay::Private => Self::PrivateAddress,
            NoWay::Unknown => Self::NotAnAddress,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_only_where_it_may_be_asked() {
        let (closed, open) = (Outbound::new(false).unwrap(), Outbound::new(true).unwrap());
        let fault = |outbound: &Outbound, text| outbound.url(text).err();
        let (none, private) = (OutboundError::NotAnAddress, OutboundError::PrivateAddress);
        for (text, refused, refused_if_open) in [
            ("https://push.example/a?b", None, None),
            ("http://push.example/", Some(none), None),
            ("https://127.0.0.1:9/", Some(private), None),
            ("https://2130706433/", Some(private), None),
            ("https://[::1]/", Some(private), None),
            ("https://li@push.example/", Some(none), Some(none)),
            ("file:///etc/passwd", Some(none), Some(none)),
            ("push.example", Some(none), Some(none)),
            ("", Some(none), Some(none)),
        ] {
            assert_eq!(fault(&closed, text), refused, "{text}");
            assert_eq!(fault(&open, text), refused_if_open, "{text}");
        }
    }

    #[tokio::test]
    async fn nobody_waits_for_ever() {
        let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = silent.local_addr().unwrap();
        let outbound = Outbound::with_patience(true, Duration::from_millis(50)).unwrap();
        let url = outbound.url(&format!("http://{address}/")).unwrap();
        let request = outbound.client().get(url).build().unwrap();
        let sent = outbound.send(request).await;
        assert_eq!(sent.err(), Some(OutboundError::TooSlow));
    }

    #[tokio::test]
    async fn a_name_that_leads_into_a_private_network_is_not_asked() {
        let outbound = Outbound::new(false).unwrap();
        let url = outbound.url("https://localhost:9/").unwrap();
        let request = outbound.client().get(url).build().unwrap();
        let sent = outbound.send(request).await;
        assert_eq!(sent.err(), Some(OutboundError::PrivateAddress));
    }
}
