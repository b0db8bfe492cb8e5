//! What kinds of channels, stages and answers are called.

use domain::{
    channels::{AlertState, Answer, Cause, ChannelKind, Said, Stage},
    language::Language,
    settings::WhenOverdue,
};

/// What a kind of channel is called.
pub(super) fn kind(language: Language, kind: ChannelKind) -> String {
    let text = match kind {
        ChannelKind::Wecom => tr!(language, "channel.wecom"),
        ChannelKind::Dingtalk => tr!(language, "channel.dingtalk"),
        ChannelKind::Feishu => tr!(language, "channel.feishu"),
        ChannelKind::Ntfy => tr!(language, "channel.ntfy"),
        ChannelKind::Telegram => tr!(language, "channel.telegram"),
        ChannelKind::Email => tr!(language, "channel.email"),
        ChannelKind::Webhook => tr!(language, "channel.webhook"),
    };
    text.into_owned()
}

/// What a channel of that kind wants to know, and where to find that.
pub(super) fn about(language: Language, kind: ChannelKind) -> String {
    let text = match kind {
        ChannelKind::Wecom => tr!(language, "channel.wecom_about"),
        ChannelKind::Dingtalk => tr!(language, "channel.dingtalk_about"),
        ChannelKind::Feishu => tr!(language, "channel.feishu_about"),
        ChannelKind::Ntfy => tr!(language, "channel.ntfy_about"),
        ChannelKind::Telegram => tr!(language, "channel.telegram_about"),
        ChannelKind::Email => tr!(language, "channel.email_about"),
        ChannelKind::Webhook => tr!(language, "channel.webhook_about"),
    };
    text.into_owned()
}

/// What the address of that kind of channel is called.
pub(super) fn address(language: Language, kind: ChannelKind) -> String {
    let text = match kind {
        ChannelKind::Email => tr!(language, "channel.address_mail"),
        ChannelKind::Telegram => tr!(language, "channel.address_telegram"),
        ChannelKind::Ntfy => tr!(language, "channel.address_ntfy"),
        _ => tr!(language, "channel.address"),
    };
    text.into_owned()
}

/// What is sent to, by that kind of channel.
pub(super) fn target(language: Language, kind: ChannelKind) -> String {
    let text = match kind {
        ChannelKind::Email => tr!(language, "channel.target_mail"),
        _ => tr!(language, "channel.target"),
    };
    text.into_owned()
}

/// What the secret of that kind of channel is called.
pub(super) fn secret(language: Language, kind: ChannelKind) -> String {
    let text = match kind {
        ChannelKind::Email => tr!(language, "channel.secret_mail"),
        ChannelKind::Ntfy | ChannelKind::Telegram => tr!(language, "channel.secret_token"),
        _ => tr!(language, "channel.secret"),
    };
    text.into_owned()
}

/// How long an order waited already, or that its customer asked.
pub(super) fn cause(language: Language, cause: Cause) -> String {
    let text = match cause {
        Cause::Waiting(Stage::New) => tr!(language, "channel.stage_new"),
        Cause::Waiting(Stage::Reminder(minutes)) => {
            tr!(language, "channel.stage_reminder", minutes = minutes)
        }
        Cause::Waiting(Stage::Overdue) => tr!(language, "channel.stage_overdue"),
        Cause::Hurried(_) => tr!(language, "channel.stage_hurried"),
    };
    text.into_owned()
}

/// Where an alert is on its way.
pub(super) fn state(language: Language, state: AlertState) -> String {
    let text = match state {
        AlertState::Waiting => tr!(language, "channel.state_waiting"),
        AlertState::Sent => tr!(language, "channel.state_sent"),
        AlertState::GivenUp => tr!(language, "channel.state_given_up"),
        AlertState::Dropped => tr!(language, "channel.state_dropped"),
    };
    text.into_owned()
}

/// What happens to an order that nobody answers.
pub(super) fn when_overdue(language: Language, when: WhenOverdue) -> String {
    let text = match when {
        WhenOverdue::Nothing => tr!(language, "channel.overdue_nothing"),
        WhenOverdue::Pause => tr!(language, "channel.overdue_pause"),
    };
    text.into_owned()
}

/// What came back: what it comes to, the status, and its beginning.
pub(super) fn answer(language: Language, answer: &Answer) -> String {
    let said = match answer.said {
        Said::Taken => tr!(language, "channel.said_taken"),
        Said::Refused => tr!(language, "channel.said_refused"),
        Said::Late => tr!(language, "channel.said_late"),
        Said::Unreachable => tr!(language, "channel.said_unreachable"),
        Said::Private => tr!(language, "channel.said_private"),
        Said::Unusable => tr!(language, "channel.said_unusable"),
    };
    let status = answer.status.map(|status| status.to_string());
    let text = Some(answer.text.clone()).filter(|text| !text.is_empty());
    let parts = [Some(said.into_owned()), status, text];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
