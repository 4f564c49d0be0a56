//! The app in a browser, topic by topic.

mod smoke;
