//! From the first stream to the last.

use super::{
    crowd::{Crowd, Gathered},
    lecture::Lecture,
    memory::Memory,
};
use anyhow::ensure;
use runyard_load::{Driven, Target, Turn, open_loop};
use runyard_testkit::TestServer;
use serde_json::Value;
use std::{
    future::pending,
    time::{Duration, Instant},
};

/// How much.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Streams open at once.
    pub subscribers: usize,
    /// How many of them follow programs that print.
    pub live: usize,
    /// Submissions a second.
    pub rate: f64,
    /// For how long.
    pub duration: Duration,
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Measured {
    /// The streams.
    pub gathered: Gathered,
    /// The submissions.
    pub driven: Driven,
    /// Memory before the first stream.
    pub idle: Memory,
    /// The most memory while everything was going on.
    pub most: Memory,
}

/// Measures a server that programs may run on for an hour.
///
/// # Errors
/// When the programs that people are to watch cannot be started or ended. What goes wrong with streams and submissions is counted.
pub async fn measure(server: &TestServer, plan: Plan) -> anyhow::Result<Measured> {
    let client = server.client()?;
    let target = Target::connect(client.base(), None).await?;
    let greeting = target.greeting("python").await?;
    let roles = server.roles()?;
    let idle = Memory::of(&roles)?;

    let mut crowd = Crowd::default();
    let mut lectures = Vec::new();
    for (lecture, count) in [(Lecture::Waiting, plan.subscribers - plan.live), (Lecture::Talking, plan.live)]
    {
        let mut programs = Vec::new();
        for _ in 0..lecture.halls() {
            programs.push(lecture.begin(&client).await?);
        }
        crowd.gather(&client, &programs, count).await;
        lectures.extend(programs);
    }

    let once = move |turn: Turn| {
        let (target, greeting) = (target.clone(), greeting.clone());
        async move { target.greet("python", &greeting, turn.number).await }
    };
    let submitting = open_loop(plan.rate, plan.duration, once, pending());
    let (driven, most) = Memory::during(&roles, submitting).await?;

    crowd.count_deserters();
    let ending = Instant::now();
    for id in lectures {
        let answer = client.post(&format!("/api/v1/executions/{id}/cancel"), &Value::Null).await?;
        ensure!(answer.status == 202, "a lecture was over too early: {}", answer.text());
    }
    let gathered = crowd.dismiss(ending).await;
    Ok(Measured { gathered, driven, idle, most })
}
