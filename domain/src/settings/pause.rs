//! Taking no orders for a while.

use crate::{Timestamp, clock::ShopClock, text, validation::Reason};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// The longest message to customers, in characters.
pub const MAX_PAUSE_MESSAGE: usize = 200;

/// A pause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pause {
    /// When it ends.
    pub until: PauseEnd,
    /// What customers are told; possibly nothing.
    pub message: String,
}

/// When a pause ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PauseEnd {
    /// At that moment.
    Time(Timestamp),
    /// With the shop's day after this one.
    NextDay(String),
    /// When somebody says so.
    Never,
}

/// For how long somebody wants to pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum PauseLength {
    /// 15 minutes.
    Quarter,
    /// 30 minutes.
    Half,
    /// 60 minutes.
    Hour,
    /// Until the shop's next day.
    Day,
    /// Until somebody says so.
    Open,
}

impl PauseLength {
    /// The name in forms.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// A pause of that length from now on.
    ///
    /// # Errors
    /// The message is too long, or unreadable.
    pub fn begin(self, message: &str, clock: &dyn ShopClock) -> Result<Pause, Reason> {
        let message = text::paragraph(message, MAX_PAUSE_MESSAGE)?;
        let now = clock.now();
        let after = |minutes: u32| PauseEnd::Time(now.plus_seconds(minutes * 60));
        let until = match self {
            Self::Quarter => after(15),
            Self::Half => after(30),
            Self::Hour => after(60),
            Self::Day => PauseEnd::NextDay(clock.day(now)),
            Self::Open => PauseEnd::Never,
        };
        Ok(Pause { until, message })
    }
}
