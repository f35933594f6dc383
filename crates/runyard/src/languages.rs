//! `runyard languages`: what runs on this machine, found out by running it.

use crate::cli::LanguagesArguments;
use crate::{jail, log, print, protection, rootless, settings};
use anyhow::{Context, bail};
use runyard_engine::{Engine, SelfTest, SelfTestCache, refresh_availability};
use runyard_languages::Catalogue;
use runyard_launcher_client::{LauncherProcess, Slots};
use runyard_types::Action;
use std::process::ExitCode;
use std::sync::Arc;

pub(crate) fn run(arguments: &LanguagesArguments) -> anyhow::Result<ExitCode> {
    let config = settings::load(&arguments.settings, None)?;
    log::start(&runyard_config::Log { level: "error".to_owned(), ..config.log.clone() });
    rootless::enter_if_needed()?;
    let catalogue = settings::catalogue(&config)?;
    let (_, accepted) = protection::require(&config)?;
    let cores = settings::cores();
    let jail = jail::configure(&config, &catalogue, u32::try_from(cores).unwrap_or(1), accepted);
    for missing in &jail.missing {
        print::note(&format!("runyard: failed to {missing}"));
    }
    let (launcher_process, control) = LauncherProcess::spawn(&jail.launcher)?;
    let test = if arguments.test { SelfTest::Full } else { SelfTest::Hello };
    // A test asked for by hand is really run; a list may remember what the server found out.
    let cache = config.server.data_dir.join("self-tests.json");
    let cache = if arguments.test { SelfTestCache::none() } else { SelfTestCache::load(&cache) };
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().context("start the runtime")?;
    runtime.block_on(async {
        let slots = Slots::new();
        let pool = slots.clone();
        let launcher = tokio::spawn(async move { pool.attach(control).await });
        tokio::select! {
            _ = slots.ready() => {}
            _ = launcher => bail!("start the launcher: it ended (see above)"),
        }
        let engine = Arc::new(Engine::new(slots, Arc::clone(&catalogue)));
        refresh_availability(&engine, &catalogue, &jail.toolchains, cache, test, cores).await;
        Ok(())
    })?;
    drop(runtime);
    launcher_process.wait_ended(jail::LAUNCHER_PATIENCE).context("wait for the launcher")?;
    if arguments.json {
        show_json(&catalogue)?
    } else {
        show(&catalogue)?
    }
    let all = catalogue.iter().all(|language| catalogue.availability(&language.id).available);
    Ok(if all || !arguments.test { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn show(catalogue: &Catalogue) -> anyhow::Result<()> {
    for language in catalogue.iter() {
        let availability = catalogue.availability(&language.id);
        let state = if availability.available { "ok  " } else { "FAIL" };
        let version = availability.version.unwrap_or_default();
        print::line(&format!("{state}  {:<12} {:<24} {version}", language.id, language.name))?;
        if let Some(reason) = availability.reason.filter(|_| !availability.available) {
            for line in reason.lines() {
                print::line(&format!("      {line}"))?;
            }
        }
    }
    Ok(())
}

fn show_json(catalogue: &Catalogue) -> anyhow::Result<()> {
    let items: Vec<serde_json::Value> = catalogue
        .iter()
        .map(|language| {
            let availability = catalogue.availability(&language.id);
            let mut actions = vec![Action::Run, Action::Format, Action::Lint];
            actions.retain(|action| availability.offers(*action));
            serde_json::json!({
                "id": language.id,
                "name": language.name,
                "version": availability.version,
                "aliases": language.aliases,
                "source_file": language.source_file,
                "compiled": language.is_compiled(),
                "accepts_compiler_flags": language.accepts_compiler_flags(),
                "actions": actions,
                "available": availability.available,
                "reason": availability.reason,
            })
        })
        .collect();
    print::line(&serde_json::to_string_pretty(&serde_json::json!({ "items": items }))?)
}
