//! One stage: a program in a slot, with its streams, from start to end.

mod drive;
mod output;
mod refusal;
mod standard_input;
mod streams;
mod throttle;

pub(crate) use drive::{Console, OverflowRule, StageOutcome, StageSpec, drive};
pub(crate) use refusal::{Origin, refusal};
