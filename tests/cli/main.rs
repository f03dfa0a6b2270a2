//! The command line, through the real program in an environment of its own.

#![expect(clippy::needless_raw_string_hashes, reason = "snapbox writes them so")]

mod bad_files;
mod bad_orders;
mod commands;
mod damage;
mod findings;
mod help;
mod home;
mod layouts;
mod main_job;
mod notices;
mod plain;
mod plans;
mod review;
mod sent;
mod small;
mod terminal;
mod verify;
