//! What guests can choose of a dish: its size, how hot it is, what comes with it.

mod change;
mod choose;
mod draft;
mod group;

pub use change::OptionGroupChange;
pub use choose::{ChosenOption, WantedChoice, choose};
pub use draft::{ChoiceDraft, MAX_CHOICES, MAX_OPTION_GROUPS, OptionGroupDraft};
pub use group::{OptionChoice, OptionGroup, OptionGroupFields, Selection};
