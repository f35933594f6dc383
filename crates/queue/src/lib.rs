//! The queue: leases, retries, dead letters.
