//! The API over real HTTP, with the real services on a database of its own and a runner that follows a script.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail at once")]

mod app;
mod client;
mod script;

mod caching;
mod callers;
mod executions;
mod front;
mod fuzz;
mod hostile_connections;
mod identities;
mod live_api;
mod logs;
mod openapi;
mod pages;
mod queue_api;
mod rate_limits;
mod service;
mod session_api;
mod shares;
mod socket;
mod streams;
mod wrong_requests;
