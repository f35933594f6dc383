//! One submission under way: compiled, run once or for each test, reported.

use crate::{
    Activity, EngineError, Observer, ProgramCache,
    compilers::{Compilers, Place},
    diagnostics,
    environment::environment,
    input::Input,
    limits,
    memory::{MemoryBudget, Room},
    neighbours::Neighbours,
    repeats::Repeats,
    report,
    stage::{Console, Origin, OverflowRule, StageOutcome, StageSpec, drive, refusal},
    verdict::Judgement,
    warm,
};
use bytes::Bytes;
use runyard_cache::Key;
use runyard_languages::{Arranged, Language, Plan, Watched};
use runyard_launcher_client::Lease;
use runyard_sandbox::protocol::{StageRequest, WorkTree};
use runyard_types::{Action, CompileReport, Report, Stage, Submission, Verdict};
use std::os::fd::OwnedFd;

/// How a program is compiled, and what it is kept under if it is kept.
pub(crate) struct Compilation {
    pub(crate) plan: Plan,
    pub(crate) request: StageRequest,
    pub(crate) key: Option<Key>,
    /// Whether what is kept under it will do.
    pub(crate) uses_kept: bool,
}

/// One submission under way.
pub(crate) struct Execution<'a> {
    pub(crate) submission: &'a Submission,
    pub(crate) language: &'a Language,
    pub(crate) arranged: Arranged,
    pub(crate) archive: OwnedFd,
    pub(crate) compilation: Option<Compilation>,
    pub(crate) lease: Lease,
    pub(crate) console: Console<'a>,
    pub(crate) observer: &'a dyn Observer,
    pub(crate) neighbours: &'a Neighbours,
    pub(crate) memory: &'a MemoryBudget,
    pub(crate) compilers: &'a Compilers,
    pub(crate) programs: Option<&'a ProgramCache>,
}

impl Execution<'_> {
    pub(crate) async fn carry_out(&mut self) -> Result<Report, EngineError> {
        if self.submission.action != Action::Run {
            return self.use_tool().await;
        }
        let compile = match self.compilation.take() {
            None => None,
            Some(compilation) => match self.compile(compilation).await? {
                Ok(compile) => Some(compile),
                Err(report) => return Ok(*report),
            },
        };
        if self.console.is_cancelled() {
            let judgement = Judgement::new(Verdict::Cancelled, None, "cancelled before it ran");
            return Ok(report::without_run(judgement, compile));
        }
        if self.submission.cases.is_empty() { self.run(compile).await } else { self.judge(compile).await }
    }

    /// The language's formatter or linter instead of the program: the same jail, with the limits of a compiler.
    async fn use_tool(&mut self) -> Result<Report, EngineError> {
        let Submission { action, compiler_flags, limits, .. } = self.submission;
        let plan = self.language.action_plan(*action, &self.arranged.files, compiler_flags, limits);
        let (Some(tool), Some(plan)) = (self.language.tool(*action), plan) else {
            return Ok(report::refused(format!("{} has no {action} action", self.language.name), None));
        };
        self.observer.stage(Stage::Run);
        let main = self.arranged.files.first().map(|file| file.content.clone()).unwrap_or_default();
        let spec = StageSpec {
            stage: Stage::Run,
            request: StageRequest {
                compile: true,
                argv: plan.argv,
                env: environment(false, plan.env, &[]),
                work: WorkTree::Fresh,
                keep_work: false,
                terminal: false,
                warm: Vec::new(),
                limits: limits::compile(limits),
            },
            archive: Some(self.archive_copy()?),
            // Formatters are filters; linters read the files and find this input at its end.
            input: Input::only(if *action == Action::Format { main } else { Bytes::new() }),
            typed: false,
            output_bytes: limits.output_bytes,
            // A source that was cut is no formatted source.
            overflow: OverflowRule::AtLimit,
            shown: true,
        };
        let outcome = match self.drive(spec).await {
            Ok(outcome) => outcome,
            Err(error) => match refusal(&error, Origin::Toolchain) {
                Some(words) => return Ok(report::refused(words, None)),
                None => return Err(error),
            },
        };
        let text = report::compiler_text(&outcome);
        let mut report = report::plain(outcome, &limits::of_tools(limits), None);
        let formatted = *action == Action::Format && report.verdict == Verdict::Ok;
        if formatted && !report.stdout.bytes.is_empty() && !report.stdout.bytes.ends_with(b"\n") {
            // A text file ends with a line's end, which not every formatter knows.
            report.stdout.bytes = [&report.stdout.bytes[..], b"\n"].concat().into();
        }
        // A formatter's stdout is a program of the caller's: only what it says beside that is about the program.
        let said = if *action == Action::Format { report.stderr.bytes.clone() } else { text };
        if let Some(format) = tool.diagnostics {
            report.diagnostics = diagnostics::parse(format, &said, &self.arranged);
        }
        if *action == Action::Lint {
            report::found_or_failed(&mut report);
        }
        Ok(report)
    }

    /// The compile stage: its report, or the final report when there is nothing to run.
    async fn compile(
        &mut self,
        Compilation { plan, request, key, uses_kept }: Compilation,
    ) -> Result<Result<CompileReport, Box<Report>>, EngineError> {
        self.observer.stage(Stage::Compile);
        let limits = self.submission.limits;
        let kept = self.programs.zip(key);
        if let Some((programs, key)) = kept
            && uses_kept
            && let Some(compile) = programs.restore(key, &mut self.lease, &request).await?
        {
            report::show_compiled(&compile, &limits, self.observer);
            return Ok(Ok(compile));
        }
        // What is said with a precompiled header may not be what is said in the end.
        let shown = plan.plain.is_none();
        let mut driven = self.drive(self.compile_spec(request.clone(), shown)?).await;
        if let Ok(outcome) = &driven
            && !shown
        {
            // What was ended by somebody or by a limit would be ended again.
            let asked_instead = plan
                .to_be_asked_instead(&report::compiler_text(outcome))
                .filter(|_| outcome.ended_by_itself());
            match asked_instead {
                Some(plain) => {
                    let (first_us, request) =
                        (outcome.report.wall_time_us, StageRequest { argv: plain.to_vec(), ..request });
                    driven = self.drive(self.compile_spec(request, true)?).await.map(|mut outcome| {
                        outcome.report.wall_time_us = outcome.report.wall_time_us.saturating_add(first_us);
                        outcome
                    });
                }
                None => report::show_messages([&outcome.stdout, &outcome.stderr], &limits, self.observer),
            }
        }
        let outcome = match driven {
            Ok(outcome) => outcome,
            Err(error) => match refusal(&error, Origin::Toolchain) {
                Some(words) => {
                    let judgement = Judgement::new(Verdict::CompileError, None, words);
                    return Ok(Err(Box::new(report::without_run(judgement, None))));
                }
                None => return Err(error),
            },
        };
        let format = self.language.compile.as_ref().and_then(|command| command.diagnostics);
        let diagnostics = format.map_or_else(Vec::new, |format| {
            diagnostics::parse(format, &report::compiler_text(&outcome), &self.arranged)
        });
        let left_alone = outcome.is_left_alone();
        let (compile, judgement) = report::compiled(outcome, diagnostics, &limits);
        if let Some(judgement) = judgement {
            return Ok(Err(Box::new(report::without_run(judgement, Some(compile)))));
        }
        if let Some((programs, key)) = kept.filter(|_| left_alone) {
            programs.keep(key, &mut self.lease, &compile).await?;
        }
        Ok(Ok(compile))
    }

    /// Where the program that runs comes from.
    fn origin(&self, compile: Option<&CompileReport>) -> Origin {
        match compile {
            Some(_) => Origin::Compiled,
            None if self.language.executable => Origin::Submitted,
            None => Origin::Toolchain,
        }
    }

    fn compile_spec(&self, request: StageRequest, shown: bool) -> Result<StageSpec, EngineError> {
        Ok(StageSpec {
            stage: Stage::Compile,
            request,
            archive: Some(self.archive_copy()?),
            input: Input::only(Bytes::new()),
            typed: false,
            output_bytes: self.submission.limits.output_bytes,
            overflow: OverflowRule::FarBeyond,
            shown,
        })
    }

    /// A plain run.
    async fn run(&mut self, compile: Option<CompileReport>) -> Result<Report, EngineError> {
        self.observer.stage(Stage::Run);
        if self.submission.repeat > 1 {
            return self.run_repeatedly(compile).await;
        }
        let input = self.console.take_input();
        let spec = self.run_spec(input, OverflowRule::FarBeyond, Watched::Yes)?;
        match self.drive(spec).await {
            Ok(outcome) => {
                let mut report = report::plain(outcome, &self.submission.limits, compile);
                self.explain(&mut report);
                Ok(report)
            }
            Err(error) => match refusal(&error, self.origin(compile.as_ref())) {
                Some(words) => Ok(report::refused(words, compile)),
                None => Err(error),
            },
        }
    }

    /// The same run several times, each in a fresh jail. Watchers see the output of the first.
    async fn run_repeatedly(&mut self, compile: Option<CompileReport>) -> Result<Report, EngineError> {
        let submission = self.submission;
        let mut repeats = Repeats::new(submission.repeat.min(Submission::MOST_REPEATS));
        let mut first = true;
        while repeats.go_on() {
            let input = Input::only(submission.stdin.clone());
            let mut spec = self.run_spec(input, OverflowRule::FarBeyond, Watched::Yes)?;
            spec.shown = std::mem::replace(&mut first, false);
            match self.drive(spec).await {
                Ok(outcome) => repeats.push(report::plain(outcome, &submission.limits, None)),
                Err(error) => match refusal(&error, self.origin(compile.as_ref())) {
                    Some(words) => return Ok(report::refused(words, compile)),
                    None => return Err(error),
                },
            }
            if self.console.is_cancelled() && repeats.go_on() {
                return Ok(report::without_run(
                    Judgement::new(Verdict::Cancelled, None, "cancelled"),
                    compile,
                ));
            }
        }
        let mut report = repeats.finish(compile);
        self.explain(&mut report);
        Ok(report)
    }

    /// One run for each test case.
    async fn judge(&mut self, compile: Option<CompileReport>) -> Result<Report, EngineError> {
        self.observer.stage(Stage::Run);
        let submission = self.submission;
        let total = submission.cases.len();
        let mut cases = report::Cases::default();
        for (index, case) in (0_u32..).zip(&submission.cases) {
            let spec = self.run_spec(Input::only(case.stdin.clone()), OverflowRule::AtLimit, Watched::No)?;
            let (case, message) = match self.drive(spec).await {
                Ok(outcome) => {
                    cases.disturb(&outcome.noise);
                    report::case(index, case, outcome, &submission.limits)
                }
                Err(error) => match refusal(&error, self.origin(compile.as_ref())) {
                    Some(words) => (report::case_not_started(index), Some(words)),
                    None => return Err(error),
                },
            };
            if case.verdict != Verdict::Cancelled {
                self.observer.case(&case, u32::try_from(total).unwrap_or(u32::MAX));
            }
            cases.push(case, message);
            if self.console.is_cancelled() && !cases.are_complete(total) {
                return Ok(cases.cancelled(total, compile));
            }
        }
        let mut report = cases.finish(total, compile);
        self.explain(&mut report);
        Ok(report)
    }

    fn run_spec(
        &self,
        input: Input,
        overflow: OverflowRule,
        watched: Watched,
    ) -> Result<StageSpec, EngineError> {
        let Submission { args, env, limits, interactive, .. } = self.submission;
        let compiled = self.language.is_compiled();
        let terminal = *interactive && watched == Watched::Yes;
        let files = &self.arranged.files;
        let plan = self.language.run_plan(files, args, limits, watched);
        let warm = if terminal {
            Vec::new()
        } else {
            warm::interpreters(self.language, files, &plan, args, env, watched)
        };
        Ok(StageSpec {
            stage: Stage::Run,
            request: StageRequest {
                compile: false,
                argv: plan.argv,
                env: environment(terminal, plan.env, env),
                work: if compiled { WorkTree::Layered } else { WorkTree::Fresh },
                keep_work: false,
                terminal,
                warm,
                limits: limits::run(limits),
            },
            archive: if compiled { None } else { Some(self.archive_copy()?) },
            input,
            typed: watched == Watched::Yes,
            output_bytes: limits.output_bytes,
            overflow,
            shown: watched == Watched::Yes,
        })
    }

    /// Waits for a place where one is needed and for room in memory, then runs the stage. Who waits computes nothing, so the CPU permit
    /// goes to somebody else; who compiles has a place instead.
    async fn drive(&mut self, spec: StageSpec) -> Result<StageOutcome, EngineError> {
        let compiles = spec.request.compile;
        let _place: Option<Place> = if compiles {
            tokio::select! {
                biased;
                place = self.compilers.place(self.observer) => place,
                // The stage is started only to be ended.
                () = self.console.cancellation() => None,
            }
        } else {
            None
        };
        let bytes = spec.request.limits.memory_bytes;
        let _room: Option<Room> = match self.memory.room_now(bytes) {
            Some(room) => Some(room),
            None => {
                self.observer.activity(Activity::Idle);
                let room = tokio::select! {
                    room = self.memory.room(bytes) => room,
                    // As above.
                    () = self.console.cancellation() => None,
                };
                if !compiles {
                    self.observer.activity(Activity::Busy);
                }
                room
            }
        };
        let outcome = drive(&mut self.lease, spec, &mut self.console, self.observer, self.neighbours).await;
        if compiles {
            self.observer.activity(Activity::Busy);
        }
        outcome
    }

    /// Adds the places in the source that the program's last words name.
    fn explain(&self, report: &mut Report) {
        if let Some(format) = self.language.run.diagnostics {
            report.diagnostics = diagnostics::parse(format, &report.stderr.bytes, &self.arranged);
        }
    }

    fn archive_copy(&self) -> Result<OwnedFd, EngineError> {
        self.archive.try_clone().map_err(EngineError::Pack)
    }
}
