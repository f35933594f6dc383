//! Every environment variable Runyard knows, in one table, from which the reference is generated too.
//!
//! `RUNYARD_*` names follow from the settings. The others are the names that operators of comparable services already
//! use; a `RUNYARD_*` name wins over them.

use crate::{
    DEFAULTS,
    defaults::{comments, defaults},
    layers::{Layers, kind},
    mistake::Origin,
    units,
};
use std::fmt::Write as _;
use toml::Value;

/// Names under `RUNYARD_` that are no settings.
const RESERVED: [&str; 2] = ["RUNYARD_CONFIG", "RUNYARD_TOKEN"];

/// How an alias is read into its setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// As the setting itself.
    Plain,
    /// A port number: replaces the port of the address.
    Port,
    /// A time with a unit, or a bare number (seconds below 1000, else milliseconds).
    Time,
    /// Memory with a unit, or a bare number (MiB below 65536, else bytes).
    Memory,
    /// A size with a unit, or a bare number (KiB below 1024, else bytes).
    Size,
    /// Requests a minute.
    Rate,
    /// Accepted so that existing deployments start; the text says who reads it or that nothing does.
    Ignored,
}

/// One name that other designs use.
#[derive(Debug, Clone, Copy)]
pub struct Alias {
    /// The variable.
    pub name: &'static str,
    /// The setting it means; empty for names this program does not act on.
    pub key: &'static str,
    /// How its value is read.
    pub reading: Reading,
    /// For the reference.
    pub note: &'static str,
}

const fn alias(name: &'static str, key: &'static str, reading: Reading, note: &'static str) -> Alias {
    Alias { name, key, reading, note }
}

/// All names beside `RUNYARD_*`.
pub const ALIASES: &[Alias] = &[
    alias("PORT", "server.listen", Reading::Port, "port number; the address stays"),
    alias("LOG_LEVEL", "log.level", Reading::Plain, "error, warn, info, debug or trace"),
    alias(
        "TIME_LIMIT",
        "limits.default.wall_time_ms",
        Reading::Time,
        "`10s`, `10000ms`; bare: seconds below 1000, else milliseconds; sets the CPU time as well",
    ),
    alias("COMPILE_TIME_LIMIT", "limits.default.compile_wall_time_ms", Reading::Time, "as TIME_LIMIT"),
    alias(
        "MEMORY_LIMIT",
        "limits.default.memory_bytes",
        Reading::Memory,
        "`128m`, `128MiB`; bare: MiB below 65536, else bytes",
    ),
    alias(
        "OUTPUT_LIMIT",
        "limits.default.output_bytes",
        Reading::Size,
        "`64k`, `64KiB`; bare: KiB below 1024, else bytes",
    ),
    alias("MAX_CODE_SIZE", "submission.max_source_bytes", Reading::Size, "as OUTPUT_LIMIT"),
    alias(
        "WORKER_CONCURRENCY",
        "worker.concurrency",
        Reading::Plain,
        "programs that may use a core at the same time",
    ),
    alias("API_RATE_LIMIT", "rate_limit.create_per_minute", Reading::Rate, "requests a minute"),
    alias("QUEUE_MAX_DEPTH", "queue.max_depth", Reading::Plain, "jobs"),
    alias("SWAGGER_ENABLE", "server.docs", Reading::Plain, "true or false"),
    alias(
        "DATABASE_URL",
        "store.url",
        Reading::Plain,
        "`sqlite:PATH`; other databases are refused, never ignored",
    ),
    alias(
        "DB_TYPE",
        "",
        Reading::Ignored,
        "follows from DATABASE_URL; a value other than `sqlite` is refused",
    ),
    alias("REDIS_HOST", "", Reading::Ignored, "nothing uses Redis with these settings"),
    alias("REDIS_PORT", "", Reading::Ignored, "nothing uses Redis with these settings"),
    alias("REDIS_PASSWORD", "", Reading::Ignored, "nothing uses Redis with these settings"),
    alias("REDIS_TLS", "", Reading::Ignored, "nothing uses Redis with these settings"),
    alias("RABBITMQ_URL", "", Reading::Ignored, "nothing uses RabbitMQ with these settings"),
    alias("EXECUTION_QUEUE_NAME", "", Reading::Ignored, "the queue in the store has no name"),
    alias("DOCKER_HOST", "", Reading::Ignored, "programs are not run in Docker containers"),
    alias("METRICS_ENABLED", "", Reading::Ignored, "no metrics listener with these settings"),
    alias("ALERT_WEBHOOK_URL", "", Reading::Ignored, "read by the deployment files"),
    alias("AUTO_SCALE_TARGET_CPU", "", Reading::Ignored, "read by the deployment files"),
    alias("PROMETHEUS_RETENTION", "", Reading::Ignored, "read by the deployment files"),
];

/// Lays the environment over the other layers. Returns notices about names that were set and have no effect.
pub(crate) fn apply(layers: &mut Layers, variables: &[(String, String)]) -> Vec<String> {
    let mut notices = Vec::new();
    for alias in ALIASES {
        let Some((_, text)) = variables.iter().find(|(name, _)| name == alias.name) else { continue };
        // Compose files pass unset variables on as empty ones.
        if text.is_empty() {
            continue;
        }
        match alias.reading {
            Reading::Ignored => ignored(layers, &mut notices, alias, text),
            _ => set_alias(layers, alias, text),
        }
    }
    for (name, text) in variables.iter().filter(|(name, _)| name.starts_with("RUNYARD_")) {
        if RESERVED.contains(&name.as_str()) {
            continue;
        }
        let origin = Origin::Environment(name.clone());
        let Some(key) = layers.settings.keys().find(|key| variable(key) == *name).cloned() else {
            layers.mistake(origin, "", "is not a setting; `runyard settings` lists all of them".to_owned());
            continue;
        };
        set_text(layers, &key, text, origin);
    }
    notices
}

fn ignored(layers: &mut Layers, notices: &mut Vec<String>, alias: &Alias, text: &str) {
    if alias.name == "DB_TYPE" && !matches!(text, "sqlite" | "sqlite3") {
        let problem = format!("{text:?} is not supported: the store is SQLite");
        layers.mistake(Origin::Environment(alias.name.to_owned()), "store.url", problem);
    } else if alias.name != "DB_TYPE" {
        notices.push(format!("{} is set and has no effect: {}", alias.name, alias.note));
    }
}

fn set_alias(layers: &mut Layers, alias: &Alias, text: &str) {
    let origin = Origin::Environment(alias.name.to_owned());
    let number = match alias.reading {
        Reading::Plain | Reading::Ignored => return set_text(layers, alias.key, text, origin),
        Reading::Port => {
            let Ok(port) = text.trim().parse::<u16>() else {
                return layers.mistake(
                    origin,
                    alias.key,
                    format!("{text:?} is not a port number (0 to 65535)"),
                );
            };
            let listen = layers.settings.get(alias.key).and_then(|setting| setting.value.as_str());
            let listen = listen.map_or(format!("127.0.0.1:{port}"), |listen| match listen.rsplit_once(':') {
                Some((host, _)) => format!("{host}:{port}"),
                None => format!("{listen}:{port}"),
            });
            return layers.set(alias.key, Value::String(listen), origin);
        }
        Reading::Time => units::milliseconds(text),
        Reading::Memory => units::bytes(text, 1 << 16, 1 << 20),
        Reading::Size => units::bytes(text, 1 << 10, 1 << 10),
        Reading::Rate => text.trim().parse().ok(),
    };
    let Some(number) = number else {
        return layers.mistake(origin, alias.key, format!("cannot read {text:?}; expected {}", alias.note));
    };
    layers.set(alias.key, Value::Integer(number), origin.clone());
    if alias.name == "TIME_LIMIT" {
        layers.set("limits.default.cpu_time_ms", Value::Integer(number), origin);
    }
}

/// Reads a text as the type that the setting's default has.
fn set_text(layers: &mut Layers, key: &str, text: &str, origin: Origin) {
    let Some(setting) = layers.settings.get(key) else { return };
    let trimmed = text.trim();
    let value = match &setting.value {
        Value::Integer(_) => trimmed.replace('_', "").parse().ok().map(Value::Integer),
        Value::Float(_) => trimmed.parse().ok().map(Value::Float),
        Value::Boolean(_) => match trimmed.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" | "on" => Some(Value::Boolean(true)),
            "false" | "0" | "no" | "off" => Some(Value::Boolean(false)),
            _ => None,
        },
        Value::Array(_) => Some(Value::Array(
            trimmed.split(',').map(str::trim).filter(|item| !item.is_empty()).map(Value::from).collect(),
        )),
        _ => Some(Value::String(trimmed.to_owned())),
    };
    match value {
        Some(value) => layers.set(key, value, origin),
        None => {
            let problem = format!("{text:?} must be {}", kind(&setting.value));
            layers.mistake(origin, key, problem);
        }
    }
}

/// The `RUNYARD_*` name of a setting.
pub(crate) fn variable(key: &str) -> String {
    format!("RUNYARD_{}", key.replace('.', "_").to_ascii_uppercase())
}

/// The reference of all settings and names, as Markdown.
#[must_use]
pub fn environment_reference() -> String {
    let mut text = String::from(
        "# Settings\n\nGenerated from the program. Built-in defaults, then the file (`--config` or `RUNYARD_CONFIG`), \
         then the environment; the last one wins.\nUnknown keys in the file and unknown names under `RUNYARD_` are \
         refused, and all mistakes are reported together.\n\n## All settings\n\n\
         | setting | environment | default | meaning |\n|---|---|---|---|\n",
    );
    let defaults = defaults();
    for (key, comment) in comments() {
        let default = defaults.get(&key).map(ToString::to_string).unwrap_or_default();
        let _ = writeln!(text, "| `{key}` | `{}` | `{default}` | {comment} |", variable(&key));
    }
    text.push_str(
        "\n## Other names that are understood\n\n| environment | setting | read as |\n|---|---|---|\n",
    );
    for alias in ALIASES {
        let key = if alias.key.is_empty() { "-".to_owned() } else { format!("`{}`", alias.key) };
        let _ = writeln!(text, "| `{}` | {key} | {} |", alias.name, alias.note);
    }
    text.push_str("\n## The default file\n\n```toml\n");
    text.push_str(DEFAULTS);
    text.push_str("```\n");
    text
}
