//! Saying something aloud, where the browser has a voice.

use domain::language::Language;
use leptos::prelude::window;
use web_sys::SpeechSynthesisUtterance;

/// Says a text, from 0 to 1 loud. Where there is no voice nothing is said: the sound was heard.
pub(super) fn say(language: Language, text: &str, loudness: f64) {
    let Ok(synthesis) = window().speech_synthesis() else {
        return;
    };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else {
        return;
    };
    utterance.set_lang(language.tag());
    utterance.set_volume(loudness as f32);
    synthesis.speak(&utterance);
}
