//! `runyard doctor`.

use crate::cli::DoctorArguments;
use crate::{delegate, print, protection, rootless, settings};
use runyard_sandbox::host::{self, Check, State};
use std::process::ExitCode;

pub(crate) fn run(arguments: &DoctorArguments) -> anyhow::Result<ExitCode> {
    let config = settings::load(&arguments.settings, None)?;
    if let Some(user) = &arguments.delegate {
        return delegate::to(user).map(|()| ExitCode::SUCCESS);
    }
    let accepted = protection::accepted(&config)?;
    if let Err(error) = rootless::enter_if_needed() {
        print::error(&error);
    }
    let checks = protection::examine(&config);
    if arguments.json {
        print::line(&serde_json::to_string_pretty(&protection::items(&checks))?)?;
    } else {
        let (protections, host): (Vec<&Check>, Vec<&Check>) =
            checks.iter().partition(|check| check.protection.is_some());
        section("Protections (a server does not start without them)", &protections)?;
        print::line("")?;
        section("Host (advice: nothing here keeps a server from starting)", &host)?;
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

/// One kind of checks, with its heading.
fn section(heading: &str, checks: &[&Check]) -> anyhow::Result<()> {
    print::line(heading)?;
    for check in checks {
        let state = match check.state {
            State::Pass => "pass",
            State::Warn => "warn",
            State::Fail => "FAIL",
            State::NotApplicable => "n/a ",
        };
        print::line(&format!("{state}  {:<19} {}", check.name, check.detail))?;
        if let Some(remedy) = check.remedy {
            print::line(&format!("      {:<19} -> {remedy}", ""))?;
        }
    }
    Ok(())
}
