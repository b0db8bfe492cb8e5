//! The settings of the shop.

use crate::{
    SqliteStore,
    audit::note,
    diagnostics::failed,
    json::{corrupt, json},
    log,
    writer::{Failure, Write},
};
use async_trait::async_trait;
use domain::{
    Unavailable,
    audit::{AuditAction, Author, NewAuditEntry},
    events::Event,
    money::Currency,
    ports::SettingsStore,
    settings::{SettingsChanged, SettingsError, ShopSettings},
    validation::{Field, Reason, ValidationErrors},
};
use sqlx::{SqliteConnection, SqliteExecutor};

#[async_trait]
impl SettingsStore for SqliteStore {
    async fn settings(&self) -> Result<Option<ShopSettings>, Unavailable> {
        let found = read(&self.readers).await;
        found.map_err(failed("read the settings"))
    }

    async fn save_settings(
        &self,
        settings: ShopSettings,
        action: AuditAction,
        by: Author,
    ) -> Result<ShopSettings, SettingsError> {
        self.write("change the settings", move |write| {
            Box::pin(save(write, settings, action, by))
        })
        .await
    }
}

async fn read(db: impl SqliteExecutor<'_>) -> Result<Option<ShopSettings>, sqlx::Error> {
    let row = sqlx::query!(r#"select data, version as "version: u32" from settings"#)
        .fetch_optional(db)
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let settings: ShopSettings = serde_json::from_str(&row.data).map_err(corrupt)?;
    Ok(Some(ShopSettings {
        version: row.version,
        ..settings
    }))
}

/// What prices are in.
pub(crate) async fn currency(write: &mut Write<'_>) -> Result<Currency, sqlx::Error> {
    let kept = read(&mut *write.db).await?;
    Ok(kept.map_or(write.context.currency, |kept| kept.currency))
}

async fn save(
    write: &mut Write<'_>,
    settings: ShopSettings,
    action: AuditAction,
    by: Author,
) -> Result<ShopSettings, Failure<SettingsError>> {
    let kept = read(&mut *write.db).await?;
    let version = kept.as_ref().map_or(0, |kept| kept.version);
    if version != settings.version {
        return Err(Failure::Refused(SettingsError::Conflict));
    }
    let before = currency(write).await?;
    if before != settings.currency && has_orders(&mut *write.db).await? {
        let fixed = ValidationErrors::only(Field::Currency, Reason::Fixed);
        return Err(Failure::Refused(fixed.into()));
    }
    let settings = ShopSettings {
        version: version + 1,
        ..settings
    };
    let data = json(&settings)?;
    sqlx::query!(
        r"
        insert into settings (id, data, version) values (1, ?1, ?2)
        on conflict (id) do update set data = ?1, version = ?2
        ",
        data,
        settings.version,
    )
    .execute(&mut *write.db)
    .await?;
    tell(write, &by).await?;
    let entry = NewAuditEntry {
        by,
        action,
        subject: settings.name.clone(),
        detail: changes(kept.as_ref(), &settings),
    };
    note(write, entry).await?;
    Ok(settings)
}

async fn has_orders(db: &mut SqliteConnection) -> Result<bool, sqlx::Error> {
    sqlx::query_scalar!(r#"select exists (select 1 from orders) as "exists!: bool""#)
        .fetch_one(db)
        .await
}

/// Tells the pages.
async fn tell(write: &mut Write<'_>, by: &Author) -> Result<(), sqlx::Error> {
    let by = match by {
        Author::User(id) => {
            sqlx::query_scalar!("select name from users where id = ?", id.0)
                .fetch_one(&mut *write.db)
                .await?
        }
        Author::Visitor | Author::Operator => String::new(),
    };
    let event = Event::Settings(SettingsChanged { by }).encode(None);
    let now = write.context.clock.now();
    log::append(write, vec![event.map_err(corrupt)?], now).await?;
    Ok(())
}

/// When alerts go, in a few words.
fn alerts(settings: &ShopSettings) -> String {
    let rules = &settings.alerts;
    let reminders: Vec<_> = rules.reminders.iter().map(ToString::to_string).collect();
    format!(
        "{} s, {} min, {} min {}",
        rules.wait_seconds,
        reminders.join("/"),
        rules.overdue_minutes,
        rules.when_overdue.as_str(),
    )
}

/// How and when orders are handed over, in a few words.
fn handover(settings: &ShopSettings) -> String {
    let rules = &settings.handover;
    let ways: Vec<_> = rules.ways.all().iter().map(|way| way.as_str()).collect();
    let wanted = match rules.wanted_times {
        true => format!("≥ {} min", rules.notice_minutes),
        false => "–".to_owned(),
    };
    format!("{}, {wanted}", ways.join("/"))
}

/// What differs, in words.
fn changes(before: Option<&ShopSettings>, after: &ShopSettings) -> String {
    let Some(before) = before else {
        return String::new();
    };
    let mut changes = Vec::new();
    let mut compare = |before: &str, after: &str| {
        if before != after {
            changes.push(format!("{before} → {after}"));
        }
    };
    compare(&before.name, &after.name);
    compare(&before.address, &after.address);
    compare(&before.phone, &after.phone);
    compare(&before.time_zone, &after.time_zone);
    compare(before.currency.code(), after.currency.code());
    let days = |settings: &ShopSettings| match settings.personal_days {
        Some(days) => format!("{days} d"),
        None => "∞ d".to_owned(),
    };
    compare(&days(before), &days(after));
    compare(&alerts(before), &alerts(after));
    compare(&handover(before), &handover(after));
    let pictures = |settings: &ShopSettings| format!("QR {}", settings.payment_pictures.len());
    compare(&pictures(before), &pictures(after));
    changes.join(" · ")
}
