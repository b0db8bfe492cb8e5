//! Users.

use crate::{
    SqliteStore,
    diagnostics::failed,
    json::corrupt,
    writer::{Failure, Write},
};
use async_trait::async_trait;
use domain::{
    Unavailable,
    ports::Users,
    users::{AddUserError, ChangeUserError, Credentials, Role, User, UserId},
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
            Box::pin(add(write, name, role, hash))
        })
        .await
    }

    async fn credentials(&self, name: &str) -> Result<Option<Credentials>, Unavailable> {
        let found = by_name(&self.readers, name).await;
        found.map_err(failed("look a user up"))
    }

    async fn set_password(&self, name: &str, password_hash: &str) -> Result<(), ChangeUserError> {
        let (name, hash) = (name.to_owned(), password_hash.to_owned());
        self.write("set a password", |write| {
            Box::pin(set_password(write, name, hash))
        })
        .await
    }

    async fn set_disabled(&self, name: &str, disabled: bool) -> Result<(), ChangeUserError> {
        let name = name.to_owned();
        self.write("disable a user", move |write| {
            Box::pin(set_disabled(write, name, disabled))
        })
        .await
    }
}

pub(crate) fn user(id: i64, name: String, role: &str) -> Result<User, sqlx::Error> {
    Ok(User {
        id: UserId(id),
        name,
        role: role.parse().map_err(corrupt)?,
    })
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

async fn add(
    write: &mut Write<'_>,
    name: String,
    role: Role,
    password_hash: String,
) -> Result<User, Failure<AddUserError>> {
    let (role_name, now) = (role.as_str(), write.context.clock.now().millis());
    let id = sqlx::query_scalar!(
        r#"
        insert into users (name, role, password_hash, created_at, messages_seq)
        values (?, ?, ?, ?, (select coalesce(max(seq), 0) from events))
        on conflict (name) do nothing
        returning id
        "#,
        name,
        role_name,
        password_hash,
        now,
    )
    .fetch_optional(&mut *write.db)
    .await?;
    let id = id.ok_or(Failure::Refused(AddUserError::Taken))?;
    Ok(User {
        id: UserId(id),
        name,
        role,
    })
}

async fn set_password(
    write: &mut Write<'_>,
    name: String,
    password_hash: String,
) -> Result<(), Failure<ChangeUserError>> {
    let id = sqlx::query_scalar!(
        r#"update users set password_hash = ? where name = ? returning id as "id!""#,
        password_hash,
        name,
    )
    .fetch_optional(&mut *write.db)
    .await?;
    end_sessions(write, id).await
}

async fn set_disabled(
    write: &mut Write<'_>,
    name: String,
    disabled: bool,
) -> Result<(), Failure<ChangeUserError>> {
    let at = disabled.then(|| write.context.clock.now().millis());
    let id = sqlx::query_scalar!(
        r#"update users set disabled_at = ? where name = ? returning id as "id!""#,
        at,
        name,
    )
    .fetch_optional(&mut *write.db)
    .await?;
    end_sessions(write, id).await
}

/// Ends the sessions of the user that was changed, if there is one.
async fn end_sessions(
    write: &mut Write<'_>,
    user: Option<i64>,
) -> Result<(), Failure<ChangeUserError>> {
    let user = user.ok_or(Failure::Refused(ChangeUserError::Unknown))?;
    sqlx::query!("delete from sessions where user_id = ?", user)
        .execute(&mut *write.db)
        .await?;
    Ok(())
}
