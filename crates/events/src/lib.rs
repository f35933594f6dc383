//! Live events of executions, in process.
