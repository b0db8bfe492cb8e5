//! The menu, for those who change it.

pub mod category_list;
pub mod category_panel;
pub mod dish_form;
pub mod dish_page;
pub mod dish_photo;
pub mod dish_row;
pub mod forms;
pub mod names;
pub mod options;
pub mod page;
pub mod photo_forms;
pub mod routes;
pub mod sheet;

pub use forms::FORMS;
pub use photo_forms::{PHOTO_FORM, PHOTO_FORMS};
pub use routes::MenuRoutes;
pub use sheet::{FORMS as SHEET_FORMS, IMPORT_FORM};
