//! Refusing to run unprotected.

use crate::memory;
use anyhow::bail;
use runyard_api::{ProtectionItem, ProtectionKind, ProtectionState};
use runyard_config::Config;
use runyard_sandbox::config::Protection;
use runyard_sandbox::host::{self, Capacity, Check, State};

/// The missing protections the operator accepts, by name.
pub(crate) fn accepted(config: &Config) -> anyhow::Result<Vec<Protection>> {
    let mut accepted = Vec::new();
    for name in &config.protection.accept_missing {
        match Protection::ALL.into_iter().find(|protection| protection.name() == name) {
            Some(protection) if protection.is_optional() => accepted.push(protection),
            Some(_) => {
                bail!("accept that {name} is missing: without it there is no jail, so nothing can waive it")
            }
            None => {
                let names: Vec<&str> = Protection::ALL.into_iter().map(Protection::name).collect();
                bail!(
                    "accept that {name:?} is missing: there is no such protection (known: {})",
                    names.join(", ")
                )
            }
        }
    }
    Ok(accepted)
}

/// The protections, then the checklist of the host.
///
/// Must be called while the process has one thread.
pub(crate) fn examine(config: &Config) -> Vec<Check> {
    let mut checks = host::examine();
    let memory_bytes = memory::for_programs(config.worker.memory_bytes);
    checks.extend(host::checklist(Capacity { memory_bytes }));
    checks
}

/// Examines the host and refuses when a protection is missing that is not accepted.
///
/// Must be called while the process has one thread.
pub(crate) fn require(config: &Config) -> anyhow::Result<(Vec<Check>, Vec<Protection>)> {
    let accepted = accepted(config)?;
    let checks = examine(config);
    let missing = host::unacceptable(&checks, &accepted);
    if !missing.is_empty() {
        let mut text = "start: this machine cannot give every protection".to_owned();
        for check in missing {
            text.push_str(&format!("\n  {}: {}", check.name, check.detail));
            if let Some(remedy) = check.remedy {
                text.push_str(&format!("\n      {remedy}"));
            }
        }
        text.push_str("\nrunyard doctor shows all checks");
        bail!(text);
    }
    Ok((checks, accepted))
}

/// The checks as the API shows them.
pub(crate) fn items(checks: &[Check]) -> Vec<ProtectionItem> {
    checks
        .iter()
        .map(|check| ProtectionItem {
            name: check.name.to_owned(),
            kind: match check.protection {
                Some(_) => ProtectionKind::Protection,
                None => ProtectionKind::Host,
            },
            state: match check.state {
                State::Pass => ProtectionState::Pass,
                State::Warn => ProtectionState::Warn,
                State::Fail => ProtectionState::Fail,
                State::NotApplicable => ProtectionState::NotApplicable,
            },
            detail: check.detail.clone(),
            remedy: check.remedy.map(str::to_owned),
        })
        .collect()
}

/// One line of names for the start-up message.
pub(crate) fn summary(checks: &[Check]) -> String {
    let names = |state| {
        let names: Vec<&str> = checks
            .iter()
            .filter(|check| check.state == state && check.protection.is_some())
            .map(|check| check.name)
            .collect();
        names.join(", ")
    };
    match names(State::Fail) {
        missing if missing.is_empty() => format!("protected by {}", names(State::Pass)),
        missing => format!("protected by {}; MISSING BUT ACCEPTED: {missing}", names(State::Pass)),
    }
}
