//! The settings of the shop.

use super::{Kept, new_order};
use domain::{
    audit::{AuditAction, Author},
    settings::{SettingsError, ShopSettings},
    validation::{Field, Reason, ValidationErrors},
};

fn settings(currency: &str, version: u32) -> ShopSettings {
    ShopSettings {
        version,
        ..ShopSettings::new("Fulai", "UTC", currency.parse().unwrap())
    }
}

pub(crate) async fn settings_are_kept_by_version(kept: &Kept) {
    assert_eq!(kept.store.settings().await.unwrap(), None);
    let save = |settings| {
        let action = AuditAction::SettingsChanged;
        kept.store.save_settings(settings, action, Author::Operator)
    };
    let first = save(settings("EUR", 0)).await.unwrap();
    assert_eq!(first, settings("EUR", 1));
    assert_eq!(kept.store.settings().await.unwrap(), Some(first));
    let late = save(settings("USD", 0)).await;
    assert_eq!(late, Err(SettingsError::Conflict));
    assert_eq!(save(settings("USD", 1)).await.unwrap().version, 2);
    assert_eq!(kept.bell.rang().last().unwrap().name, "settings");
}

pub(crate) async fn a_currency_is_fixed_with_the_first_order(kept: &Kept) {
    kept.with_menu(None).await;
    let save = |settings| {
        let action = AuditAction::SettingsChanged;
        kept.store.save_settings(settings, action, Author::Operator)
    };
    save(settings("EUR", 0)).await.unwrap();
    let placed = kept.store.place(new_order(1, 1), "token".to_owned()).await;
    assert_eq!(placed.unwrap().into_order().currency.code(), "EUR");
    let fixed = ValidationErrors::only(Field::Currency, Reason::Fixed);
    let refused = save(settings("USD", 1)).await;
    assert_eq!(refused, Err(SettingsError::Invalid(fixed)));
    assert_eq!(save(settings("EUR", 1)).await.unwrap().version, 2);
}
