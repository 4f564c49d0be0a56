//! What pages are made of: they know HTML and never fetch.

pub mod page_header;
pub mod session_header;
pub mod shortcuts;
pub mod side_navigation;
pub mod theme_choice;

pub mod empty;
pub mod error_view;
pub mod load;
pub mod missing;
pub mod notification;

pub mod copy_button;
pub mod data_table;
pub mod date_text;
pub mod pagination;
pub mod progress_bar;
pub mod properties;
pub mod status_badge;
pub mod status_help;
pub mod table_count;

pub mod checkbox;
pub mod choice;
pub mod computer_ids_field;
pub mod confirm;
pub mod confirm_leaving;
pub mod dialog;
pub mod dry_run;
pub mod field;
pub mod first_field;
pub mod form;
pub mod search;
pub mod secret_field;
pub mod submit;

pub mod activity_view;
pub mod attachment_result;
pub mod computers_table;
pub mod csv_button;
pub mod failures;
pub mod follow_status;
pub mod followed_activity;
pub mod followed_fleet;
pub mod left_out_before;
pub mod notify_button;
pub mod preflight_question;
pub mod preflight_risks;
pub mod preflight_summary;
pub mod preflight_words;
pub mod replaced_tokens;
pub mod requirements;
pub mod result_actions;
pub mod rollout_report;
pub mod write_error;
