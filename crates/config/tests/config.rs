//! What an operator sees: defaults, precedence, and every mistake at once.

#![expect(clippy::unwrap_used, reason = "a test may fail at once")]

use runyard_config::{
    Config, ConfigError, DEFAULTS, Durability, LogFormat, Sources, StoreUrl, environment_reference,
};
use std::{path::PathBuf, time::Duration};

fn variables(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn load(file: Option<&str>, pairs: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let folder = tempfile::tempdir().unwrap();
    let path: Option<PathBuf> = file.map(|text| {
        let path = folder.path().join("runyard.toml");
        std::fs::write(&path, text).unwrap();
        path
    });
    Config::load(&Sources { file: path, variables: variables(pairs), machine_cores: 2 })
}

fn mistakes(file: Option<&str>, pairs: &[(&str, &str)]) -> Vec<String> {
    match load(file, pairs) {
        Err(ConfigError::Mistakes(mistakes)) => mistakes.iter().map(ToString::to_string).collect(),
        other => panic!("expected mistakes, got {other:?}"),
    }
}

#[test]
fn the_defaults_are_what_users_are_told() {
    let config = load(None, &[]).unwrap();
    assert_eq!(config.server.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(config.limits.default, runyard_types::Limits::default());
    assert_eq!(config.limits.ceiling.wall_time, Duration::from_secs(120));
    assert_eq!(config.limits.ceiling.memory_bytes, 1 << 30);
    assert_eq!(config.limits.ceiling.output_bytes, 8 << 20);
    assert_eq!(config.limits.ceiling.processes, 512);
    assert_eq!(config.limits.ceiling.compile_memory_bytes, 2 << 30);
    assert_eq!(config.limits.ceiling.cpu_millicores, 2000, "capped to the machine");
    assert_eq!(config.submission.max_source_bytes, 64 << 10);
    assert_eq!(config.submission.max_stdin_bytes, 1 << 20);
    assert_eq!(config.submission.max_body_bytes, 8 << 20);
    assert_eq!((config.rate_limit.create_per_minute, config.rate_limit.read_per_minute), (100, 1000));
    assert!(!config.rate_limit.loopback);
    assert_eq!(config.queue.max_depth, 10_000);
    assert_eq!((config.worker.concurrency, config.worker.slots), (2, 16));
    assert!(!config.cache.answers_by_default);
    assert_eq!(config.cache.answers_for, Duration::from_secs(3600));
    assert_eq!(config.cache.programs_bytes, 128 << 20);
    assert_eq!((config.cache.answers_memory_bytes, config.cache.answers_store_bytes), (32 << 20, 256 << 20));
    assert_eq!(config.sessions.wall_time, Duration::from_secs(30));
    assert_eq!(config.interactive.wall_time, Duration::from_secs(120));
    assert_eq!(config.store.url, StoreUrl::DataDir);
    assert_eq!(config.store.durability, Durability::Process);
    assert_eq!(config.log.format, LogFormat::Text);
    assert!(config.protection.accept_missing.is_empty());
    assert!(config.notices().is_empty());
}

#[test]
fn the_default_file_itself_is_a_valid_file() {
    load(Some(DEFAULTS), &[]).unwrap();
}

#[test]
fn environment_wins_over_file_wins_over_defaults() {
    let file = "[server]\nlisten = '0.0.0.0:1'\n[queue]\nmax_depth = 7\n[limits.default]\ncpu_cores = 1\n";
    let config = load(Some(file), &[("PORT", "2"), ("RUNYARD_QUEUE_MAX_DEPTH", "8")]).unwrap();
    assert_eq!(config.server.listen.to_string(), "0.0.0.0:2");
    assert_eq!(config.queue.max_depth, 8);
    assert_eq!(load(None, &[("PORT", "2")]).unwrap().server.listen.to_string(), "127.0.0.1:2");
    let config = load(Some(file), &[("PORT", "2"), ("RUNYARD_SERVER_LISTEN", "[::1]:3")]).unwrap();
    assert_eq!(config.server.listen.to_string(), "[::1]:3");
    assert_eq!(config.queue.max_depth, 7);
}

#[test]
fn names_of_other_designs_are_read_with_their_units() {
    let pairs = [
        ("TIME_LIMIT", "5"),
        ("MEMORY_LIMIT", "256m"),
        ("OUTPUT_LIMIT", "131072"),
        ("COMPILE_TIME_LIMIT", "20000"),
        ("MAX_CODE_SIZE", "32"),
        ("WORKER_CONCURRENCY", "3"),
        ("API_RATE_LIMIT", "50"),
        ("QUEUE_MAX_DEPTH", "11"),
        ("LOG_LEVEL", "DEBUG"),
        ("SWAGGER_ENABLE", "false"),
        ("DATABASE_URL", "sqlite:///tmp/x.db"),
        ("DB_TYPE", "sqlite"),
        ("REDIS_HOST", "redis"),
        ("ALERT_WEBHOOK_URL", ""),
    ];
    let config = load(None, &pairs).unwrap();
    let limits = config.limits.default;
    assert_eq!((limits.wall_time, limits.cpu_time), (Duration::from_secs(5), Duration::from_secs(5)));
    assert_eq!(limits.memory_bytes, 256 << 20);
    assert_eq!(limits.output_bytes, 128 << 10);
    assert_eq!(limits.compile_wall_time, Duration::from_secs(20));
    assert_eq!(config.submission.max_source_bytes, 32 << 10);
    assert_eq!(config.worker.concurrency, 3);
    assert_eq!(config.rate_limit.create_per_minute, 50);
    assert_eq!(config.queue.max_depth, 11);
    assert_eq!(config.log.level, "debug");
    assert!(!config.server.docs);
    assert_eq!(config.store.url, StoreUrl::Sqlite("/tmp/x.db".into()));
    assert_eq!(config.notices().len(), 1, "{:?}", config.notices());
    assert!(config.notices()[0].contains("REDIS_HOST"));
}

#[test]
fn all_mistakes_are_reported_together() {
    let file = "[server]\nlisten = 'nowhere'\nlisen = 'x'\n[queue]\nmax_depth = 'many'\n[nonsense]\n[worker]\nslots = 0\n\
                [cors]\nallowed_origins = ['*']\n[limits.default]\nmemory_bytes = 2_000_000_000\n";
    let pairs =
        [("RUNYARD_NO_SUCH", "1"), ("RUNYARD_LOG_FORMAT", "xml"), ("TIME_LIMIT", "soon"), ("PORT", "99999")];
    let found = mistakes(Some(file), &pairs);
    for expected in [
        "server.lisen",
        "did you mean server.listen?",
        "queue.max_depth",
        "must be a whole number, not a text",
        "nonsense",
        "worker.slots",
        "cors.allowed_origins",
        "is above limits.ceiling.memory_bytes",
        "RUNYARD_NO_SUCH",
        "`runyard settings` lists all of them",
        "RUNYARD_LOG_FORMAT",
        "TIME_LIMIT",
        "PORT",
    ] {
        assert!(found.iter().any(|mistake| mistake.contains(expected)), "{expected} not in {found:#?}");
    }
}

#[test]
fn other_databases_are_refused_without_showing_their_password() {
    let found = mistakes(None, &[("DATABASE_URL", "postgres://me:hunter2@db/x"), ("DB_TYPE", "postgres")]);
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|mistake| !mistake.contains("hunter2")), "{found:?}");
}

#[test]
fn broken_toml_names_the_place() {
    let found = mistakes(Some("[server\nlisten = 1"), &[]);
    assert!(found[0].contains("line 1"), "{found:?}");
}

#[test]
fn a_missing_file_is_said_so() {
    let sources = Sources { file: Some("/nonexistent/runyard.toml".into()), ..Sources::default() };
    assert!(matches!(Config::load(&sources), Err(ConfigError::ReadFile { .. })));
}

#[test]
fn what_is_rendered_can_be_loaded_again() {
    let config =
        load(None, &[("RUNYARD_SERVER_TRUSTED_PROXIES", "10.0.0.0/8, ::1"), ("TIME_LIMIT", "7s")]).unwrap();
    let text = config.render();
    assert!(text.contains("# from RUNYARD_SERVER_TRUSTED_PROXIES"), "{text}");
    let again = load(Some(&text), &[]).unwrap();
    assert_eq!(again.server.trusted_proxies, config.server.trusted_proxies);
    assert_eq!(again.limits.default, config.limits.default);
}

/// `docs/settings.md` is generated: `UPDATE_DOCS=1 cargo test -p runyard-config` writes it.
#[test]
fn the_reference_is_up_to_date() {
    // Tests run in their crate's folder, wherever that was when they were built.
    let path = "../../docs/settings.md";
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(path, environment_reference()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), environment_reference());
}
