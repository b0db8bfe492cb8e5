//! Which languages customers can choose.

use crate::language::Language;
use serde::{Deserialize, Serialize};

/// At least one language, each once, in the order in which they are offered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Language>", into = "Vec<Language>")]
pub struct Languages(Vec<Language>);

/// No language at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a shop speaks at least one language")]
pub struct NoLanguage;

impl Languages {
    /// The languages, the preferred one first.
    pub fn all(&self) -> &[Language] {
        &self.0
    }

    /// The language if it is offered, or else the first that is.
    pub fn nearest(&self, wanted: Language) -> Language {
        if self.0.contains(&wanted) {
            return wanted;
        }
        self.0.first().copied().unwrap_or_default()
    }
}

impl Default for Languages {
    /// All that there are.
    fn default() -> Self {
        Self(Language::ALL.into())
    }
}

impl TryFrom<Vec<Language>> for Languages {
    type Error = NoLanguage;

    fn try_from(chosen: Vec<Language>) -> Result<Self, NoLanguage> {
        let offered = Language::ALL.into_iter();
        let offered: Vec<_> = offered.filter(|one| chosen.contains(one)).collect();
        match offered.is_empty() {
            true => Err(NoLanguage),
            false => Ok(Self(offered)),
        }
    }
}

impl From<Languages> for Vec<Language> {
    fn from(languages: Languages) -> Self {
        languages.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Chinese, English};

    #[test]
    fn a_shop_speaks_at_least_one_language_each_once() {
        assert_eq!(Languages::try_from(Vec::new()), Err(NoLanguage));
        let both = Languages::try_from(vec![English, Chinese, English]).unwrap();
        assert_eq!(both, Languages::default());
        let one = Languages::try_from(vec![English]).unwrap();
        assert_eq!(one.nearest(Chinese), English);
        assert_eq!(both.nearest(Chinese), Chinese);
    }
}
