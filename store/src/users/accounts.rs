//! Users.

use super::{changes, rows::user};
use crate::{SqliteStore, diagnostics::failed};
use async_trait::async_trait;
use domain::{
    Timestamp, Unavailable,
    audit::Author,
    language::Language,
    ports::{UserKey, Users},
    users::{AddUserError, ChangeUserError, Credentials, Person, Role, User, UserChange, UserId},
};
use sqlx::SqliteExecutor;

#[async_trait]
impl Users for SqliteStore {
    async fn count(&self) -> Result<u32, Unavailable> {
        sqlx::query_scalar!(r#"select count(*) as "count: u32" from users"#)
            .fetch_one(&self.readers)
            .await
            .map_err(failed("count the users"))
    }

    async fn names(&self) -> Result<Vec<String>, Unavailable> {
        sqlx::query_scalar!("select name from users where disabled_at is null order by name")
            .fetch_all(&self.readers)
            .await
            .map_err(failed("read the users' names"))
    }

    async fn add(&self, name: &str, role: Role, password_hash: &str) -> Result<User, AddUserError> {
        let (name, hash) = (name.to_owned(), password_hash.to_owned());
        self.write("add a user", move |write| {
            Box::pin(changes::add(write, name, role, hash))
        })
        .await
    }

    async fn credentials(&self, name: &str) -> Result<Option<Credentials>, Unavailable> {
        let found = by_name(&self.readers, name).await;
        found.map_err(failed("look a user up"))
    }

    async fn change_user(
        &self,
        user: UserKey,
        change: UserChange,
        by: Author,
    ) -> Result<User, ChangeUserError> {
        self.write_of_sessions("change a user", |write| {
            Box::pin(changes::change(write, user, change, by))
        })
        .await
    }

    async fn set_language(
        &self,
        user: UserId,
        language: Option<Language>,
    ) -> Result<(), Unavailable> {
        self.write_of_sessions("keep a user's language", move |write| {
            Box::pin(changes::set_language(write, user, language))
        })
        .await
    }

    async fn people(&self) -> Result<Vec<Person>, Unavailable> {
        let failed = failed("read the users");
        let people = people(&self.readers, self.clock.now()).await;
        people.map_err(&failed)
    }
}

/// All users, and when they were last there.
async fn people(db: impl SqliteExecutor<'_>, now: Timestamp) -> Result<Vec<Person>, sqlx::Error> {
    let now = now.millis();
    let rows = sqlx::query!(
        r#"
        select
            id, name, role, created_at, disabled_at is not null as "is_disabled!: bool",
            (
                select max(used_at) from sessions
                where user_id = users.id and expires_at > ?
            ) as "seen_at: i64"
        from users
        order by name
        "#,
        now,
    )
    .fetch_all(db)
    .await?;
    let people = rows.into_iter().map(|row| {
        Ok(Person {
            user: user(row.id, row.name, &row.role)?,
            is_disabled: row.is_disabled,
            created_at: Timestamp::from_millis(row.created_at),
            seen_at: row.seen_at.map(Timestamp::from_millis),
        })
    });
    people.collect()
}

/// The user of that name, whatever the case of its letters, unless disabled.
pub(crate) async fn by_name(
    db: impl SqliteExecutor<'_>,
    name: &str,
) -> Result<Option<Credentials>, sqlx::Error> {
    let row = sqlx::query!(
        r"
        select id, name, role, password_hash from users
        where name = ? and disabled_at is null
        ",
        name
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    Ok(Some(Credentials {
        user: user(row.id, row.name, &row.role)?,
        password_hash: row.password_hash,
    }))
}
