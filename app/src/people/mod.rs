//! Those who work in the back office: who they are, what they may do, and links that
//! let them in.

pub mod forms;
pub mod invite_page;
pub mod link;
pub mod page;
pub mod person_row;
pub mod roles;

pub use forms::FORMS;
pub use invite_page::InviteRoute;
pub use page::PeopleRoute;
