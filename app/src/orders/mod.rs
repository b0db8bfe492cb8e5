//! Orders of any day: finding them, what is done to several, on paper, as a table; and a page
//! for each.
//!
//! | module | what it holds |
//! |---|---|
//! | `detail` | the page of one order |
//! | `edit` | the page on which what it has is changed |
//! | `address` | what is asked for, as it stands in the address and in forms |
//! | `page` | the page |
//! | `filter_form`, `periods`, `views` | what is asked for, to be changed and kept |
//! | `order_list`, `order_row`, `pager` | what was found |
//! | `bulk_answer` | what became of the orders that were ticked |
//! | `forms` | what the forms of the page do |
//! | `print_page` | tickets for paper |
//! | `sheet` | orders as rows of a table |
//! | `words` | what is said of orders in several places |

pub mod address;
pub mod bulk_answer;
pub mod detail;
pub mod edit;
pub mod filter_form;
pub mod forms;
pub mod order_list;
pub mod order_row;
pub mod page;
pub mod pager;
pub mod periods;
pub mod print_page;
pub mod routes;
pub mod sheet;
pub mod views;
pub(crate) mod words;

pub use detail::FORMS as DETAIL_FORMS;
pub use edit::FORMS as EDIT_FORMS;
pub use forms::FORMS;
pub use routes::OrdersRoutes;
