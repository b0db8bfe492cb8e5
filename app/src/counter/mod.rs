//! Orders that are taken at the counter or by phone.
//!
//! | module | what it holds |
//! |---|---|
//! | `page`, `forms` | the page, and what its form does |
//! | `dish_form` | a form with dishes: what was typed, and what is wrong with it |
//! | `handover_fields` | how and when it is handed over |
//! | `dish_fields` | its fields; the page on which an order is edited has them, too |

pub mod dish_fields;
mod dish_form;
mod forms;
pub mod handover_fields;
pub mod page;

pub use dish_fields::DishFields;
pub use dish_form::DishForm;
pub use forms::FORMS;
pub use page::CounterRoute;
