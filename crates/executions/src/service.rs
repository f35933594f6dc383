//! The service the API talks to.

/// Executions: accepted, looked up, cancelled, watched. Cheap to clone.
#[derive(Clone)]
pub struct Executions {}
