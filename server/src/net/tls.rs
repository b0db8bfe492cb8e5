//! TLS: a certificate that is read again when it was renewed, and HTTP/2 for
//! whoever speaks it.

use crate::config::TlsOptions;
use rcgen::CertifiedKey;
use std::{
    net::IpAddr,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};
use tokio::{sync::watch, time::sleep};
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        self, ServerConfig,
        pki_types::{
            CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer,
            pem::{self, PemObject},
        },
    },
};

/// The name of HTTP/2 in the handshake (RFC 7301).
pub(super) const HTTP2: &[u8] = b"h2";
const HTTP1: &[u8] = b"http/1.1";

/// TLS can't be offered.
#[derive(Debug, thiserror::Error)]
pub(crate) enum TlsError {
    #[error("the certificate {path} can't be read: {source}")]
    Certificate { path: PathBuf, source: pem::Error },
    #[error("the key {path} can't be read: {source}")]
    Key { path: PathBuf, source: pem::Error },
    #[error("the certificate and its key can't be used: {0}")]
    Unusable(#[from] rustls::Error),
    #[error("no certificate could be made: {0}")]
    SelfSigned(#[from] rcgen::Error),
}

/// Accepts what comes by TLS, with the newest certificate.
#[derive(Clone)]
pub(crate) struct Tls(watch::Receiver<Arc<ServerConfig>>);

impl Tls {
    /// What the options ask for; nothing for plain HTTP. Files are looked at once
    /// in `every`.
    ///
    /// # Errors
    /// The files can't be read, or don't belong together.
    pub(crate) fn new(
        options: &TlsOptions,
        address: IpAddr,
        every: Duration,
    ) -> Result<Option<Self>, TlsError> {
        if let (Some(certificate), Some(key)) = (&options.tls_cert, &options.tls_key) {
            let files = Files {
                certificate: certificate.clone(),
                key: key.clone(),
            };
            let (newest, config) = watch::channel(files.read()?);
            tokio::spawn(files.follow(newest, every));
            return Ok(Some(Self(config)));
        }
        if options.tls_self_signed {
            let (_, config) = watch::channel(self_signed(address)?);
            return Ok(Some(Self(config)));
        }
        Ok(None)
    }

    /// Shakes hands, with the certificate of now.
    pub(super) fn acceptor(&self) -> TlsAcceptor {
        TlsAcceptor::from(self.0.borrow().clone())
    }
}

struct Files {
    certificate: PathBuf,
    key: PathBuf,
}

impl Files {
    fn read(&self) -> Result<Arc<ServerConfig>, TlsError> {
        let chain = CertificateDer::pem_file_iter(&self.certificate)
            .and_then(Iterator::collect::<Result<Vec<_>, _>>)
            .map_err(|source| TlsError::Certificate {
                path: self.certificate.clone(),
                source,
            })?;
        let key = PrivateKeyDer::from_pem_file(&self.key).map_err(|source| TlsError::Key {
            path: self.key.clone(),
            source,
        })?;
        config(chain, key)
    }

    /// Takes a renewed certificate over, until nobody needs it any more. One
    /// that can't be used leaves the old one where it is.
    async fn follow(self, newest: watch::Sender<Arc<ServerConfig>>, every: Duration) {
        let mut known = self.changed_at();
        while !newest.is_closed() {
            sleep(every).await;
            let changed = self.changed_at();
            if changed == known {
                continue;
            }
            known = changed;
            match self.read() {
                Ok(config) => {
                    newest.send_replace(config);
                    tracing::info!("the certificate was renewed");
                }
                Err(cause) => tracing::error!(%cause, "the old certificate stays in use"),
            }
        }
    }

    fn changed_at(&self) -> [Option<SystemTime>; 2] {
        let changed = |path: &Path| path.metadata().and_then(|file| file.modified());
        [&self.certificate, &self.key].map(|path| changed(path).ok())
    }
}

/// A certificate that nobody vouches for, for this machine and `address`.
fn self_signed(address: IpAddr) -> Result<Arc<ServerConfig>, TlsError> {
    let names = ["localhost".to_owned(), address.to_string()];
    let CertifiedKey { cert, signing_key } = rcgen::generate_simple_self_signed(names)?;
    let key = PrivatePkcs8KeyDer::from(signing_key.serialize_der());
    config(vec![cert.into()], key.into())
}

fn config(
    chain: Vec<CertificateDer<'static>>,
    key: PrivateKeyDer<'static>,
) -> Result<Arc<ServerConfig>, TlsError> {
    let mut config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(chain, key)?;
    config.alpn_protocols = vec![HTTP2.to_vec(), HTTP1.to_vec()];
    Ok(Arc::new(config))
}
