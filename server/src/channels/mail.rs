//! The way to those who read mail: SMTP.

use super::{http::said, request::Task, text::text_of};
use crate::outbound::{Guard, NoWay, PATIENCE, bare, is_private};
use domain::channels::{Answer, Destination, Said};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, header::ContentType},
    transport::smtp::{
        Error,
        authentication::Credentials,
        client::{Tls, TlsParameters},
    },
};
use std::net::IpAddr;
use tokio::time::timeout;

/// The port at which TLS begins with the first byte; at others it is asked for.
const TLS_PORT: u16 = 465;
/// The longest text, in bytes.
const LONGEST: usize = 100_000;

/// What is said of a channel makes no mail.
#[derive(Debug, Clone, Copy)]
enum Fault {
    Unusable,
    NoWay(NoWay),
}

/// Sends an alert as a mail.
pub(super) async fn send(guard: Guard, task: Task<'_>) -> Answer {
    match timeout(PATIENCE, try_to_send(guard, task)).await {
        Ok(Ok(sent)) => sent,
        Ok(Err(Fault::Unusable)) => Answer::without(Said::Unusable),
        Ok(Err(Fault::NoWay(no_way))) => Answer::without(said(no_way)),
        Err(_) => Answer::without(Said::Late),
    }
}

/// Host and port of a mail server.
pub(super) fn host_and_port(to: &Destination) -> Option<(&str, u16)> {
    let (host, port) = to.address.rsplit_once(':')?;
    Some((bare(host), port.parse().ok()?))
}

async fn try_to_send(guard: Guard, task: Task<'_>) -> Result<Answer, Fault> {
    let (host, port) = host_and_port(task.to).ok_or(Fault::Unusable)?;
    let mail = mail(task).ok_or(Fault::Unusable)?;
    let found = guard.resolve(host, port).await.map_err(Fault::NoWay)?;
    let address = found.first().ok_or(Fault::NoWay(NoWay::Unknown))?.ip();
    // The address that was looked at, and the name for the certificate.
    let way = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(address.to_string());
    let tls = tls(host, port, address).ok_or(Fault::Unusable)?;
    let way = way.port(port).tls(tls).timeout(Some(PATIENCE));
    let way = match &*task.to.account {
        "" => way,
        account => {
            let secret = task.to.secret.clone();
            way.credentials(Credentials::new(account.to_owned(), secret))
        }
    };
    Ok(match way.build().send(mail).await {
        Ok(response) => Answer {
            said: Said::Taken,
            status: Some(response.code().into()),
            text: response.message().collect::<Vec<_>>().join(" "),
            retry_after: None,
        },
        Err(error) => not_taken(&error),
    })
}

fn tls(host: &str, port: u16, address: IpAddr) -> Option<Tls> {
    let parameters = TlsParameters::new(host.to_owned()).ok()?;
    Some(match port {
        TLS_PORT => Tls::Wrapper(parameters),
        // In a network of one's own a server may have none; elsewhere nobody may listen.
        _ if is_private(address) => Tls::Opportunistic(parameters),
        _ => Tls::Required(parameters),
    })
}

fn mail(task: Task<'_>) -> Option<Message> {
    let sender: Mailbox = task.to.sender.parse().ok()?;
    let host = sender.email.domain().to_owned();
    let mut mail = Message::builder()
        .from(sender)
        .subject(&task.message.title)
        // The same for the same alert: who gets it twice can tell.
        .message_id(Some(format!("<{}@{host}>", task.message.id)))
        .header(ContentType::TEXT_PLAIN);
    for address in task.to.target.split(',') {
        mail = mail.to(address.trim().parse().ok()?);
    }
    mail.body(text_of(task, LONGEST)).ok()
}

fn not_taken(error: &Error) -> Answer {
    let status = error.status().map(u16::from);
    let said = match status {
        Some(_) => Said::Refused,
        None if error.is_timeout() => Said::Late,
        None => Said::Unreachable,
    };
    Answer {
        said,
        status,
        text: error.to_string(),
        retry_after: None,
    }
}
