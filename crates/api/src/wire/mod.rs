//! What `/api/v1` sends and takes, as JSON.

mod cache_switch;
mod execution;
mod execution_request;
mod noise;
mod timestamp;

pub(crate) use cache_switch::CacheSwitch;
pub(crate) use execution::{ExecutionList, ExecutionView};
pub(crate) use execution_request::{ExecutionRequest, ExecutionSource};
pub(crate) use timestamp::timestamp;
