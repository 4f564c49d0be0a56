//! Of the overview.
