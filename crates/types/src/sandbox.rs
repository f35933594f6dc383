//! What a program ran in, as every report says it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a program ran in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Sandbox {
    /// Names of the protections that were in force, as `runyard doctor` names them.
    pub protections: Vec<String>,
    /// How strongly it was separated from the machine.
    pub tier: Tier,
    /// Who made the jail.
    pub mode: SandboxMode,
    /// Version of the control groups that limited and measured it.
    pub cgroup: CgroupVersion,
}

/// How strongly programs are separated from the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// A jail on the machine's own kernel.
    Native,
}

/// Who makes the jails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SandboxMode {
    /// Root of the machine.
    Root,
    /// Root of a user namespace: an ordinary user, or root of a container.
    Rootless,
}

/// Version of the kernel's control groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CgroupVersion {
    /// One hierarchy for each controller.
    V1,
    /// One hierarchy.
    V2,
}
