//! What stands behind the address of a device: the service of a browser's vendor, and the
//! device, which alone can read what is sent there.

use axum::http::{HeaderMap, Request, Response, StatusCode};
use base64ct::{Base64UrlUnpadded, Encoding};
use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use p256::{
    SecretKey,
    elliptic_curve::{rand_core::OsRng, sec1::ToEncodedPoint},
};
use serde_json::{Value, json};
use std::{
    convert::Infallible,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{net::TcpListener, sync::mpsc, time::timeout};
use web_push_native::{Auth, decrypt};

const AUTH: [u8; 16] = *b"sixteen bytes it";
/// Longer than anything takes: a test that waits so long has failed.
const PATIENCE: Duration = Duration::from_secs(20);

/// A message as the service got it.
pub(crate) struct Received {
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    body: Bytes,
}

/// A service in the test's process.
pub(crate) struct PushService {
    address: SocketAddr,
    answer: Arc<Mutex<(u16, HeaderMap)>>,
    received: mpsc::UnboundedReceiver<Received>,
}

impl PushService {
    /// Starts it: it takes every message.
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let answer = Arc::new(Mutex::new((201, HeaderMap::new())));
        let (sender, received) = mpsc::unbounded_channel();
        let answering = answer.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (answer, sender) = (answering.clone(), sender.clone());
                let answer = service_fn(move |request| {
                    take(request, sender.clone(), answer.lock().unwrap().clone())
                });
                let serving = http1::Builder::new().serve_connection(TokioIo::new(stream), answer);
                tokio::spawn(serving);
            }
        });
        Self {
            address,
            answer,
            received,
        }
    }

    /// What it says from now on.
    pub(crate) fn answers(&self, status: u16, headers: &[(&'static str, &str)]) {
        let headers = headers
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
        *self.answer.lock().unwrap() = (status, headers.collect());
    }

    /// Its origin.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A new device that it serves.
    pub(crate) fn device(&self, name: &str) -> Device {
        Device::at(&format!("{}/{name}", self.origin()))
    }

    /// The next message that it gets.
    pub(crate) async fn next(&mut self) -> Received {
        let received = timeout(PATIENCE, self.received.recv()).await;
        received.expect("nothing came").unwrap()
    }

    /// Whether all that came was looked at.
    pub(crate) fn is_idle(&mut self) -> bool {
        self.received.try_recv().is_err()
    }
}

async fn take(
    request: Request<Incoming>,
    sender: mpsc::UnboundedSender<Received>,
    (status, headers): (u16, HeaderMap),
) -> Result<Response<Full<Bytes>>, Infallible> {
    let (parts, body) = request.into_parts();
    let received = Received {
        path: parts.uri.path().to_owned(),
        headers: parts.headers,
        body: body.collect().await.unwrap().to_bytes(),
    };
    sender.send(received).unwrap();
    let mut answer = Response::new(Full::default());
    *answer.status_mut() = StatusCode::from_u16(status).unwrap();
    *answer.headers_mut() = headers;
    Ok(answer)
}

/// A device.
pub(crate) struct Device {
    pub(crate) endpoint: String,
    secret: SecretKey,
}

impl Device {
    /// A device at an address.
    pub(crate) fn at(endpoint: &str) -> Self {
        Self {
            endpoint: endpoint.to_owned(),
            secret: SecretKey::random(&mut OsRng),
        }
    }

    /// Its subscription, as a browser writes it.
    pub(crate) fn subscription(&self) -> Value {
        let point = self.secret.public_key().to_encoded_point(false);
        json!({
            "endpoint": self.endpoint,
            "expirationTime": null,
            "keys": {
                "p256dh": Base64UrlUnpadded::encode_string(point.as_bytes()),
                "auth": Base64UrlUnpadded::encode_string(&AUTH),
            },
        })
    }

    /// What a message says, which nobody else can read.
    pub(crate) fn read(&self, received: &Received) -> Value {
        let auth = Auth::from(AUTH);
        let plain = decrypt(received.body.to_vec(), &self.secret, &auth).unwrap();
        serde_json::from_slice(&plain).unwrap()
    }
}
