//! What became of the menu and the settings while the page is open.

use domain::menu::{ItemId, MenuChanged};
use serde::{Deserialize, Serialize};

/// What a page shows that the server drew, and others change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PageSubject {
    /// The menu, or a dish of it.
    Menu,
    /// The settings, or a pause.
    Settings,
    /// What popped up.
    Notices,
}

impl PageSubject {
    /// What the page at that path shows; `None` where it is neither.
    pub fn of(path: &str) -> Option<Self> {
        let is_below = |parent: &str| {
            let rest = path.strip_prefix(parent);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        match () {
            () if is_below("/admin/menu") => Some(Self::Menu),
            () if is_below("/admin/notices") => Some(Self::Notices),
            () if is_below("/admin/settings")
                || is_below("/admin/pause")
                || is_below("/admin/channels") =>
            {
                Some(Self::Settings)
            }
            () => None,
        }
    }
}

/// What was changed, and which dishes somebody said are sold out today.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct ShopChanges {
    sold_out: Vec<ItemId>,
    menu: Option<String>,
    settings: Option<String>,
    notices: u64,
}

impl ShopChanges {
    /// Which dishes are sold out today, as it was read.
    pub fn take(&mut self, sold_out: Vec<ItemId>) {
        self.sold_out = sold_out;
    }

    /// The menu was changed.
    pub fn apply_menu(&mut self, change: MenuChanged) {
        if let (Some(item), Some(sold_out)) = (change.item, change.sold_out_today) {
            self.set_sold_out(item, sold_out);
        }
        self.menu = Some(change.by);
    }

    /// Somebody changed the settings.
    pub fn apply_settings(&mut self, by: String) {
        self.settings = Some(by);
    }

    /// Something popped up, or was answered or read.
    pub fn apply_notice(&mut self) {
        self.notices += 1;
    }

    /// How often that was.
    pub fn notices(&self) -> u64 {
        self.notices
    }

    /// Anything may have been changed.
    pub fn reset(&mut self) {
        self.apply_notice();
        self.menu = Some(String::new());
        self.settings = Some(String::new());
    }

    /// Who changed it last since the page was drawn, blank for nobody in particular; `None`
    /// where nobody did.
    pub fn by(&self, subject: PageSubject) -> Option<&str> {
        match subject {
            PageSubject::Menu => self.menu.as_deref(),
            PageSubject::Settings => self.settings.as_deref(),
            PageSubject::Notices => (self.notices > 0).then_some(""),
        }
    }

    /// A dish is sold out today, or it is not.
    pub fn set_sold_out(&mut self, item: ItemId, sold_out: bool) {
        self.sold_out.retain(|other| *other != item);
        if sold_out {
            self.sold_out.push(item);
        }
    }

    /// The dishes of which somebody said so.
    pub fn sold_out(&self) -> &[ItemId] {
        &self.sold_out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sell_out(item: i64, sold_out_today: Option<bool>) -> MenuChanged {
        MenuChanged {
            item: Some(ItemId(item)),
            by: "mei".to_owned(),
            sold_out_today,
        }
    }

    #[test]
    fn a_page_is_about_what_its_path_says() {
        for (path, subject) in [
            ("/admin/menu", Some(PageSubject::Menu)),
            ("/admin/menu/dishes/3", Some(PageSubject::Menu)),
            ("/admin/menus", None),
            ("/admin/settings", Some(PageSubject::Settings)),
            ("/admin/pause", Some(PageSubject::Settings)),
            ("/admin", None),
        ] {
            assert_eq!(PageSubject::of(path), subject, "{path}");
        }
    }

    #[test]
    fn it_says_who_changed_what_the_page_shows() {
        let mut changes = ShopChanges::default();
        assert_eq!(changes.by(PageSubject::Menu), None);
        changes.apply_menu(sell_out(1, None));
        assert_eq!(changes.by(PageSubject::Menu), Some("mei"));
        assert_eq!(changes.by(PageSubject::Settings), None);
        changes.apply_settings("li".to_owned());
        assert_eq!(changes.by(PageSubject::Settings), Some("li"));
        changes.reset();
        assert_eq!(changes.by(PageSubject::Menu), Some(""));
    }

    #[test]
    fn a_dish_is_sold_out_until_it_is_back() {
        let mut changes = ShopChanges::default();
        changes.take(vec![ItemId(2)]);
        changes.apply_menu(sell_out(1, Some(true)));
        // An order took the last one: of what was said by hand it tells nothing.
        changes.apply_menu(MenuChanged::by_order(ItemId(2)));
        assert!(changes.sold_out().contains(&ItemId(1)) && changes.sold_out().contains(&ItemId(2)));
        changes.apply_menu(sell_out(1, Some(false)));
        assert!(!changes.sold_out().contains(&ItemId(1)));
    }
}
