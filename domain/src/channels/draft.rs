//! What somebody types of a channel, checked once.

use super::{ChannelFields, ChannelKind, Destination, Need};
use crate::{
    text,
    validation::{Field, Reason, ValidationErrors},
};

/// The longest name of a channel, in characters.
pub const MAX_CHANNEL_NAME: usize = 60;
/// The longest address of a channel, in characters.
pub const MAX_CHANNEL_ADDRESS: usize = 500;
/// The longest secret of a channel, in characters.
pub const MAX_CHANNEL_SECRET: usize = 200;
/// The longest of what else is said of a channel, in characters.
pub const MAX_CHANNEL_TARGET: usize = 300;
/// The most mail addresses that one channel writes to.
const MAX_MAILS: usize = 10;

/// A channel as it was typed, with nothing checked yet.
#[derive(Default, Clone, PartialEq, Eq)]
pub struct ChannelDraft {
    /// What the shop calls it.
    pub name: String,
    /// Where it is; blank keeps what is known.
    pub address: String,
    /// Who signs in there.
    pub account: String,
    /// In whose name it writes.
    pub sender: String,
    /// To whom.
    pub target: String,
    /// What proves that it is us; blank keeps what is known.
    pub secret: String,
}

impl ChannelDraft {
    /// Checks what was typed of a channel of that kind. What is kept as a secret and was
    /// left blank is that of `known`. A secret stays where it is: who gives a channel
    /// another address has to know it.
    ///
    /// # Errors
    /// Every fault, each at its field.
    pub fn parse(
        &self,
        kind: ChannelKind,
        known: Option<&Destination>,
    ) -> Result<ChannelFields, ValidationErrors> {
        let mut faults = ValidationErrors::default();
        let needs = kind.needs();
        let kept = |value: fn(&Destination) -> &str| known.map_or("", value);
        let name = text::line(&self.name, MAX_CHANNEL_NAME);
        let name = faults.check(Field::ChannelName, name).unwrap_or_default();
        let mut take = |field, need, max, typed: &str, kept: &str| {
            let typed = if typed.trim().is_empty() { kept } else { typed };
            let value = match (need, typed.trim()) {
                (Need::No, _) | (Need::May, "") => Ok(String::new()),
                _ => text::line(typed, max),
            };
            faults.check(field, value).unwrap_or_default()
        };
        let (url, long) = (MAX_CHANNEL_ADDRESS, MAX_CHANNEL_TARGET);
        let known_address = kept(|known| &known.address);
        let address = take(
            Field::ChannelAddress,
            needs.address,
            url,
            &self.address,
            known_address,
        );
        let account = take(
            Field::ChannelAccount,
            needs.account,
            long,
            &self.account,
            "",
        );
        let sender = take(Field::ChannelSender, needs.sender, long, &self.sender, "");
        let target = take(Field::ChannelTarget, needs.target, long, &self.target, "");
        let known_secret = match address == known_address {
            true => kept(|known| &known.secret),
            false => "",
        };
        let max = MAX_CHANNEL_SECRET;
        let secret = take(
            Field::ChannelSecret,
            needs.secret,
            max,
            &self.secret,
            known_secret,
        );
        let had_secret = known.is_some_and(|known| !known.secret.is_empty());
        if had_secret && secret.is_empty() && needs.secret == Need::May {
            faults.add(Field::ChannelSecret, Reason::Blank);
        }
        let destination = Destination {
            kind,
            address,
            account,
            sender,
            target,
            secret,
        };
        check_form(&destination, &mut faults);
        match faults.is_empty() {
            true => Ok(ChannelFields { name, destination }),
            false => Err(faults),
        }
    }
}

/// What can be seen of an address without asking anybody.
fn check_form(destination: &Destination, faults: &mut ValidationErrors) {
    let address = &*destination.address;
    let is_url = address.starts_with("https://") || address.starts_with("http://");
    if destination.kind.has_url() && !address.is_empty() && !is_url {
        faults.add(Field::ChannelAddress, Reason::NotAnAddress);
    }
    if destination.kind != ChannelKind::Email {
        return;
    }
    if !address.is_empty() && !is_host(address) {
        faults.add(Field::ChannelAddress, Reason::NotAnAddress);
    }
    let (sender, target) = (&*destination.sender, &*destination.target);
    if !sender.is_empty() && !is_mail(sender) {
        faults.add(Field::ChannelSender, Reason::NotAMail);
    }
    let mails: Vec<_> = target.split(',').map(str::trim).collect();
    if mails.len() > MAX_MAILS {
        faults.add(Field::ChannelTarget, Reason::NoMore { max: MAX_MAILS });
    } else if !target.is_empty() && !mails.into_iter().all(is_mail) {
        faults.add(Field::ChannelTarget, Reason::NotAMail);
    }
}

/// Whether it is a host with its port: `mail.example:587`, `[::1]:25`.
fn is_host(text: &str) -> bool {
    let Some((host, port)) = text.rsplit_once(':') else {
        return false;
    };
    let sound = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    !host.is_empty() && host.chars().all(sound) && port.parse::<u16>().is_ok_and(|port| port > 0)
}

/// Whether it looks like a mail address; whether there is somebody the server there knows.
fn is_mail(text: &str) -> bool {
    let sound = |c: char| !c.is_whitespace() && !c.is_control() && !"<>(),;:\\\"[]".contains(c);
    text.split_once('@').is_some_and(|(name, host)| {
        let is_sound = text.chars().all(sound) && !host.contains('@');
        is_sound && !name.is_empty() && host.len() > 2
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(address: &str, secret: &str) -> ChannelDraft {
        ChannelDraft {
            name: "Kitchen".to_owned(),
            address: address.to_owned(),
            secret: secret.to_owned(),
            ..ChannelDraft::default()
        }
    }

    #[test]
    fn what_was_left_blank_is_kept_but_no_secret_moves_to_another_address() {
        let kind = ChannelKind::Webhook;
        let new = draft("https://a.example/x", "secret-1").parse(kind, None);
        let known = new.unwrap().destination;
        let kept = draft("", "").parse(kind, Some(&known)).unwrap();
        assert_eq!(kept.destination, known);
        let moved = draft("https://b.example", "").parse(kind, Some(&known));
        let blank = ValidationErrors::only(Field::ChannelSecret, Reason::Blank);
        assert_eq!(moved.err(), Some(blank.clone()));
        let token = draft("https://a.example/x", "tk_1").parse(ChannelKind::Ntfy, None);
        let token = token.unwrap().destination;
        let moved = draft("https://b.example/x", "").parse(ChannelKind::Ntfy, Some(&token));
        assert_eq!(moved.err(), Some(blank));
        let open = draft("https://a.example/x", "").parse(ChannelKind::Ntfy, None);
        assert!(open.is_ok());
    }

    #[test]
    fn each_kind_says_what_it_lacks() {
        let nothing = ChannelDraft::default();
        let faults = nothing.parse(ChannelKind::Email, None).unwrap_err();
        let fields = faults.0.iter().map(|fault| fault.field);
        let lacks = [
            Field::ChannelName,
            Field::ChannelAddress,
            Field::ChannelSender,
            Field::ChannelTarget,
        ];
        assert_eq!(fields.collect::<Vec<_>>(), lacks);
        let wrong = draft("ftp://a.example", "12345678").parse(ChannelKind::Webhook, None);
        let fault = ValidationErrors::only(Field::ChannelAddress, Reason::NotAnAddress);
        assert_eq!(wrong.err(), Some(fault));
    }

    #[test]
    fn mail_is_sent_to_mail_addresses_by_a_host_with_a_port() {
        let mail = ChannelDraft {
            sender: "shop@a.example".to_owned(),
            target: "li@a.example, wang@b.example".to_owned(),
            ..draft("mail.example:587", "")
        };
        assert!(mail.parse(ChannelKind::Email, None).is_ok());
        for (address, target) in [
            ("mail.example", "li@a.example"),
            ("mail.example:0", "li@a.example"),
            ("mail example:25", "li@a.example"),
            ("mail.example:587", "li"),
            ("mail.example:587", "li@a.example,"),
            ("mail.example:587", "a@b@c.example"),
        ] {
            let wrong = ChannelDraft {
                address: address.to_owned(),
                target: target.to_owned(),
                ..mail.clone()
            };
            assert!(
                wrong.parse(ChannelKind::Email, None).is_err(),
                "{address} {target}"
            );
        }
    }
}
