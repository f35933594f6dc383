//! Reading the settings, once, with the command line on top.

use crate::cli::SettingsArguments;
use crate::rootless;
use anyhow::Context;
use runyard_config::{Config, Sources};
use runyard_languages::Catalogue;
use std::net::SocketAddr;
use std::sync::Arc;

/// Reads all settings. The command line wins over the environment, which wins over the file.
pub(crate) fn load(arguments: &SettingsArguments, listen: Option<SocketAddr>) -> anyhow::Result<Config> {
    // Names and values that are not text cannot be settings of ours.
    let mut variables: Vec<(String, String)> = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect();
    let mut set = |name: &str, value: String| {
        variables.retain(|(known, _)| known != name);
        variables.push((name.to_owned(), value));
    };
    if let Some(folder) = &arguments.data_dir {
        set("RUNYARD_SERVER_DATA_DIR", folder.display().to_string());
    }
    if let Some(address) = listen {
        set("RUNYARD_SERVER_LISTEN", address.to_string());
    }
    let machine_cores = cores();
    let mut config = Config::load(&Sources { file: arguments.config.clone(), variables, machine_cores })
        .context("read the settings")?;
    if let Some(folder) = rootless::default_data_dir(&config.server.data_dir) {
        config.server.data_dir = folder;
    }
    Ok(config)
}

/// Cores of this machine that we may use.
pub(crate) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZeroUsize::get)
}

/// The languages the settings name.
pub(crate) fn catalogue(config: &Config) -> anyhow::Result<Arc<Catalogue>> {
    let catalogue = match &config.languages.directory {
        Some(folder) => Catalogue::from_directory(folder),
        None => Catalogue::embedded(),
    };
    catalogue.map(Arc::new).context("load the languages")
}
