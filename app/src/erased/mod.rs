//! Parts of pages whose types are erased. Leptos compiles what draws a view, or runs an effect,
//! for each closure anew; of these it is in the WebAssembly once.

pub mod built;
mod effect;
mod live_text;
mod spawn;

pub use built::{ShowBuilt, built};
pub use effect::{effect, effect_after};
pub use live_text::{LiveText, live_text};
pub use spawn::spawn;
