//! Which kinds of channels there are, and what each has to be told.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// A kind of channel. To add one: its variant here, what it needs, and its sender.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ChannelKind {
    /// A robot in a group of WeCom (企业微信).
    Wecom,
    /// A robot in a group of DingTalk (钉钉).
    Dingtalk,
    /// A robot in a group of Feishu (飞书), or of Lark.
    Feishu,
    /// A topic of ntfy.
    Ntfy,
    /// A bot of Telegram.
    Telegram,
    /// Mail, by SMTP.
    Email,
    /// Somebody's own program: JSON with a signature.
    Webhook,
}

/// Whether something has to be said of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// There is no such thing.
    No,
    /// It may be left out.
    May,
    /// It may not.
    Must,
}

/// What has to be said of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    /// Where it is.
    pub address: Need,
    /// Who signs in there.
    pub account: Need,
    /// In whose name it writes.
    pub sender: Need,
    /// To whom.
    pub target: Need,
    /// What proves that it is us.
    pub secret: Need,
}

impl Needs {
    const fn of(address: Need, account: Need, sender: Need, target: Need, secret: Need) -> Self {
        Self {
            address,
            account,
            sender,
            target,
            secret,
        }
    }
}

impl ChannelKind {
    /// The name in the store, and of its text.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// What has to be said of a channel of that kind.
    pub const fn needs(self) -> Needs {
        use Need::{May, Must, No};
        match self {
            Self::Wecom => Needs::of(Must, No, No, No, No),
            Self::Dingtalk | Self::Feishu | Self::Ntfy => Needs::of(Must, No, No, No, May),
            Self::Telegram => Needs::of(May, No, No, Must, Must),
            Self::Email => Needs::of(Must, May, Must, Must, May),
            Self::Webhook => Needs::of(Must, No, No, No, Must),
        }
    }

    /// Whether its address is that of a page of the web. Such an address often has a key
    /// in its path, so it is kept as a secret.
    pub const fn has_url(self) -> bool {
        !matches!(self, Self::Email)
    }
}
