//! The engine: one submission in, one report out. What it needs for that, and how it gets a slot.

use crate::{
    Command, EngineError, Observer, ProgramCache, Unobserved, archive,
    compilers::Compilers,
    environment::environment,
    execution::{Compilation, Execution},
    input::Input,
    limits,
    memory::MemoryBudget,
    neighbours::Neighbours,
    report,
    stage::{Console, OverflowRule, StageSpec, drive},
    warm,
};
use bytes::Bytes;
use runyard_languages::{Arranged, Catalogue, Language};
use runyard_launcher_client::{Jails, Lease, Slots, Warmth};
use runyard_sandbox::protocol::{StageRequest, WorkTree};
use runyard_types::{Action, Caching, Limits, Report, SourceFile, Stage, Submission, Verdict};
use std::sync::Arc;
use tokio::sync::mpsc;

/// Compiles, runs and judges. Cheap to share.
#[derive(Debug)]
pub struct Engine {
    slots: Slots,
    catalogue: Arc<Catalogue>,
    neighbours: Neighbours,
    memory: MemoryBudget,
    compilers: Compilers,
    programs: Option<Arc<ProgramCache>>,
}

impl Engine {
    /// An engine over these slots and languages.
    #[must_use]
    pub fn new(slots: Slots, catalogue: Arc<Catalogue>) -> Self {
        let cores = std::thread::available_parallelism()
            .map_or(1, |cores| u32::try_from(cores.get()).unwrap_or(u32::MAX));
        let (neighbours, memory) = (Neighbours::new(cores), MemoryBudget::new(u64::MAX));
        let compilers = Compilers::new(usize::try_from(cores).unwrap_or(usize::MAX));
        Self { slots, catalogue, neighbours, memory, compilers, programs: None }
    }

    /// The same engine, which keeps compiled programs here.
    #[must_use]
    pub fn with_programs(self, programs: Arc<ProgramCache>) -> Self {
        Self { programs: Some(programs), ..self }
    }

    /// The same engine, whose stages wait for each other where their memory limits together exceed so many bytes.
    #[must_use]
    pub fn with_memory(self, bytes: u64) -> Self {
        Self { memory: MemoryBudget::new(bytes), ..self }
    }

    /// The same engine, which compiles so many programs at once. Without it they are as many as there are cores.
    #[must_use]
    pub fn with_compilers(self, places: usize) -> Self {
        Self { compilers: Compilers::new(places), ..self }
    }

    /// Carries out a submission.
    ///
    /// `commands` are obeyed at any time, also while a slot is waited for. When nobody can send commands any more, an interactive
    /// program sees the end of its input. Dropping the future kills what runs.
    ///
    /// # Errors
    /// Only for failures of our own; all of them may be retried.
    pub async fn execute(
        &self,
        submission: &Submission,
        commands: &mut mpsc::Receiver<Command>,
        observer: &dyn Observer,
    ) -> Result<Report, EngineError> {
        let stdin = submission.stdin.clone();
        let input = if submission.interactive { Input::beginning_with(stdin) } else { Input::only(stdin) };
        self.execute_reading(submission, input, commands, observer).await
    }

    /// The same with an input that comes piece by piece instead of the submission's own, no faster than the program reads it.
    ///
    /// # Errors
    /// Only for failures of our own.
    pub async fn execute_streaming(
        &self,
        submission: &Submission,
        input: mpsc::Receiver<Bytes>,
        commands: &mut mpsc::Receiver<Command>,
        observer: &dyn Observer,
    ) -> Result<Report, EngineError> {
        self.execute_reading(submission, Input::streamed(input), commands, observer).await
    }

    async fn execute_reading(
        &self,
        submission: &Submission,
        input: Input,
        commands: &mut mpsc::Receiver<Command>,
        observer: &dyn Observer,
    ) -> Result<Report, EngineError> {
        let language = self.catalogue.resolve(&submission.language, None).map_err(EngineError::Language)?;
        let mut console = Console::new(commands, input, submission.interactive);
        let arranged = language.arrange(&submission.files);
        let compilation = self.compilation(submission, &language, &arranged);
        let Some((lease, jails)) = self.lease(&mut console, &language, compilation.as_ref()).await? else {
            return Ok(Report::bare(Verdict::Cancelled, "cancelled before it began"));
        };
        let archive = archive::pack(&arranged.files, language.executable)?;
        let mut execution = Execution {
            submission,
            language: &language,
            arranged,
            archive,
            compilation,
            lease,
            console,
            observer,
            neighbours: &self.neighbours,
            memory: &self.memory,
            compilers: &self.compilers,
            programs: self.programs.as_deref(),
        };
        let mut report = execution.carry_out().await?;
        report.version = self.catalogue.availability(&language.id).version;
        report.sandbox = Some(report::sandbox(&jails));
        Ok(report)
    }

    /// Runs one command line of ours in a jail with no files and no input, for what a toolchain says about itself.
    pub(crate) async fn ask(&self, argv: &[String], limits: &Limits) -> Result<Report, EngineError> {
        let (sender, mut commands) = mpsc::channel(1);
        drop(sender);
        let mut console = Console::new(&mut commands, Input::only(Bytes::new()), false);
        let mut lease = self.slots.lease(Warmth::None).await.map_err(EngineError::Lease)?;
        let spec = StageSpec {
            stage: Stage::Run,
            request: StageRequest {
                compile: false,
                argv: argv.to_vec(),
                env: environment(false, Vec::new(), &[]),
                work: WorkTree::Fresh,
                keep_work: false,
                terminal: false,
                warm: Vec::new(),
                limits: limits::run(limits),
            },
            archive: Some(archive::pack(&[], false)?),
            input: console.take_input(),
            typed: false,
            output_bytes: limits.output_bytes,
            overflow: OverflowRule::FarBeyond,
            shown: false,
        };
        let outcome = drive(&mut lease, spec, &mut console, &Unobserved, &self.neighbours).await?;
        Ok(report::plain(outcome, limits, None))
    }

    /// What compiles a program that is to be run, where that is needed.
    fn compilation(
        &self,
        submission: &Submission,
        language: &Language,
        arranged: &Arranged,
    ) -> Option<Compilation> {
        let Submission { action, compiler_flags: flags, limits, .. } = submission;
        if *action != Action::Run {
            return None;
        }
        let plan = language.compile_plan(&arranged.files, flags, limits)?;
        let request = StageRequest {
            compile: true,
            argv: plan.argv.clone(),
            env: environment(false, plan.env.clone(), &[]),
            work: WorkTree::Fresh,
            keep_work: true,
            terminal: false,
            warm: warm::resident(language, &arranged.files, flags).into_iter().collect(),
            limits: limits::compile(limits),
        };
        let key = self.programs.as_ref().and_then(|programs| programs.key(submission, arranged, &request));
        Some(Compilation { plan, request, key, uses_kept: submission.caching.uses_kept() })
    }

    /// A slot, and what it is: one that has the program, or keeps ready what it needs. `None` when the caller cancels first.
    async fn lease(
        &self,
        console: &mut Console<'_>,
        language: &Language,
        compilation: Option<&Compilation>,
    ) -> Result<Option<(Lease, Arc<Jails>)>, EngineError> {
        let key = compilation.and_then(|compilation| compilation.key.filter(|_| compilation.uses_kept));
        let kept = self.programs.as_ref().zip(key).and_then(|(programs, key)| programs.find(&key));
        let lease = async {
            // A launcher says what its jails are when all are handed over: nothing runs without a name for what it ran in.
            let jails = self.slots.ready().await;
            let lease = match kept {
                Some(program) => self.slots.lease_for(program, warm::warmth(language)).await?,
                None => self.slots.lease(warm::warmth(language)).await?,
            };
            Ok((lease, jails))
        };
        tokio::select! {
            lease = lease => lease.map(Some).map_err(EngineError::Lease),
            () = console.cancellation() => Ok(None),
        }
    }
}

/// A program of ours as a submission.
pub(crate) fn submission_of(language: &Language, source: &str, stdin: &str) -> Submission {
    let files = vec![SourceFile { path: language.source_file.clone(), content: source.to_owned().into() }];
    let limits = language.default_limits(&Limits::default());
    Submission {
        stdin: stdin.to_owned().into(),
        // A test of a compiler compiles.
        caching: Caching::Nothing,
        ..Submission::new(&language.id, files, limits)
    }
}
