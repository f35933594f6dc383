//! Runyard's settings: what exists, where each value came from, and every mistake at once.
//!
//! The embedded default file is the schema. Each setting stands in it with its default and a comment; a key that is
//! not there is unknown, and a value must have the type of its default. On top of it come the operator's file and the
//! environment, read once at start. Nothing else in Runyard reads the environment.

mod defaults;
mod environment;
mod layers;
mod load;
mod mistake;
mod proxies;
mod reader;
mod render;
mod sections;
mod units;

pub use environment::{ALIASES, Alias, environment_reference};
pub use load::{Config, Sources};
pub use mistake::{ConfigError, Mistake, Origin};
pub use proxies::{Network, TrustedProxies};
pub use sections::{
    Cache, Ceilings, Cors, Durability, Interactive, Jail, Languages, LimitSettings, Log, LogFormat,
    Protection, Queue, RateLimit, Retention, Server, Sessions, Store, StoreUrl, SubmissionLimits,
    WarmLanguages, Worker,
};

/// The commented default file.
pub const DEFAULTS: &str = include_str!("../runyard.toml");
