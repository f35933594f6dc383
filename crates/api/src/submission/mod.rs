//! From what a caller sent to a [`Submission`] that may be queued. Every family's requests pass here, so there is one
//! place that decides what is allowed.

mod draft;
mod environment;
mod files;
mod flags;
mod path;

pub(crate) use draft::{Draft, FieldNames};
pub(crate) use files::{FileInput, Program, decode};
