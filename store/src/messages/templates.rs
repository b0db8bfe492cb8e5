//! Templates of messages.

use crate::{
    SqliteStore,
    audit::note,
    diagnostics::failed,
    writer::{Failure, Write},
};
use async_trait::async_trait;
use domain::{
    Unavailable,
    audit::{AuditAction, Author, NewAuditEntry},
    messages::{
        MAX_TEMPLATES, MessageTemplate, TemplateChange, TemplateError, TemplateFields, TemplateId,
    },
    ports::MessageTemplates,
    users::{User, UserId},
    validation::{Field, Reason, ValidationErrors},
};
use sqlx::SqliteExecutor;

type Failed = Failure<TemplateError>;

#[async_trait]
impl MessageTemplates for SqliteStore {
    async fn templates(&self) -> Result<Vec<MessageTemplate>, Unavailable> {
        let templates = all(&self.readers).await;
        templates.map_err(failed("read the templates"))
    }

    async fn change_template(
        &self,
        change: TemplateChange,
        by: &User,
    ) -> Result<TemplateId, TemplateError> {
        let by = by.id;
        self.write("change a template", move |write| {
            Box::pin(do_change(write, change, by))
        })
        .await
    }
}

async fn all(db: impl SqliteExecutor<'_>) -> Result<Vec<MessageTemplate>, sqlx::Error> {
    let rows = sqlx::query!(
        r#"
        select id, name, title, text, version as "version: u32"
        from message_templates order by name, id
        "#
    )
    .fetch_all(db)
    .await?;
    let templates = rows.into_iter().map(|row| MessageTemplate {
        id: TemplateId(row.id),
        fields: TemplateFields {
            name: row.name,
            title: row.title,
            text: row.text,
        },
        version: row.version,
    });
    Ok(templates.collect())
}

async fn do_change(
    write: &mut Write<'_>,
    change: TemplateChange,
    by: UserId,
) -> Result<TemplateId, Failed> {
    let known = all(&mut *write.db).await?;
    let (id, action, subject) = match change {
        TemplateChange::Add(fields) => {
            let id = add(write, &known, &fields).await?;
            (id, AuditAction::TemplateAdded, fields.name)
        }
        TemplateChange::Edit {
            template,
            version,
            fields,
        } => {
            if find(&known, template)?.version != version {
                return Err(Failure::Refused(TemplateError::Conflict));
            }
            edit(write, &known, template, &fields).await?;
            (template, AuditAction::TemplateChanged, fields.name)
        }
        TemplateChange::Delete(id) => {
            let name = find(&known, id)?.fields.name.clone();
            sqlx::query!("delete from message_templates where id = ?", id.0)
                .execute(&mut *write.db)
                .await?;
            (id, AuditAction::TemplateDeleted, name)
        }
    };
    let entry = NewAuditEntry {
        by: Author::User(by),
        action,
        subject,
        detail: String::new(),
    };
    note(write, entry).await?;
    Ok(id)
}

fn find(known: &[MessageTemplate], id: TemplateId) -> Result<&MessageTemplate, Failed> {
    let found = known.iter().find(|template| template.id == id);
    found.ok_or(Failure::Refused(TemplateError::NotFound))
}

/// That a template can't have that name.
fn refused(reason: Reason) -> Failed {
    Failure::Refused(ValidationErrors::only(Field::TemplateName, reason).into())
}

async fn add(
    write: &mut Write<'_>,
    known: &[MessageTemplate],
    fields: &TemplateFields,
) -> Result<TemplateId, Failed> {
    if known.len() >= MAX_TEMPLATES {
        return Err(refused(Reason::NoMore { max: MAX_TEMPLATES }));
    }
    if known.iter().any(|other| other.fields.name == fields.name) {
        return Err(refused(Reason::Taken));
    }
    let id = sqlx::query_scalar!(
        "insert into message_templates (name, title, text) values (?, ?, ?) returning id",
        fields.name,
        fields.title,
        fields.text,
    )
    .fetch_one(&mut *write.db)
    .await?;
    Ok(TemplateId(id))
}

async fn edit(
    write: &mut Write<'_>,
    known: &[MessageTemplate],
    id: TemplateId,
    fields: &TemplateFields,
) -> Result<(), Failed> {
    let mut others = known.iter().filter(|other| other.id != id);
    if others.any(|other| other.fields.name == fields.name) {
        return Err(refused(Reason::Taken));
    }
    sqlx::query!(
        r"
        update message_templates set name = ?, title = ?, text = ?, version = version + 1
        where id = ?
        ",
        fields.name,
        fields.title,
        fields.text,
        id.0,
    )
    .execute(&mut *write.db)
    .await?;
    Ok(())
}
