//! Of sending in parts.
