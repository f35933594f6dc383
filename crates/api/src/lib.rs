//! The HTTP face of Runyard: `/api/v1`, the contracts that existed before, the streams and the embedded site, all on one
//! port.
//!
//! Handlers are thin: they read a request strictly, ask a service, and show what it said. Everything that every request
//! has in common (who asks, how often, how errors look, what is logged) happens in one place, `front.rs`. Errors are
//! [`fault::Fault`]s until the last moment, when the family of the path gives them their form.

mod body;
mod caller;
mod capacity;
mod client;
mod compat;
mod cors;
mod family;
mod fault;
mod front;
mod idempotency;
mod json;
mod lingering;
mod open_streams;
mod openapi;
mod origin;
mod pages;
mod path_id;
mod prefer;
mod query;
mod rate_limit;
mod request_id;
mod router;
mod routes;
mod security_headers;
mod serve;
mod socket;
mod state;
mod submission;
mod token;
mod wire;

pub use capacity::raise_descriptor_limit;
pub use openapi::openapi_json;
pub use router::{Claim, claims, router};
pub use serve::serve;
pub use state::{ApiParts, ApiState, Caches, ProtectionItem, ProtectionKind, ProtectionState};
pub use token::{TokenKey, TokenKeyError};
