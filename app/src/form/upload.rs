//! A form with which a file is sent.

use super::{
    Refused,
    context::{FormContext, draw},
};
use crate::{
    errors::ActionError,
    request::language,
    ui::{PageScript, PageStyle, ShopFront},
    words,
};
use domain::validation::{Field, Reason};
use leptos::prelude::*;

/// The types of photos that a browser offers to choose. What is taken is decided by what is in
/// the file.
pub const PHOTO_TYPES: &str = "image/jpeg,image/png,image/webp";

/// A form that sends one file. The browser does that by itself; a script, where there is
/// one, says how far it is. It is a file of its own, and not of the WebAssembly: no other
/// page loads it.
#[component]
pub fn UploadForm(
    /// The path to which it is sent.
    #[prop(into)]
    action: String,
    /// What the button says.
    #[prop(into)]
    send: String,
    /// The field of the file.
    field: Field,
    /// What stands above it.
    #[prop(into)]
    label: String,
    /// A line below it.
    #[prop(into)]
    hint: String,
    /// The types of files that the browser offers.
    accept: &'static str,
    /// The most bytes of the file.
    max: usize,
) -> impl IntoView {
    let language = language();
    let refused = Refused::of(&action);
    let is_invalid = |refused: &&Refused| matches!(refused.error, ActionError::Invalid(_));
    let refusal = refused.as_ref().filter(is_invalid).map(Refused::view);
    provide_context(FormContext::new(&action, refused));
    let currency = ShopFront::current().currency;
    let too_large = words::reason(language, Reason::FileTooLarge { max }, currency);
    let drawn = draw(field, String::new());
    view! {
        <PageStyle href="/style/photo.css" />
        <form
            class="form"
            method="post"
            enctype="multipart/form-data"
            action=action
            data-upload=tr!(language, "upload.lost")
        >
            {refusal}
            <div class="field">
                <label for=drawn.id.clone()>{label}</label>
                <input
                    id=drawn.id
                    name=drawn.name
                    type="file"
                    accept=accept
                    required
                    data-max=max.to_string()
                    data-too-large=too_large
                    aria-describedby=drawn.fault_id.clone()
                    aria-invalid=drawn.fault.is_some().then_some("true")
                />
                <p class="field__hint">{hint}</p>
                <p class="field__fault" id=drawn.fault_id>
                    {drawn.fault}
                </p>
            </div>
            <progress class="upload" max="1" aria-label=tr!(language, "upload.progress") hidden />
            <div class="form__buttons">
                <button class="button button--primary">{send}</button>
            </div>
        </form>
        <PageScript src="/upload.js" />
    }
}
