//! Which ways a shop offers.

use super::Way;
use serde::{Deserialize, Serialize};
use strum::VariantArray;

/// At least one way, each once, in the order in which they are offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Way>", into = "Vec<Way>")]
pub struct Ways(Vec<Way>);

/// No way at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a shop hands orders over in at least one way")]
pub struct NoWay;

impl Ways {
    /// The ways, the usual one first.
    pub fn all(&self) -> &[Way] {
        &self.0
    }

    /// Whether that way is offered.
    pub fn has(&self, way: Way) -> bool {
        self.0.contains(&way)
    }
}

impl Default for Ways {
    /// What every shop can.
    fn default() -> Self {
        Self(vec![Way::PickUp])
    }
}

impl TryFrom<Vec<Way>> for Ways {
    type Error = NoWay;

    fn try_from(chosen: Vec<Way>) -> Result<Self, NoWay> {
        let offered = Way::VARIANTS.iter().copied();
        let offered: Vec<_> = offered.filter(|way| chosen.contains(way)).collect();
        match offered.is_empty() {
            true => Err(NoWay),
            false => Ok(Self(offered)),
        }
    }
}

impl From<Ways> for Vec<Way> {
    fn from(ways: Ways) -> Self {
        ways.0
    }
}
