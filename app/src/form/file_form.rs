//! What a form is that sends files.

use super::PageForm;
use domain::policy::Action;

/// What a body has beside the file, at most, in bytes: the other fields, and the lines
/// around.
const AROUND: usize = 64 * 1024;

/// A form of a page with which a file is sent: more than what is taken of other forms.
#[derive(Debug, Clone, Copy)]
pub struct FileForm {
    /// The form.
    pub form: PageForm,
    /// The most bytes that are kept of what is sent. What is larger is left out, and
    /// [`Submission::is_too_large`](super::Submission) says so.
    pub largest: usize,
    /// Who may send that much: nothing is kept for others.
    pub action: Action,
}

impl FileForm {
    /// A form for files of up to `max` bytes, by those who may do `action`.
    pub const fn new(form: PageForm, max: usize, action: Action) -> Self {
        Self {
            form,
            largest: max + AROUND,
            action,
        }
    }
}
