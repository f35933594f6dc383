//! One struct for each concern.

mod caching;
mod keeping;
mod limits;
mod running;
mod serving;

pub use caching::Cache;
pub use keeping::{Durability, Queue, Retention, Store, StoreUrl};
pub use limits::{Ceilings, Interactive, LimitSettings, Sessions, SubmissionLimits};
pub use running::{Jail, Languages, Protection, WarmLanguages, Worker};
pub use serving::{Cors, Log, LogFormat, RateLimit, Server};
