//! Forms of the back office: drawn by the server, sent by the browser itself, with or
//! without scripts.
//!
//! A form is a [`PageForm`]: where it is sent, on which page it stands, and what it
//! does. A feature lists its forms beside its route; the server takes them from
//! `shell::forms`. On the page a [`Form`] holds fields, each named by a
//! [`domain::validation::Field`]: that is the name that the browser sends, and where a
//! fault is shown. A form that is refused is drawn again on its page, with what was
//! typed and a word at each field. One that is taken leads on, with a [`Notice`].
//!
//! | module | what it holds |
//! |---|---|
//! | `page_form` | what a form is, and what becomes of it |
//! | `submission` | what was sent |
//! | `refused` | why it was refused, for the page that is drawn again |
//! | `markup`, `text`, `choice` | the form and its fields, as they are drawn |
//! | `request_key` | what makes a form that is sent twice count once |
//! | `fields` | names and texts, as an address or a form has them |
//! | `file_form` | what a form is that sends files, and how large they may be |
//! | `upload` | such a form, as it is drawn |
//! | `context` | what the fields of a form share |
//! | `notice` | what was done, as the next page says it |

pub mod choice;
pub mod context;
pub mod fields;
pub mod file_form;
pub mod markup;
pub mod notice;
pub mod page_form;
pub mod refused;
pub mod request_key;
pub mod submission;
pub mod text;
pub mod upload;

pub use choice::{Checkboxes, Choice, Choices};
pub use file_form::FileForm;
pub use markup::{ActionButton, Form};
pub use notice::{Notice, NoticeLine};
pub use page_form::{Answer, PageForm, Sending};
pub use refused::{RefusalLine, Refused};
pub use request_key::RequestKey;
pub use submission::Submission;
pub use text::{NewPassword, TextArea, TextInput};
pub use upload::{PHOTO_TYPES, UploadForm};
