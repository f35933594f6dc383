//! Everything about one workload.

use super::{
    exercise::Exercise,
    plan::Plan,
    rate::{self, Rate},
    report::{BackToBack, Docker, LightLoad, Row, Skipped},
    sample::{Side, interleave},
    target,
    workload::Workload,
};
use crate::{around::Around, by_hand::Program, numbers::Numbers, processor_time::Used};
use anyhow::Context as _;
use runyard_testkit::{Client, Roles};

/// What a run is compared with beside the command itself.
#[derive(Debug)]
pub(crate) struct Comparisons {
    /// The command in bubblewrap.
    pub(crate) bubblewrap: Option<Around>,
    /// The command in a container.
    pub(crate) docker: Option<Around>,
    /// What is not there, and why.
    pub(crate) unavailable: Vec<Skipped>,
}

/// What measuring takes.
#[derive(Debug)]
pub(crate) struct Bench {
    /// How much.
    pub(crate) plan: Plan,
    /// The server as it comes.
    pub(crate) warm: Client,
    /// The one that keeps nothing ready.
    pub(crate) cold: Client,
    /// Processes of the first.
    pub(crate) roles: Roles,
    /// One for each request.
    pub(crate) numbers: Numbers,
    /// Other ways.
    pub(crate) comparisons: Comparisons,
    /// Of the machine.
    pub(crate) cores: usize,
}

impl Bench {
    /// Measures a workload.
    pub(crate) async fn measure(&self, workload: Workload) -> anyhow::Result<Row> {
        self.try_measure(workload).await.with_context(|| format!("failed to measure {}", workload.name))
    }

    async fn try_measure(&self, workload: Workload) -> anyhow::Result<Row> {
        let exercise = Exercise::prepare(workload)?;
        let command = |around: &Around| -> anyhow::Result<Side> {
            Ok(Side::Command(Program::new(workload.toolchain, around.clone())?))
        };
        let server = |client: &Client| Side::Server(client.clone());

        let mut sides = vec![command(&Around::Nothing)?, server(&self.warm), server(&self.cold)];
        if let Some(around) = &self.comparisons.bubblewrap {
            sides.push(command(around)?);
        }
        let taken = interleave(&exercise, &sides, self.plan.back_to_back, &self.numbers).await?;
        let [by_hand, warm, cold, ref rest @ ..] = taken[..] else { anyhow::bail!("a side is missing") };
        let back_to_back = BackToBack { by_hand, warm, cold, bubblewrap: rest.first().copied() };

        let sides = [command(&Around::Nothing)?, server(&self.warm)];
        let taken = interleave(&exercise, &sides, self.plan.light_load, &self.numbers).await?;
        let [by_hand, http] = taken[..] else { anyhow::bail!("a side is missing") };
        let light_load = LightLoad { by_hand, http };

        let docker = match &self.comparisons.docker {
            Some(around) => {
                Some(self.docker(&exercise, &[command(&Around::Nothing)?, command(around)?]).await)
            }
            None => None,
        };

        let window = self.plan.window;
        let by_hand = || rate::by_hand(&exercise, workload.toolchain, self.cores, window, &self.numbers);
        let first = by_hand().await?;
        let (mut rates, mut processor_time) = (Vec::new(), None);
        for clients in self.plan.clients.iter().copied() {
            if rate::takes_too_long(clients, &rates) {
                continue;
            }
            let before = Used::now(&self.roles)?;
            let driven = rate::served(&exercise, &self.warm, clients, window, &self.numbers).await?;
            if clients >= self.cores && processor_time.is_none() {
                processor_time = Some(Used::now(&self.roles)?.per_run(before, driven.tally.right));
            }
            rates.push(Rate { clients, per_second: driven.per_second() });
        }
        let second = by_hand().await?;
        let by_hand_rate =
            Rate { clients: self.cores, per_second: f64::midpoint(first.per_second, second.per_second) };

        let (name, what) = (workload.name, workload.what);
        let mut row = Row {
            name,
            what,
            light_load,
            back_to_back,
            docker,
            by_hand_rate,
            rates,
            processor_time,
            verdicts: Vec::new(),
        };
        row.verdicts = target::judge(workload.targets, &row, self.cores);
        Ok(row)
    }

    /// An image may lack a toolchain, which is no reason to measure nothing else.
    async fn docker(&self, exercise: &Exercise, sides: &[Side]) -> Docker {
        match interleave(exercise, sides, self.plan.docker, &self.numbers).await {
            Ok(taken) => match taken[..] {
                [by_hand, docker] => Docker::Ran { by_hand, docker },
                _ => Docker::Failed { reason: "a side is missing".to_owned() },
            },
            Err(error) => Docker::Failed { reason: format!("{error:#}") },
        }
    }
}
