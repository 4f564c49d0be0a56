//! Of what is checked before something is sent.
