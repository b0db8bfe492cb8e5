//! Where a channel leads.

use super::ChannelKind;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Where a channel leads, and what it takes to send something there. What a kind of
/// channel does not need is blank.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destination {
    /// Of which kind it is.
    pub kind: ChannelKind,
    /// Where it is: a URL, or host and port of a mail server.
    #[serde(default)]
    pub address: String,
    /// Who signs in there.
    #[serde(default)]
    pub account: String,
    /// In whose name it writes.
    #[serde(default)]
    pub sender: String,
    /// To whom: a chat, or addresses of mail with commas between them.
    #[serde(default)]
    pub target: String,
    /// A key, a token, or a password.
    #[serde(default)]
    pub secret: String,
}

impl Destination {
    /// The address as it may be shown: of a URL only the site, for there may be a key in
    /// the rest of it.
    pub fn shown_address(&self) -> String {
        if !self.kind.has_url() {
            return self.address.clone();
        }
        let Some((scheme, rest)) = self.address.split_once("://") else {
            return String::new();
        };
        let authority = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
        let host = authority.rsplit('@').next().unwrap_or_default();
        format!("{scheme}://{host}")
    }

    /// The text without what nobody may see of this channel: others may say again what
    /// they were told.
    pub fn redact(&self, text: &str) -> String {
        let mut text = text.to_owned();
        let address = match self.kind.has_url() {
            true => &*self.address,
            false => "",
        };
        let path = address.split_once("://").map_or("", |(_, rest)| rest);
        let path = path.split_once('/').map_or("", |(_, path)| path);
        for hidden in [&*self.secret, address, path] {
            if hidden.len() >= MIN_HIDDEN {
                text = text.replace(hidden, "•••");
            }
        }
        text
    }
}

/// What is shorter is no key, and may stand in any text.
const MIN_HIDDEN: usize = 6;

/// Without what is secret: it must not be logged.
impl fmt::Debug for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Destination")
            .field("kind", &self.kind)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(address: &str) -> Destination {
        Destination {
            kind: ChannelKind::Wecom,
            address: address.to_owned(),
            account: String::new(),
            sender: String::new(),
            target: String::new(),
            secret: "SEC0123456".to_owned(),
        }
    }

    #[test]
    fn of_an_address_only_the_site_is_shown() {
        let robot = at("https://qyapi.example/cgi-bin/send?key=abcdef");
        assert_eq!(robot.shown_address(), "https://qyapi.example");
        assert_eq!(
            at("https://li:pw@a.example#k").shown_address(),
            "https://a.example"
        );
        assert_eq!(at("nothing").shown_address(), "");
    }

    #[test]
    fn what_is_secret_is_taken_out_of_texts_and_never_logged() {
        let robot = at("https://qyapi.example/cgi-bin/send?key=abcdef");
        let said = "no /cgi-bin/send?key=abcdef by SEC0123456";
        assert_eq!(robot.redact(said), "no /••• by •••");
        let logged = format!("{robot:?}");
        assert!(
            !logged.contains("SEC") && !logged.contains("key="),
            "{logged}"
        );
    }
}
