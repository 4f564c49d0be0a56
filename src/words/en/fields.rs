//! Words: fields.

pub const ID: &str = "ID";
pub const CONTRACT: &str = "Contract";
pub const LICENSE: &str = "License";
pub const AVAILABLE_SEATS: &str = "Available seats";
pub const EXPIRES: &str = "Expires";
pub const DAYS_LEFT: &str = "Days left";
pub const STATUS: &str = "Status";
pub const ACTIVITY: &str = "Activity";
pub const SUMMARY: &str = "Summary";
pub const TYPE: &str = "Type";
pub const CREATOR: &str = "Creator";
pub const CREATED: &str = "Created";
pub const APPROVED: &str = "Approved";
pub const COMPLETED: &str = "Completed";
pub const DELIVER_DELAY_WINDOW: &str = "Deliver delay window";
pub const PARENT: &str = "Parent";
pub const RESULT_CODE: &str = "Result code";
pub const RESULT_TEXT: &str = "Result text";
pub const COMPUTER_ID: &str = "Computer ID";
pub const COMPUTERS: &str = "Computers";
pub const COMPUTER: &str = "Computer";
pub const RESULT: &str = "Result";
pub const FINISHED: &str = "Finished";
pub const PROGRESS: &str = "Progress";
