//! The shop's own codes that are scanned to pay.

use crate::{
    errors::ActionError,
    form::{
        ActionButton, Answer, FileForm, Notice, PHOTO_TYPES, PageForm, Sending, Submission,
        UploadForm,
    },
    request::language,
    words::megabytes,
};
use domain::{
    menu::{MAX_PHOTO_BYTES, PhotoId, PhotoSize},
    policy::Action,
    settings::MAX_PAYMENT_PICTURES,
    validation::{Field, Reason, ValidationErrors},
};
use leptos::prelude::*;

/// The page.
const PAGE: &str = "/admin/settings";
/// Where a picture is sent.
const ADD: &str = "/admin/settings/payment";

/// The form that sends a picture.
pub const PAYMENT_FORM: FileForm = FileForm::new(
    PageForm::new("/admin/settings/payment", PAGE, add),
    MAX_PHOTO_BYTES,
    Action::ChangeSettings,
);

/// The form that removes one.
pub const PAYMENT_FORMS: &[PageForm] = &[PageForm::new(
    "/admin/settings/payment/{id}/remove",
    PAGE,
    remove,
)];

fn add(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::ChangeSettings)?;
        if sent.is_too_large {
            let max = MAX_PHOTO_BYTES;
            let reason = Reason::FileTooLarge { max };
            return Err(ValidationErrors::only(Field::Photo, reason).into());
        }
        let file = sent.file(&Field::Photo.to_string()).to_vec();
        sent.shop.add_payment_picture(file, user).await?;
        Ok(Answer::done(PAGE, Notice::PhotoSaved))
    })
}

fn remove(sent: Submission) -> Sending {
    Box::pin(async move {
        let user = sent.allowed(Action::ChangeSettings)?;
        let picture = PhotoId::try_from(sent.id.clone()).map_err(|_| ActionError::NotFound)?;
        sent.shop.remove_payment_picture(&picture, user).await?;
        Ok(Answer::done(PAGE, Notice::PhotoRemoved))
    })
}

/// The pictures, each with its button, and the form that adds one.
#[component]
pub fn PaymentPictures(
    /// The pictures.
    pictures: Vec<PhotoId>,
) -> impl IntoView {
    let language = language();
    let is_full = pictures.len() >= MAX_PAYMENT_PICTURES;
    let shown = (1..).zip(pictures).map(|(place, picture)| {
        let label = tr!(language, "photo.remove");
        let alt = tr!(language, "pay.picture", place = place).into_owned();
        let spoken = format!("{label}: {alt}");
        view! {
            <li>
                <img class="pay__image" src=picture.url(PhotoSize::Large) alt=alt />
                <ActionButton action=format!("{ADD}/{picture}/remove") label spoken />
            </li>
        }
    });
    let form = (!is_full).then(|| {
        view! {
            <UploadForm
                action=ADD
                send=tr!(language, "pay.upload")
                field=Field::Photo
                label=tr!(language, "pay.choose")
                hint=tr!(language, "photo.hint", max = megabytes(MAX_PHOTO_BYTES))
                accept=PHOTO_TYPES
                max=MAX_PHOTO_BYTES
            />
        }
    });
    view! {
        <section class="panel" aria-labelledby="payment-title">
            <h2 id="payment-title">{tr!(language, "pay.codes")}</h2>
            <p class="field__hint">{tr!(language, "pay.about", max = MAX_PAYMENT_PICTURES)}</p>
            <ul class="pay__pictures">{shown.collect_view()}</ul>
            {form}
        </section>
    }
}
