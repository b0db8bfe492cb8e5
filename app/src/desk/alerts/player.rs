//! Playing a sound.

use crate::desk::urgency::Urgency;
use js_sys::futures::JsFuture;
use web_sys::HtmlAudioElement;

/// Something that is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sound {
    /// Orders wait for an answer.
    Order(Urgency),
    /// An order was finished.
    Finish,
    /// Somebody sent a message.
    Message,
    /// An order was called off.
    Cancel,
    /// A customer asked where an order stays.
    Hurry,
}

impl Sound {
    /// Its file: see `tools/sounds`. None lasts for 3 seconds.
    fn url(self) -> &'static str {
        match self {
            Self::Order(_) => "/sounds/order.wav",
            Self::Finish => "/sounds/finish.wav",
            Self::Message => "/sounds/message.wav",
            Self::Cancel => "/sounds/cancel.wav",
            Self::Hurry => "/sounds/hurry.wav",
        }
    }
}

/// Plays a sound, from 0 to 1 loud. `false` where the browser does not let it: before
/// somebody has pressed something on the page, most don't.
pub(super) async fn play(sound: Sound, loudness: f64) -> bool {
    let Ok(element) = HtmlAudioElement::new_with_src(sound.url()) else {
        return false;
    };
    element.set_volume(loudness.clamp(0.0, 1.0));
    match element.play() {
        Ok(playing) => JsFuture::from(playing).await.is_ok(),
        Err(_) => false,
    }
}
