//! What the forms of these pages do.

use crate::form::{Answer, Notice, PageForm, Sending, Submission};
use domain::{
    menu::{
        Direction, OptionGroupId,
        options::{ChoiceDraft, MAX_CHOICES, OptionGroupChange, OptionGroupDraft},
    },
    policy::Action,
    validation::Field,
};

/// The page of the options.
const PAGE: &str = "/admin/menu/options";
/// The page of one group.
const GROUP: &str = "/admin/menu/options/{id}";
/// The page on which a group is written anew.
const NEW: &str = "/admin/menu/options/new";

/// The forms of these pages.
pub const FORMS: &[PageForm] = &[
    PageForm::new("/admin/menu/options/new", NEW, add),
    PageForm::new("/admin/menu/options/{id}", GROUP, edit),
    PageForm::new("/admin/menu/options/{id}/up", PAGE, |sent| {
        change(sent, |id| OptionGroupChange::Move(id, Direction::Up))
    }),
    PageForm::new("/admin/menu/options/{id}/down", PAGE, |sent| {
        change(sent, |id| OptionGroupChange::Move(id, Direction::Down))
    }),
    PageForm::new("/admin/menu/options/{id}/delete", GROUP, delete),
    PageForm::new("/admin/menu/options/{id}/restore", PAGE, |sent| {
        change(sent, OptionGroupChange::Restore)
    }),
];

/// What was typed of a group.
fn draft(sent: &Submission) -> OptionGroupDraft {
    let text = |field| sent.text(field).to_owned();
    let choices = (0..MAX_CHOICES).map(|row| ChoiceDraft {
        number: text(Field::ChoiceNumber(row)),
        name_zh: text(Field::ChoiceNameZh(row)),
        name_en: text(Field::ChoiceNameEn(row)),
        price: text(Field::ChoicePrice(row)),
    });
    OptionGroupDraft {
        name_zh: text(Field::NameZh),
        name_en: text(Field::NameEn),
        selection: text(Field::Selection),
        required: !sent.text(Field::Required).is_empty(),
        choices: choices.collect(),
        defaults: sent.texts(Field::Defaults),
    }
}

fn add(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::EditMenu)?;
        let change = OptionGroupChange::Add(draft(&sent).parse(sent.currency)?);
        sent.shop.change_option_groups(change, user).await?;
        Ok(Answer::done(PAGE, Notice::Saved))
    })
}

fn edit(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::EditMenu)?;
        let fields = draft(&sent).parse(sent.currency)?;
        let change = OptionGroupChange::Edit {
            group: sent.id()?,
            version: sent.version()?,
            fields,
        };
        sent.shop.change_option_groups(change, user).await?;
        Ok(Answer::done(PAGE, Notice::Saved))
    })
}

fn change(sent: Submission, change: fn(OptionGroupId) -> OptionGroupChange) -> Sending {
    Box::pin(async move {
        let change = change(sent.id()?);
        sent.shop
            .change_option_groups(change, sent.admin()?)
            .await?;
        Ok(Answer::go_to(PAGE))
    })
}

fn delete(sent: Submission) -> Sending {
    Box::pin(async move {
        let id: OptionGroupId = sent.id()?;
        let change = OptionGroupChange::Delete(id);
        sent.shop
            .change_option_groups(change, sent.admin()?)
            .await?;
        Ok(Answer::done_to(PAGE, Notice::OptionsDeleted, id))
    })
}
