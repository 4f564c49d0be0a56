//! A stand-in for the Landscape REST API.
