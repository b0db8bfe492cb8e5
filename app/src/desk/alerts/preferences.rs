//! What is set on this device.

use super::player::Sound;
use crate::{desk::urgency::Urgency, json, words::time_of_day};
use domain::Timestamp;
use leptos::prelude::window;
use serde::{Deserialize, Serialize};

const KEY: &str = "orderbell.alerts";

/// How this device makes itself heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Preferences {
    /// Whether there are sounds at all.
    pub(super) sound: bool,
    /// How loud, in percent.
    pub(super) volume: u8,
    /// Whether new orders are said aloud, too.
    pub(super) speech: bool,
    /// Whether what happens while nobody looks at the page is shown by the system.
    pub(super) notifications: bool,
    /// Until when nothing is heard.
    pub(super) muted_until: Timestamp,
    /// From when to when nothing is heard each day: two times on the shop's wall, `22:00`.
    pub(super) quiet: Option<(String, String)>,
    /// Whether the page is for the counter: large, and the screen stays on.
    pub(super) counter: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            sound: true,
            volume: 80,
            speech: false,
            notifications: false,
            muted_until: Timestamp::from_millis(0),
            quiet: None,
            counter: false,
        }
    }
}

/// Why nothing is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hush {
    /// Sounds are switched off.
    Off,
    /// Muted until then.
    Muted(Timestamp),
    /// The hours in which it is quiet each day.
    Quiet,
}

impl Preferences {
    /// Those of this device. What can't be read is as if nothing was set.
    pub(super) fn load() -> Self {
        let storage = window().local_storage().ok().flatten();
        let stored = storage.and_then(|storage| storage.get_item(KEY).ok().flatten());
        let stored = stored.and_then(|text| json::read(&text).ok());
        stored.unwrap_or_default()
    }

    /// Keeps them for this device.
    pub(super) fn save(&self) {
        let storage = window().local_storage().ok().flatten();
        if let (Some(storage), Some(text)) = (storage, json::written(self)) {
            // A full or forbidden storage only means that a reload forgets.
            let _ = storage.set_item(KEY, &text);
        }
    }

    /// Why nothing is heard now, `offset` seconds ahead of UTC; `None` where it is.
    pub(super) fn hush(&self, now: Timestamp, offset: i32) -> Option<Hush> {
        if !self.sound {
            return Some(Hush::Off);
        }
        if self.muted_until > now {
            return Some(Hush::Muted(self.muted_until));
        }
        let wall = time_of_day(now, offset, false);
        self.is_quiet(&wall).then_some(Hush::Quiet)
    }

    /// Whether it is quiet at a time such as `22:00`. Texts of that form are in the order
    /// of time.
    fn is_quiet(&self, wall: &str) -> bool {
        let Some((from, to)) = &self.quiet else {
            return false;
        };
        match from <= to {
            true => from.as_str() <= wall && wall < to.as_str(),
            // Over midnight.
            false => from.as_str() <= wall || wall < to.as_str(),
        }
    }

    /// How loud a sound is, from 0 to 1; the more urgent, the louder.
    pub(super) fn loudness(&self, sound: Sound) -> f64 {
        let share = match sound {
            Sound::Order(urgency) => match urgency {
                Urgency::Fresh => 0.6,
                Urgency::Late => 0.8,
                Urgency::Overdue => 1.0,
            },
            Sound::Hurry => 0.8,
            Sound::Finish | Sound::Message | Sound::Cancel => 0.5,
        };
        share * f64::from(self.volume.min(100)) / 100.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_hours_may_go_over_midnight() {
        let quiet = |from: &str, to: &str| Preferences {
            quiet: Some((from.to_owned(), to.to_owned())),
            ..Preferences::default()
        };
        let night = quiet("22:00", "07:30");
        assert!(night.is_quiet("23:59") && night.is_quiet("00:00") && night.is_quiet("07:29"));
        assert!(!night.is_quiet("07:30") && !night.is_quiet("21:59"));
        let noon = quiet("12:00", "13:00");
        assert!(noon.is_quiet("12:59") && !noon.is_quiet("13:00") && !noon.is_quiet("11:59"));
        assert!(!quiet("12:00", "12:00").is_quiet("12:00"));
    }

    #[test]
    fn a_mute_ends_by_itself() {
        let muted = Preferences {
            muted_until: Timestamp::from_millis(1_000),
            ..Preferences::default()
        };
        let at = |millis| muted.hush(Timestamp::from_millis(millis), 0);
        assert_eq!(at(999), Some(Hush::Muted(muted.muted_until)));
        assert_eq!(at(1_000), None);
    }

    #[test]
    fn what_is_kept_by_another_version_is_read_as_far_as_it_goes() {
        let read: Preferences = serde_json::from_str(r#"{"volume":30,"colour":"red"}"#).unwrap();
        assert_eq!(read.volume, 30);
        assert!(read.sound);
    }
}
