//! `runyard doctor`.

use crate::cli::DoctorArguments;
use crate::{print, protection, settings};
use runyard_sandbox::host::{self, State};
use std::process::ExitCode;

pub(crate) fn run(arguments: &DoctorArguments) -> anyhow::Result<ExitCode> {
    let config = settings::load(&arguments.settings, None)?;
    let accepted = protection::accepted(&config)?;
    let checks = host::examine();
    if arguments.json {
        print::line(&serde_json::to_string_pretty(&protection::items(&checks))?)?;
    } else {
        for check in &checks {
            let state = match check.state {
                State::Pass => "pass",
                State::Warn => "warn",
                State::Fail => "FAIL",
            };
            print::line(&format!("{state}  {:<16} {}", check.name, check.detail))?;
            if let Some(remedy) = check.remedy {
                print::line(&format!("      {:<16} -> {remedy}", ""))?;
            }
        }
    }
    let missing = host::unacceptable(&checks, &accepted).len();
    if !arguments.json {
        print::line("")?;
        print::line(&match missing {
            0 => "Ready: every needed protection works here.".to_owned(),
            n => format!("Not ready: {n} protection(s) missing. The server will refuse to start."),
        })?;
    }
    Ok(if missing == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
