//! What a device is told of an order, in the language of its user.

use super::text::{lines, title};
use crate::words;
use domain::{
    channels::{Cause, DeviceStage, DueDeviceAlert, Stage},
    language::Language,
    orders::Order,
    web_push::{CloseNote, PushNote, ShowNote, Urgency, WebPushMessage},
};

/// How long an alert waits for a device that is off, in seconds: an hour. A later stage
/// takes its place.
const TTL: u32 = 3_600;
/// How long the word waits that takes an alert back, in seconds: a day. A device that is
/// off may show the alert still.
const ANSWERED_TTL: u32 = 86_400;
/// The longest text below the title, in bytes. Nobody reads more of a notification, and it
/// fits into a message also where each character of it is escaped.
const LONGEST: usize = 1_200;

/// The message that carries an alert. `None` where it has no JSON form, which can't be.
pub fn device_message(alert: &DueDeviceAlert) -> Option<WebPushMessage> {
    let (order, language) = (&alert.order, alert.device.language);
    let tag = format!("order-{}", order.id);
    let message = match alert.stage {
        DeviceStage::Due(cause) => {
            let note = PushNote::Show(ShowNote {
                url: format!("/admin#{tag}"),
                tag,
                title: title(language, order, cause),
                body: cut(lines(language, order)),
                lang: language.tag(),
                renotify: cause != Cause::Waiting(Stage::New),
            });
            WebPushMessage::new(&note, TTL, Urgency::High)
        }
        DeviceStage::Answered => {
            let note = PushNote::Close(CloseNote {
                close: tag,
                title: answered(language, order),
            });
            WebPushMessage::new(&note, ANSWERED_TTL, Urgency::Normal)
        }
    };
    message.ok()
}

/// What became of an order, and by whom.
fn answered(language: Language, order: &Order) -> String {
    let (number, status) = (order.number, words::status(language, order.status));
    let by = order.handled.as_ref().map(|handled| &*handled.by);
    match by.filter(|by| !by.is_empty()) {
        Some(by) => tr!(
            language,
            "alert.answered_by",
            number = number,
            status = status,
            by = by
        ),
        None => tr!(language, "alert.answered", number = number, status = status),
    }
    .into_owned()
}

/// The text, or its beginning with a mark that there is more.
fn cut(mut text: String) -> String {
    if text.len() > LONGEST {
        text.truncate(text.floor_char_boundary(LONGEST));
        text.push('…');
    }
    text
}
