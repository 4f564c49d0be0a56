//! Every word that the app says, in one place: a translation is another folder with the same items, chosen here.
//!
//! Each item says what it is for by its place; numbers and dates come in already as text of the browser's locale. The few
//! words that must be there before WebAssembly are in `index.html`.

mod en;

pub use self::en::*;
