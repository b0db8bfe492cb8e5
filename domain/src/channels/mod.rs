//! What leaves the shop when nobody looks: alerts about orders that nobody has answered, or
//! of which the customer asks where they stay, and the channels by which they go.
//!
//! | module | what it holds |
//! |---|---|
//! | `kind` | which kinds of channels there are, and what each has to be told |
//! | `destination`, `channel`, `draft` | a channel, and what somebody types of one |
//! | `stage`, `plan` | what is due of an order by the settings, and when to look again |
//! | `cause` | why an alert goes: a stage, or a customer who asks |
//! | `alert` | an alert on its way: what it says, what came back, when it is tried again |
//! | `device_alert` | an alert to a device, and what becomes of it |

mod alert;
mod cause;
mod channel;
mod destination;
mod device_alert;
mod draft;
mod kind;
mod plan;
mod stage;

pub use crate::ids::{AlertId, ChannelId, DeviceAlertId};
pub use alert::{
    AlertMessage, AlertState, AlertSubject, Answer, DueAlert, MAX_ANSWER, PastAlert, Said, next_try,
};
pub use cause::Cause;
pub use channel::{Channel, ChannelChange, ChannelError, ChannelFields, MAX_CHANNELS};
pub use destination::Destination;
pub use device_alert::{DeviceStage, DeviceTold, DevicesTold, DueDeviceAlert};
pub use draft::{
    ChannelDraft, MAX_CHANNEL_ADDRESS, MAX_CHANNEL_NAME, MAX_CHANNEL_SECRET, MAX_CHANNEL_TARGET,
};
pub use kind::{ChannelKind, Need, Needs};
pub use plan::{Due, Hurried, LogPart, Watch, notice_at};
pub use stage::{NotAStage, Stage};
