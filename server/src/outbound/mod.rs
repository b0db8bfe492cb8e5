//! Requests that the server makes itself, to addresses that somebody else has given: of
//! devices, and of services that are told of orders.
//!
//! Whoever gives such an address could let the server reach what only the server can: its
//! own machine, a router, the metadata of a cloud. So nothing is sent to an address in a
//! private network, also where a name leads there, unless the operator allows it
//! (`--allow-private-channels`). The name is looked up once, and what was found is what
//! is connected to, so that a second look can't find something else. No redirect is
//! followed, and no proxy of the environment is asked: both would lead elsewhere than
//! what was checked.

mod address;

use address::is_public;
use reqwest::{
    Client, Request, Response, Url,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect::Policy,
};
use std::{error::Error, iter::successors, net::SocketAddr, sync::Arc, time::Duration};
use tokio::net::lookup_host;

/// How long a request may take until its answer is there, with all that it waits for.
const PATIENCE: Duration = Duration::from_secs(10);

/// A way out for requests.
#[derive(Debug, Clone)]
pub(crate) struct Outbound {
    client: Client,
    allow_private: bool,
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
    /// `allow_private`.
    ///
    /// # Errors
    /// TLS can't be used.
    pub(crate) fn new(allow_private: bool) -> Result<Self, reqwest::Error> {
        Self::with_patience(allow_private, PATIENCE)
    }

    fn with_patience(allow_private: bool, patience: Duration) -> Result<Self, reqwest::Error> {
        let client = Client::builder()
            .timeout(patience)
            .redirect(Policy::none())
            .no_proxy()
            .referer(false)
            .user_agent(concat!("orderbell/", env!("CARGO_PKG_VERSION")));
        let client = match allow_private {
            true => client,
            false => client.dns_resolver(Arc::new(PublicAddresses)),
        };
        Ok(Self {
            client: client.build()?,
            allow_private,
        })
    }

    /// An address to which a request may be made, as far as can be said before its name
    /// is looked up.
    ///
    /// # Errors
    /// [`OutboundError::NotAnAddress`], or [`OutboundError::PrivateAddress`].
    pub(crate) fn url(&self, text: &str) -> Result<Url, OutboundError> {
        let url = Url::parse(text).map_err(|_| OutboundError::NotAnAddress)?;
        let has_scheme = url.scheme() == "https" || self.allow_private && url.scheme() == "http";
        let has_user = !url.username().is_empty() || url.password().is_some();
        let host = url.host_str().filter(|_| has_scheme && !has_user);
        let host = host.ok_or(OutboundError::NotAnAddress)?;
        // An address by its number is not looked up.
        let number = host.trim_matches(['[', ']']).parse();
        if !self.allow_private && number.is_ok_and(|ip| !is_public(ip)) {
            return Err(OutboundError::PrivateAddress);
        }
        Ok(url)
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
            // The rest of the address may be a secret.
            let cause = error.without_url();
            let causes: Vec<_> = causes(&cause).map(ToString::to_string).collect();
            tracing::info!(
                host,
                cause = causes.join(": "),
                "a request was not answered"
            );
            match cause.is_timeout() {
                _ if causes_private(&cause) => OutboundError::PrivateAddress,
                true => OutboundError::TooSlow,
                false => OutboundError::Unreachable,
            }
        })
    }
}

/// An error, and what it comes from.
fn causes<'a>(error: &'a (dyn Error + 'static)) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    successors(Some(error), |&error| error.source())
}

fn causes_private(error: &(dyn Error + 'static)) -> bool {
    causes(error).any(|cause| cause.is::<OnlyPrivate>())
}

/// All addresses of a name are private.
#[derive(Debug, thiserror::Error)]
#[error("the name leads into a private network")]
struct OnlyPrivate;

/// Looks names up, and finds public addresses alone.
struct PublicAddresses;

impl Resolve for PublicAddresses {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|found| is_public(found.ip())).collect();
            match public.is_empty() {
                true => Err(OnlyPrivate.into()),
                false => Ok(Box::new(public.into_iter()) as Addrs),
            }
        })
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
