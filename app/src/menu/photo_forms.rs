//! What the forms of a dish's photo do.

use crate::{
    errors::ActionError,
    form::{Answer, FileForm, Notice, PageForm, Sending, Submission},
};
use domain::{
    menu::{ItemId, MAX_PHOTO_BYTES, MenuChange},
    policy::Action,
    validation::{Field, Reason, ValidationErrors},
};

/// The page of one dish.
const DISH: &str = "/admin/menu/dishes/{id}";

/// The form that sends a photo.
pub const PHOTO_FORM: FileForm = FileForm::new(
    PageForm::new("/admin/menu/dishes/{id}/photo", DISH, set),
    MAX_PHOTO_BYTES,
    Action::EditMenu,
);

/// The other forms of a photo.
pub const PHOTO_FORMS: &[PageForm] = &[
    PageForm {
        path: "/admin/menu/dishes/{id}/photo/remove",
        page: DISH,
        submit: remove,
    },
    PageForm {
        path: "/admin/menu/dishes/{id}/photo/restore",
        page: DISH,
        submit: restore,
    },
];

fn set(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::EditMenu)?.clone();
        let id: ItemId = sent.id()?;
        if sent.is_too_large {
            let max = MAX_PHOTO_BYTES;
            let reason = Reason::FileTooLarge { max };
            return Err(ValidationErrors::only(Field::Photo, reason).into());
        }
        let file = sent.file(&Field::Photo.to_string()).to_vec();
        sent.shop.set_photo(id, file, &user).await?;
        Ok(Answer::done(&page(id), Notice::PhotoSaved))
    })
}

fn remove(sent: Submission) -> Sending {
    Box::pin(async move {
        let id = change(&sent, MenuChange::RemovePhoto).await?;
        Ok(Answer::done_to(&page(id), Notice::PhotoRemoved, id))
    })
}

fn restore(sent: Submission) -> Sending {
    Box::pin(async move {
        let id = change(&sent, MenuChange::RestorePhoto).await?;
        Ok(Answer::done(&page(id), Notice::PhotoSaved))
    })
}

async fn change(
    sent: &Submission,
    change: fn(ItemId) -> MenuChange,
) -> Result<ItemId, ActionError> {
    let id = sent.id()?;
    sent.shop.change_menu(change(id), sent.admin()?).await?;
    Ok(id)
}

fn page(dish: ItemId) -> String {
    DISH.replace("{id}", &dish.to_string())
}
