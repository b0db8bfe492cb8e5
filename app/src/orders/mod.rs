//! The list of all orders: finding them, what is done to several, on paper, as a table.
//!
//! | module | what it holds |
//! |---|---|
//! | `address` | what is asked for, as it stands in the address and in forms |
//! | `page` | the page |
//! | `filter_form`, `periods`, `views` | what is asked for, to be changed and kept |
//! | `order_list`, `order_row`, `pager` | what was found |
//! | `bulk_answer` | what became of the orders that were ticked |
//! | `forms` | what the forms of the page do |
//! | `print_page` | tickets for paper |
//! | `sheet` | orders as rows of a table |

pub mod address;
pub mod bulk_answer;
pub mod filter_form;
pub mod forms;
pub mod order_list;
pub mod order_row;
pub mod page;
pub mod pager;
pub mod periods;
pub mod print_page;
pub mod sheet;
pub mod views;

pub use forms::FORMS;
pub use page::OrdersRoute;
pub use print_page::PrintRoute;
