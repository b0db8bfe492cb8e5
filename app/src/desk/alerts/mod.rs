//! What makes itself heard: sounds, speech, for whoever does not look.
//!
//! All of it is derived from the state that the popups and the list show, so nothing rings
//! for an order that nobody can see. Of the pages of a browser one alone is heard.
//!
//! | module | what it holds |
//! |---|---|
//! | `ring` | which orders ring, and how urgently |
//! | `preferences` | what is set on this device |
//! | `player` | plays a sound, and tells whether the browser let it |
//! | `turn` | which page of the browser is heard |
//! | `ringer` | rings, until somebody answers |
//! | `silenced` | the orders that shall not ring any more on this device |
//! | `speech` | says something aloud |
//! | `unseen` | what is seen where the page is not: the count, notifications |
//! | `counter` | the mode for the tablet at the counter |
//! | `bar` | what is seen of it |
//! | `panel`, `settings` | what one can set: as the server draws it, and what makes it live |

pub mod bar;
mod context;
mod counter;
mod optional;
#[cfg(feature = "ssr")]
pub mod panel;
mod player;
mod preferences;
mod ring;
mod ringer;
mod settings;
mod silenced;
mod speech;
mod turn;
pub(crate) mod unseen;
