//! For how long what customers see of the shop holds by itself.

use super::{PauseEnd, ShopSettings};
use crate::{Timestamp, clock::ShopClock};

/// After so many seconds somebody looks again at the latest.
pub const LOOK_AGAIN: u32 = 3_600;

const MINUTE: i64 = 60_000;

impl ShopSettings {
    /// In how many seconds the shop opens or closes, or its day ends, of which no event
    /// tells; [`LOOK_AGAIN`] where nothing of that happens before.
    pub fn next_look(&self, clock: &dyn ShopClock, at: Timestamp) -> u32 {
        let seen = |at| (self.check_open(clock, at).is_ok(), clock.day(at));
        let now = seen(at);
        let full = (at.millis() / MINUTE + 1) * MINUTE;
        let mut minutes = (0..i64::from(LOOK_AGAIN / 60)).map(|minute| full + minute * MINUTE);
        let pause_end = self.pause.as_ref().and_then(|pause| match pause.until {
            PauseEnd::Time(end) => Some(end.millis()).filter(|end| *end > at.millis()),
            PauseEnd::NextDay(_) | PauseEnd::Never => None,
        });
        let differs = |millis: &i64| seen(Timestamp::from_millis(*millis)) != now;
        // A pause may end between two full minutes.
        let next = minutes.find(differs).into_iter().chain(pause_end).min();
        let seconds = next.map(|next| (next - at.millis() + 999) / 1000);
        let seconds = seconds.and_then(|seconds| u32::try_from(seconds).ok());
        seconds.unwrap_or(LOOK_AGAIN).clamp(1, LOOK_AGAIN)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        money::Currency,
        settings::{Hours, Pause, set_clock::SetClock},
    };

    /// That many seconds into a day.
    fn look(shop: &ShopSettings, seconds: i64) -> u32 {
        let day = 20_780 * 86_400_000;
        shop.next_look(
            &SetClock::default(),
            Timestamp::from_millis(day + seconds * 1000),
        )
    }

    fn shop(spans: Option<&str>) -> ShopSettings {
        let mut shop = ShopSettings::new("Fulai", "UTC", Currency::CNY);
        shop.hours = Hours {
            week: spans.map(|spans| [0; 7].map(|_| spans.parse().unwrap())),
            exceptions: Vec::new(),
        };
        shop
    }

    const HOUR: i64 = 3_600;

    #[test]
    fn somebody_looks_again_when_the_shop_opens_or_closes() {
        let shop = shop(Some("11:00-14:00"));
        assert_eq!(look(&shop, 11 * HOUR - 90), 90);
        assert_eq!(look(&shop, 14 * HOUR - 1), 1);
        assert_eq!(look(&shop, 12 * HOUR), LOOK_AGAIN);
        // With the day begins what was sold out for the last one.
        assert_eq!(look(&shop, 24 * HOUR - 600), 600);
    }

    #[test]
    fn and_when_a_pause_ends() {
        let mut shop = shop(None);
        assert_eq!(look(&shop, HOUR), LOOK_AGAIN);
        let end = Timestamp::from_millis(20_780 * 86_400_000 + HOUR * 1000 + 95_500);
        shop.pause = Some(Pause {
            until: PauseEnd::Time(end),
            message: String::new(),
        });
        assert_eq!(look(&shop, HOUR), 96);
        assert_eq!(look(&shop, HOUR + 96), LOOK_AGAIN);
        shop.pause = Some(Pause {
            until: PauseEnd::Never,
            message: String::new(),
        });
        assert_eq!(look(&shop, HOUR), LOOK_AGAIN);
    }
}
