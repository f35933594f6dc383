//! Listening, logging, and who may ask how often.

use crate::{proxies::TrustedProxies, reader::Reader};
use std::{
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    time::Duration,
};

/// A day, the longest time any of these may be.
const DAY_MS: i64 = 86_400_000;

/// Listening and requests.
#[derive(Debug, Clone)]
pub struct Server {
    /// Address and port.
    pub listen: SocketAddr,
    /// Folder for the database and the keys.
    pub data_dir: PathBuf,
    /// Whose forwarding headers are believed.
    pub trusted_proxies: TrustedProxies,
    /// For the whole request to arrive.
    pub request_timeout: Duration,
    /// The most that `Prefer: wait` may ask for.
    pub max_wait: Duration,
    /// For requests under way when the server stops.
    pub shutdown_grace: Duration,
    /// Whether the interactive pages are served.
    pub docs: bool,
}

impl Server {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        let data_dir = reader.text("server.data_dir");
        if data_dir.is_empty() {
            reader.mistake("server.data_dir", "must not be empty".to_owned());
        }
        let networks =
            reader.parsed_list("server.trusted_proxies", "an address or a network such as 10.0.0.0/8");
        Self {
            listen: reader
                .parsed("server.listen", "an address with a port, such as 127.0.0.1:8080")
                .unwrap_or_else(|| SocketAddr::from((Ipv4Addr::LOCALHOST, 0))),
            data_dir: data_dir.into(),
            trusted_proxies: TrustedProxies::new(networks),
            request_timeout: reader.milliseconds("server.request_timeout_ms", 100..=DAY_MS),
            max_wait: reader.milliseconds("server.max_wait_ms", 0..=DAY_MS),
            shutdown_grace: reader.milliseconds("server.shutdown_grace_ms", 0..=DAY_MS),
            docs: reader.flag("server.docs"),
        }
    }
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// Logging.
#[derive(Debug, Clone)]
pub struct Log {
    /// A level or a filter.
    pub level: String,
    /// How lines look.
    pub format: LogFormat,
}

impl Log {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        let level = reader.text("log.level");
        if !level.split(',').all(is_directive) {
            let problem =
                format!("{level:?} is not error, warn, info, debug, trace, off, or TARGET=LEVEL pairs");
            reader.mistake("log.level", problem);
        }
        let format = match reader.text("log.format").as_str() {
            "text" => LogFormat::Text,
            "json" => LogFormat::Json,
            other => {
                reader.mistake("log.format", format!("{other:?} is not text or json"));
                LogFormat::Text
            }
        };
        Self { level: level.to_ascii_lowercase(), format }
    }
}

fn is_directive(text: &str) -> bool {
    let level = text.rsplit('=').next().unwrap_or_default().trim().to_ascii_lowercase();
    matches!(level.as_str(), "error" | "warn" | "info" | "debug" | "trace" | "off")
}

/// Pages of other origins.
#[derive(Debug, Clone)]
pub struct Cors {
    /// Exact origins, `https://host[:port]`.
    pub allowed_origins: Vec<String>,
}

impl Cors {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        let key = "cors.allowed_origins";
        let allowed_origins = reader.list(key);
        for origin in &allowed_origins {
            let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
            let sound = host.is_some_and(|host| {
                !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:[]".contains(c))
            });
            if !sound {
                let problem = format!(
                    "{origin:?} is not an exact origin such as https://example.org (no path, no slash at the end, no *)"
                );
                reader.mistake(key, problem);
            }
        }
        Self {
            allowed_origins: allowed_origins.into_iter().map(|origin| origin.to_ascii_lowercase()).collect(),
        }
    }
}

/// Requests a minute from one address; 0 is no limit.
#[derive(Debug, Clone, Copy)]
pub struct RateLimit {
    /// That create work.
    pub create_per_minute: u32,
    /// That only read.
    pub read_per_minute: u32,
    /// Event streams and WebSockets one address may hold open; 0 is no limit.
    pub streams: u32,
    /// Whether requests from this machine count.
    pub loopback: bool,
}

impl RateLimit {
    pub(crate) fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            create_per_minute: reader.integer("rate_limit.create_per_minute", 0..=1_000_000),
            read_per_minute: reader.integer("rate_limit.read_per_minute", 0..=10_000_000),
            streams: reader.integer("rate_limit.streams", 0..=1_000_000),
            loopback: reader.flag("rate_limit.loopback"),
        }
    }
}
