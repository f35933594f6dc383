//! What `/api/v1` sends and takes, as JSON.

mod execution;
mod execution_request;
mod noise;
mod timestamp;

pub(crate) use execution::{ExecutionList, ExecutionView};
pub(crate) use execution_request::{ExecutionRequest, ExecutionSource};
pub(crate) use timestamp::timestamp;
