//! What can be changed of the groups of options.

use super::OptionGroupFields;
use crate::{ids::OptionGroupId, menu::Direction};

/// What shall be changed of the groups of options.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OptionGroupChange {
    /// A new group, at the end.
    Add(OptionGroupFields),
    /// What the shop says of a group, if it still has that version.
    Edit {
        /// Which group.
        group: OptionGroupId,
        /// The version that was seen.
        version: u32,
        /// What the shop says of it.
        fields: OptionGroupFields,
    },
    /// A group by one place, if there is one.
    Move(OptionGroupId, Direction),
    /// A group is gone; dishes that have it do without.
    Delete(OptionGroupId),
    /// A group that was deleted is back, on the dishes that had it.
    Restore(OptionGroupId),
}
