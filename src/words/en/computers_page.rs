//! Of the pages of computers.
