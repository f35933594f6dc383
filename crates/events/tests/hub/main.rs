//! The hub as publishers and watchers see it.

mod commands;
mod memory;
mod resuming;
mod support;
