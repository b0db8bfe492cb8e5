//! What the forms of these pages do.

use crate::form::{Answer, Notice, PageForm, Sending, Submission};
use domain::{
    handover::HandoverRulesDraft,
    policy::Action,
    settings::{PauseLength, SettingsDraft},
    validation::{Field, Reason, ValidationErrors},
};

/// The page.
const PAGE: &str = "/admin/settings";
/// The page on which orders are paused.
const PAUSE: &str = "/admin/pause";

/// The forms of these pages.
pub const FORMS: &[PageForm] = &[
    PageForm {
        path: "/admin/settings",
        page: PAGE,
        submit: change,
    },
    PageForm {
        path: "/admin/pause",
        page: PAUSE,
        submit: pause,
    },
    PageForm {
        path: "/admin/pause/end",
        page: PAUSE,
        submit: resume,
    },
];

/// What was typed of the settings.
pub fn draft(sent: &Submission) -> SettingsDraft {
    let text = |field| sent.text(field).to_owned();
    SettingsDraft {
        name: text(Field::ShopName),
        address: text(Field::Address),
        phone: text(Field::ShopPhone),
        time_zone: text(Field::TimeZone),
        currency: text(Field::Currency),
        languages: sent.texts(Field::Languages),
        closes: !text(Field::Closes).is_empty(),
        week: [0, 1, 2, 3, 4, 5, 6].map(|day| text(Field::Weekday(day))),
        exceptions: text(Field::Exceptions),
        personal_days: text(Field::PersonalDays),
        handover: sent.has(Field::NoticeMinutes).then(|| HandoverRulesDraft {
            ways: sent.texts(Field::Ways),
            wanted_times: !text(Field::WantedTimes).is_empty(),
            notice_minutes: text(Field::NoticeMinutes),
        }),
    }
}

fn change(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::ChangeSettings)?;
        let version = sent.version()?;
        let draft = draft(&sent);
        let changed = sent.shop.change_settings(&draft, version, user);
        changed.await?;
        Ok(Answer::done(PAGE, Notice::Saved))
    })
}

fn pause(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::PauseOrders)?;
        let length = sent.text(Field::PauseLength).parse::<PauseLength>();
        let wrong = |reason| ValidationErrors::only(Field::PauseLength, reason);
        let length = length.map_err(|_| wrong(Reason::NotAChoice))?;
        let pause = length.begin(sent.text(Field::PauseMessage), &*sent.shop.clock);
        let wrong = |reason| ValidationErrors::only(Field::PauseMessage, reason);
        sent.shop.pause(Some(pause.map_err(wrong)?), user).await?;
        Ok(Answer::go_to(PAUSE))
    })
}

fn resume(sent: Submission) -> Sending {
    Box::pin(async move {
        sent.shop.pause(None, sent.admin()?).await?;
        Ok(Answer::go_to(PAUSE))
    })
}
