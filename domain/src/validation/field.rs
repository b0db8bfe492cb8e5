//! The fields of forms, and of what the API takes.

use crate::ids::ItemId;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A field of a form, or of what the API takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The key that makes a repeated request harmless.
    RequestId,
    /// The customer's name.
    Name,
    /// The customer's telephone number.
    Phone,
    /// The note to the shop.
    Note,
    /// The order's lines as a whole.
    Lines,
    /// A line of an item; its place among that item's lines, from 0.
    Line(ItemId, u8),
    /// A line that an order has already; its place in the order, from 0.
    KeptLine(u8),
    /// Whom a message is for.
    To,
    /// A message's title.
    Title,
    /// A message's text.
    Text,
    /// How long a message is kept, in seconds.
    ExpiresIn,
    /// The name that a user signs in with.
    Username,
    /// A user's password, as it shall be.
    Password,
    /// A user's password, as it is.
    CurrentPassword,
    /// What a user may do.
    Role,
    /// In which language a user reads.
    Language,
    /// The category of an item.
    Category,
    /// Where the items of a category are made.
    Station,
    /// A name in Chinese.
    NameZh,
    /// A name in English.
    NameEn,
    /// A description in Chinese.
    DescriptionZh,
    /// A description in English.
    DescriptionEn,
    /// The price of an item.
    Price,
    /// How many there are of an item.
    Stock,
    /// How many there were of an item when its form was drawn.
    StockSeen,
    /// What guests want to know of an item.
    Marks,
    /// The groups of options of an item.
    OptionGroups,
    /// How many choices of a group of options can be taken.
    Selection,
    /// Whether something of a group of options has to be taken.
    Required,
    /// The number of a choice, in the row of that place.
    ChoiceNumber(u8),
    /// The name of a choice in Chinese, in the row of that place.
    ChoiceNameZh(u8),
    /// The name of a choice in English, in the row of that place.
    ChoiceNameEn(u8),
    /// What a choice adds to the price, in the row of that place.
    ChoicePrice(u8),
    /// The rows of the choices that are chosen at first.
    Defaults,
    /// What an item looks like.
    Photo,
    /// The version of what is changed.
    Version,
    /// The shop's name.
    ShopName,
    /// Where the shop is.
    Address,
    /// The shop's number to call.
    ShopPhone,
    /// The shop's time zone.
    TimeZone,
    /// What prices are in.
    Currency,
    /// The languages that customers can choose.
    Languages,
    /// Whether the shop closes at all.
    Closes,
    /// The hours of a weekday; 0 is Monday.
    Weekday(u8),
    /// Days with other hours.
    Exceptions,
    /// How many days personal data of orders is kept.
    PersonalDays,
    /// For how long no orders are taken.
    PauseLength,
    /// What customers are told meanwhile.
    PauseMessage,
    /// What the shop calls a channel.
    ChannelName,
    /// Where a channel is.
    ChannelAddress,
    /// Who signs in at a channel.
    ChannelAccount,
    /// In whose name a channel writes.
    ChannelSender,
    /// To whom a channel leads.
    ChannelTarget,
    /// What proves to a channel that it is us.
    ChannelSecret,
    /// After how many seconds an order is told.
    WaitSeconds,
    /// After how many minutes somebody is reminded of an order.
    Reminders,
    /// After how many minutes an order is overdue.
    OverdueMinutes,
    /// What happens then.
    WhenOverdue,
    /// What a template of messages is called.
    TemplateName,
    /// In how many minutes an order will be ready.
    Minutes,
    /// Why an order is rejected or cancelled.
    ReasonKind,
    /// What is said of that.
    ReasonText,
    /// How an order was paid.
    Payment,
    /// How much of an order is given back.
    RefundAmount,
    /// Why it is given back.
    RefundReason,
    /// The first day of orders that are looked for.
    FromDay,
    /// The last day of orders that are looked for.
    ToDay,
    /// What is looked for in orders.
    SearchText,
    /// What a user calls a filter of orders.
    ViewName,
    /// The orders that something shall be done to.
    Ticks,
    /// How many stars a customer gives an order.
    Stars,
    /// What a customer says of an order.
    Comment,
    /// The number of the day of an order that is looked for.
    OrderNumber,
}

impl fmt::Display for Field {
    /// The field's place in the JSON that the API takes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::RequestId => f.write_str("request_id"),
            Self::Name => f.write_str("customer.name"),
            Self::Phone => f.write_str("customer.phone"),
            Self::Note => f.write_str("note"),
            Self::Lines => f.write_str("lines"),
            Self::Line(item, 0) => write!(f, "lines[{item}]"),
            Self::Line(item, place) => write!(f, "lines[{item}.{place}]"),
            Self::KeptLine(place) => write!(f, "kept_{place}"),
            Self::To => f.write_str("to"),
            Self::Title => f.write_str("title"),
            Self::Text => f.write_str("text"),
            Self::ExpiresIn => f.write_str("expires_in"),
            Self::Username => f.write_str("username"),
            Self::Password => f.write_str("password"),
            Self::CurrentPassword => f.write_str("current_password"),
            Self::Language => f.write_str("language"),
            Self::Role => f.write_str("role"),
            Self::Category => f.write_str("category"),
            Self::Station => f.write_str("station"),
            Self::NameZh => f.write_str("name_zh"),
            Self::NameEn => f.write_str("name_en"),
            Self::DescriptionZh => f.write_str("description_zh"),
            Self::DescriptionEn => f.write_str("description_en"),
            Self::Price => f.write_str("price"),
            Self::Stock => f.write_str("stock"),
            Self::StockSeen => f.write_str("stock_seen"),
            Self::Marks => f.write_str("marks"),
            Self::OptionGroups => f.write_str("option_groups"),
            Self::Selection => f.write_str("selection"),
            Self::Required => f.write_str("required"),
            Self::ChoiceNumber(row) => write!(f, "choice_{row}_number"),
            Self::ChoiceNameZh(row) => write!(f, "choice_{row}_name_zh"),
            Self::ChoiceNameEn(row) => write!(f, "choice_{row}_name_en"),
            Self::ChoicePrice(row) => write!(f, "choice_{row}_price"),
            Self::Defaults => f.write_str("defaults"),
            Self::Photo => f.write_str("photo"),
            Self::Version => f.write_str("version"),
            Self::ShopName => f.write_str("shop_name"),
            Self::Address => f.write_str("address"),
            Self::ShopPhone => f.write_str("shop_phone"),
            Self::TimeZone => f.write_str("time_zone"),
            Self::Currency => f.write_str("currency"),
            Self::Languages => f.write_str("languages"),
            Self::Closes => f.write_str("closes"),
            Self::Weekday(day) => write!(f, "weekday_{day}"),
            Self::Exceptions => f.write_str("exceptions"),
            Self::PersonalDays => f.write_str("personal_days"),
            Self::PauseLength => f.write_str("pause_length"),
            Self::PauseMessage => f.write_str("pause_message"),
            Self::ChannelName => f.write_str("channel_name"),
            Self::ChannelAddress => f.write_str("channel_address"),
            Self::ChannelAccount => f.write_str("channel_account"),
            Self::ChannelSender => f.write_str("channel_sender"),
            Self::ChannelTarget => f.write_str("channel_target"),
            Self::ChannelSecret => f.write_str("channel_secret"),
            Self::WaitSeconds => f.write_str("wait_seconds"),
            Self::Reminders => f.write_str("reminders"),
            Self::OverdueMinutes => f.write_str("overdue_minutes"),
            Self::WhenOverdue => f.write_str("when_overdue"),
            Self::TemplateName => f.write_str("template_name"),
            Self::Minutes => f.write_str("minutes"),
            Self::ReasonKind => f.write_str("reason.kind"),
            Self::ReasonText => f.write_str("reason.text"),
            Self::Payment => f.write_str("payment"),
            Self::RefundAmount => f.write_str("amount"),
            Self::RefundReason => f.write_str("why"),
            Self::FromDay => f.write_str("from"),
            Self::ToDay => f.write_str("to"),
            Self::SearchText => f.write_str("q"),
            Self::ViewName => f.write_str("view_name"),
            Self::Ticks => f.write_str("order"),
            Self::Stars => f.write_str("stars"),
            Self::Comment => f.write_str("comment"),
            Self::OrderNumber => f.write_str("number"),
        }
    }
}
