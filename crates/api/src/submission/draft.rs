//! A request to run something, not yet checked.

use crate::{
    fault::{Fault, Outcome},
    state::ApiState,
    submission::{Program, environment, files, flags},
    wire::CacheSwitch,
};
use bytes::Bytes;
use runyard_languages::{Availability, Language, ResolveError};
use runyard_types::{Action, Limits, LimitsError, LimitsRequest, Submission, TestCase};
use std::{sync::Arc, time::Duration};

/// A formatted source may be longer than a program's output usually is, and a source that is cut is worth nothing.
const TOOL_OUTPUT_BYTES: u64 = 1 << 20;

/// What the fields are called in the family that sent the request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FieldNames {
    pub(crate) source: &'static str,
    pub(crate) stdin: &'static str,
    pub(crate) cases: &'static str,
    pub(crate) case_stdin: &'static str,
}

impl FieldNames {
    pub(crate) const OWN: Self =
        Self { source: "source", stdin: "stdin", cases: "cases", case_stdin: "stdin" };
}

/// What a caller wants to run, in any family's words.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) language: String,
    pub(crate) version: Option<String>,
    pub(crate) action: Action,
    pub(crate) program: Program,
    pub(crate) compiler_flags: Vec<String>,
    pub(crate) stdin: Bytes,
    pub(crate) interactive: bool,
    pub(crate) args: Vec<String>,
    pub(crate) env: Vec<(String, String)>,
    pub(crate) limits: LimitsRequest,
    /// The family's own elapsed time instead of the server's default.
    pub(crate) wall_time: Option<Duration>,
    pub(crate) cases: Vec<TestCase>,
    pub(crate) repeat: u32,
    pub(crate) priority: u8,
    pub(crate) cache: Option<CacheSwitch>,
    pub(crate) names: FieldNames,
}

impl Draft {
    /// A plain run of one source.
    pub(crate) fn new(language: String, source: String, names: FieldNames) -> Self {
        Self {
            language,
            version: None,
            action: Action::Run,
            program: Program::Source(source),
            compiler_flags: Vec::new(),
            stdin: Bytes::new(),
            interactive: false,
            args: Vec::new(),
            env: Vec::new(),
            limits: LimitsRequest::default(),
            wall_time: None,
            cases: Vec::new(),
            repeat: 1,
            priority: Submission::DEFAULT_PRIORITY,
            cache: None,
            names,
        }
    }

    /// Checks everything and fills in the limits.
    ///
    /// # Errors
    /// 400 that names the first field that is wrong.
    pub(crate) fn resolve(self, state: &ApiState) -> Outcome<Submission> {
        let bounds = &state.config.submission;
        let language = language(state, &self.language, self.version.as_deref())?;
        self.check_action(state, &language)?;
        self.check_repeat()?;
        let files = files::resolve(self.program, &language.source_file, bounds, &self.names)?;
        environment::check(&self.args, &self.env, bounds)?;
        flags::check(&self.compiler_flags, &language, bounds)?;
        check_input(&self.stdin, self.names.stdin, bounds.max_stdin_bytes)?;
        check_cases(&self.cases, self.interactive, &self.names, state)?;
        if self.priority > 9 {
            return Err(Fault::bad(
                "invalid_value",
                "priority",
                "priority must be from 0 (last) to 9 (first)",
            ));
        }
        let mut defaults = language.default_limits(&state.config.limits.default);
        if self.action != Action::Run {
            defaults.output_bytes = defaults.output_bytes.max(TOOL_OUTPUT_BYTES);
        }
        if self.interactive {
            defaults.wall_time = state.config.interactive.wall_time;
        }
        if let Some(wall_time) = self.wall_time {
            defaults.wall_time = wall_time;
            defaults.cpu_time = wall_time;
        }
        let ceiling = ceiling(&state.config.limits.ceiling, &defaults, self.wall_time);
        let limits = self.limits.resolve(&defaults, &ceiling).map_err(limits_fault)?;
        Ok(Submission {
            language: language.id.clone(),
            action: self.action,
            files,
            compiler_flags: self.compiler_flags,
            stdin: self.stdin,
            interactive: self.interactive,
            args: self.args,
            env: self.env,
            limits,
            cases: self.cases,
            repeat: self.repeat,
            priority: self.priority,
            caching: CacheSwitch::resolve(self.cache, state.config.cache.answers_by_default),
        })
    }

    /// Only plain runs can be repeated: tests are runs of their own, and nobody types the same twice.
    fn check_repeat(&self) -> Outcome<()> {
        if !(1..=Submission::MOST_REPEATS).contains(&self.repeat) {
            let detail = format!("repeat must be from 1 to {}", Submission::MOST_REPEATS);
            return Err(Fault::bad("invalid_value", "repeat", detail));
        }
        if self.repeat > 1 && (self.interactive || !self.cases.is_empty()) {
            let detail = "only a plain run can be repeated, without cases and not interactive";
            return Err(Fault::bad("conflicting_fields", "repeat", detail));
        }
        Ok(())
    }

    /// Formatters and linters have no input, no arguments and no tests of the caller's.
    fn check_action(&self, state: &ApiState, language: &Language) -> Outcome<()> {
        if self.action == Action::Run {
            return Ok(());
        }
        let availability = state.catalogue.availability(&language.id);
        let tested = availability != Availability::default();
        if language.tool(self.action).is_none() || (tested && !availability.offers(self.action)) {
            let detail = format!("{} has no {} action on this server", language.name, self.action);
            return Err(Fault::bad("action_not_supported", "action", detail));
        }
        let given = [
            ("stdin", !self.stdin.is_empty()),
            ("interactive", self.interactive),
            ("args", !self.args.is_empty()),
            ("env", !self.env.is_empty()),
            ("cases", !self.cases.is_empty()),
            ("repeat", self.repeat > 1),
        ];
        match given.iter().find(|(_, given)| *given) {
            Some((field, _)) => {
                let detail = format!("{field} is for programs that run, not for action {}", self.action);
                Err(Fault::bad("conflicting_fields", *field, detail))
            }
            None => Ok(()),
        }
    }
}

/// A family whose elapsed time is its own setting is not cut by the ceiling of requests.
fn ceiling(ceiling: &Limits, defaults: &Limits, wall_time: Option<Duration>) -> Limits {
    let mut ceiling = *ceiling;
    if wall_time.is_some() {
        ceiling.wall_time = ceiling.wall_time.max(defaults.wall_time);
        ceiling.cpu_time = ceiling.cpu_time.max(defaults.cpu_time);
    }
    ceiling
}

/// The language, if this server has it and it works.
pub(crate) fn language(state: &ApiState, name: &str, version: Option<&str>) -> Outcome<Arc<Language>> {
    let language = state.catalogue.resolve(name, version).map_err(|error| match error {
        ResolveError::UnknownLanguage { .. } => {
            // The name is the caller's: it may be of any length.
            let detail: String = error.to_string().chars().take(200).collect();
            Fault::bad("unknown_language", "language", detail)
        }
        ResolveError::UnknownVersion { .. } => {
            let detail: String = error.to_string().chars().take(200).collect();
            Fault::bad("unknown_version", "version", detail)
        }
    })?;
    let availability = state.catalogue.availability(&language.id);
    // Before the self-test has run nothing is known: the job waits and the run itself will tell.
    if !availability.available && availability != Availability::default() {
        let reason = availability.reason.unwrap_or_default();
        let detail = format!("{} is not available on this server: {reason}", language.name);
        return Err(Fault::bad("language_unavailable", "language", detail));
    }
    Ok(language)
}

fn check_input(stdin: &Bytes, field: &str, max_bytes: usize) -> Outcome<()> {
    if stdin.len() > max_bytes {
        let detail = format!("{field} is {} bytes, more than {max_bytes}", stdin.len());
        return Err(Fault::bad("stdin_too_large", field, detail));
    }
    Ok(())
}

fn check_cases(cases: &[TestCase], interactive: bool, names: &FieldNames, state: &ApiState) -> Outcome<()> {
    let bounds = &state.config.submission;
    if cases.len() > bounds.max_cases {
        let detail = format!("{} holds {} cases, more than {}", names.cases, cases.len(), bounds.max_cases);
        return Err(Fault::bad("too_many_cases", names.cases, detail));
    }
    if interactive && !cases.is_empty() {
        return Err(Fault::bad(
            "conflicting_fields",
            "interactive",
            "a judged program cannot be interactive",
        ));
    }
    for (index, case) in cases.iter().enumerate() {
        check_input(
            &case.stdin,
            &format!("{}[{index}].{}", names.cases, names.case_stdin),
            bounds.max_stdin_bytes,
        )?;
    }
    Ok(())
}

fn limits_fault(error: LimitsError) -> Fault {
    let (code, field) = match &error {
        LimitsError::AboveCeiling { field, .. } => ("limit_above_ceiling", *field),
        LimitsError::TooSmall { field, .. } => ("invalid_value", *field),
    };
    Fault::bad(code, format!("limits.{field}"), error.to_string())
}
