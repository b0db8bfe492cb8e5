//! The fields of forms, and of what the API takes.

use crate::ids::ItemId;
use serde::{Deserialize, Serialize};

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
    /// How an order gets to whoever ordered it.
    Way,
    /// The table that an order is brought to.
    Table,
    /// The address that an order is brought to.
    DeliveryAddress,
    /// When an order is wanted.
    Wanted,
    /// What no person sees, and so no person fills in.
    Website,
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
    /// The ways in which orders are handed over.
    Ways,
    /// Whether customers may say when they want an order.
    WantedTimes,
    /// How many minutes ahead they have to say it.
    NoticeMinutes,
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
