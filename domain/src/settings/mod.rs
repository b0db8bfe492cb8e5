//! What a shop says of itself, and how it reckons.

mod alert_rules;
mod alert_rules_draft;
mod draft;
mod error;
mod hours;
mod languages;
mod next_look;
mod opening;
mod pause;
#[cfg(test)]
mod set_clock;
mod shop_settings;
mod wanted;

pub use alert_rules::{AlertRules, WhenOverdue};
pub use alert_rules_draft::AlertRulesDraft;
pub use draft::{MAX_ADDRESS, MAX_PERSONAL_DAYS, MAX_SHOP_NAME, SettingsDraft};
pub use error::SettingsError;
pub use hours::{Exception, Hours, NotHours, Span, Spans};
pub use languages::{Languages, NoLanguage};
pub use next_look::LOOK_AGAIN;
pub use opening::{Closed, GRACE_MINUTES};
pub use pause::{MAX_PAUSE_MESSAGE, Pause, PauseEnd, PauseLength};
pub use shop_settings::{MAX_PAYMENT_PICTURES, SettingsChanged, ShopSettings};
pub use wanted::WishOf;
