//! The launcher's configuration, made by root from the settings and the machine.

use anyhow::bail;
use runyard_config::{Config, WarmLanguages};
use runyard_engine::{ToolchainFolders, prepared_limits, warm_interpreters};
use runyard_languages::Catalogue;
use runyard_sandbox::config::{LauncherConfig, Protection, View};
use runyard_sandbox::protocol::StageLimits;
use runyard_sandbox::sys::user_namespace;
use runyard_sandbox::system_view::system_view;
use runyard_types::Limits;
use std::path::Path;
use std::time::Duration;

/// The server's uid and gid, and the first of the slots' uids: outside what distributions and user namespaces hand out.
pub(crate) const SERVER_UID: u32 = 64_990;
const FIRST_SLOT_UID: u32 = 900_000;

/// The same in a user namespace, which holds 65,536 users: far from what a container's own image uses, below the server's.
const FIRST_SLOT_UID_OF_NAMESPACE: u32 = 20_000;
/// Users of one slot.
const UIDS_PER_SLOT: u32 = 2;

/// Where toolchains that are not in /usr live, unless the environment names another folder.
const TOOLCHAINS: &str = "/opt/runyard/toolchains";

/// How long a command waits for its launcher to remove its control groups. The next launcher removes what is left.
pub(crate) const LAUNCHER_PATIENCE: Duration = Duration::from_secs(5);

/// What the launcher is told, and where each toolchain folder was found.
pub(crate) struct Jail {
    pub(crate) launcher: LauncherConfig,
    pub(crate) toolchains: ToolchainFolders,
    /// Toolchains that are not on this machine: their languages will be listed as unavailable.
    pub(crate) missing: Vec<String>,
}

/// Looks at the machine and puts the configuration together. Runs as root, before anything a user sent is near.
pub(crate) fn configure(
    config: &Config,
    catalogue: &Catalogue,
    slots: u32,
    accept_missing: Vec<Protection>,
) -> Jail {
    let (mut views, links) = system_view();
    let mut toolchains = ToolchainFolders::default();
    let mut missing = Vec::new();
    for mount in catalogue.toolchain_mounts() {
        match mount.locate(Path::new(TOOLCHAINS)) {
            Ok(folder) => {
                views.push(View { source: folder.display().to_string(), target: mount.target.clone() });
                toolchains.insert(mount.name.clone(), folder);
            }
            Err(error) => missing.push(error.to_string()),
        }
    }
    let ceilings = ceilings(&config.limits.ceiling, catalogue);
    let first_uid = match user_namespace::has_users(FIRST_SLOT_UID, slots.saturating_mul(UIDS_PER_SLOT)) {
        true => FIRST_SLOT_UID,
        false => FIRST_SLOT_UID_OF_NAMESPACE,
    };
    Jail {
        launcher: LauncherConfig {
            slots,
            first_uid,
            views,
            links,
            ceilings,
            accept_missing,
            pin_cpus: config.jail.pin_cpus,
            warm: Vec::new(),
            warm_slots: 0,
            prepared: None,
        },
        toolchains,
        missing,
    }
}

impl Jail {
    /// Has slots prepare their next run, and keep interpreters ready in so many of them that each program that computes finds one,
    /// and the next one too while another is made ready. Worth it for those that run one program after another.
    ///
    /// # Errors
    /// When a language is to be kept ready that is none, or cannot be.
    pub(crate) fn make_ahead(mut self, config: &Config, catalogue: &Catalogue) -> anyhow::Result<Self> {
        self.launcher.prepared = Some(prepared_limits(&config.limits.default));
        let ready: Vec<&str> = catalogue
            .iter()
            .filter(|language| language.warm.is_some() || language.resident().is_some())
            .map(|language| &*language.id)
            .collect();
        let wanted = &config.jail.warm_languages;
        if let WarmLanguages::Named(names) = wanted
            && let Some(name) = names.iter().find(|name| !ready.contains(&name.as_str()))
        {
            bail!(
                "jail.warm_languages names {name:?}, whose interpreter or compiler cannot be kept ready; those that can be: {}",
                ready.join(", ")
            );
        }
        self.launcher.warm = warm_interpreters(catalogue, &config.limits.default, |language| match wanted {
            WarmLanguages::All => true,
            WarmLanguages::Named(names) => names.contains(&language.id),
        });
        if !self.launcher.warm.is_empty() {
            self.launcher.warm_slots = u32::try_from(config.worker.concurrency * 2).unwrap_or(u32::MAX);
        }
        Ok(self)
    }
}

/// The highest of everything a stage may ask for: run and compile stages, languages' factors included.
fn ceilings(limits: &Limits, catalogue: &Catalogue) -> StageLimits {
    let all = catalogue.iter().map(|language| language.default_limits(limits)).chain([*limits]);
    let highest = all.reduce(|a, b| Limits {
        wall_time: a.wall_time.max(b.wall_time),
        cpu_time: a.cpu_time.max(b.cpu_time),
        cpu_millicores: a.cpu_millicores.max(b.cpu_millicores),
        memory_bytes: a.memory_bytes.max(b.memory_bytes),
        output_bytes: a.output_bytes.max(b.output_bytes),
        processes: a.processes.max(b.processes),
        work_bytes: a.work_bytes.max(b.work_bytes),
        compile_wall_time: a.compile_wall_time.max(b.compile_wall_time),
        compile_memory_bytes: a.compile_memory_bytes.max(b.compile_memory_bytes),
    });
    let highest = highest.unwrap_or(*limits);
    let cores = u32::try_from(crate::settings::cores()).unwrap_or(u32::MAX);
    let micros = |duration: Duration| u64::try_from(duration.as_micros()).unwrap_or(u64::MAX);
    let wall = highest.wall_time.max(highest.compile_wall_time);
    StageLimits {
        wall_time_us: micros(wall),
        // A compile stage may use every core for its whole time.
        cpu_time_us: micros(highest.cpu_time.max(highest.compile_wall_time * cores)),
        cpu_millicores: highest.cpu_millicores.max(cores * 1000),
        memory_bytes: highest.memory_bytes.max(highest.compile_memory_bytes),
        processes: highest.processes.max(MOST_COMPILER_PROCESSES),
        work_bytes: highest.work_bytes.max(MOST_COMPILE_BYTES),
    }
}

/// Compilers start many processes and threads.
const MOST_COMPILER_PROCESSES: u32 = 512;
/// Compilers write more than programs.
const MOST_COMPILE_BYTES: u64 = 1 << 30;
