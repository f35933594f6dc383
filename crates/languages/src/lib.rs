//! Languages as data: one TOML file in, compile and run plans out.
//!
//! A language file says how a program of that language is compiled and run inside the jail, what it needs, and a
//! program that proves that it works. Nothing here starts a process, except [`Mount::locate`], which the supervisor
//! uses to find toolchains outside `/usr`.

mod availability;
mod catalogue;
mod check;
mod definition;
mod diagnostic_format;
mod embedded;
mod entry;
mod factors;
mod imports;
mod includes;
mod java;
mod language;
mod mistake;
mod mount;
mod plan;
mod template;
mod version;

pub use availability::Availability;
pub use catalogue::{Catalogue, CatalogueError, ResolveError};
pub use diagnostic_format::DiagnosticFormat;
pub use entry::{Arranged, Entry};
pub use factors::Factors;
pub use language::{
    Command, Example, Failing, Language, Module, Program, Resident, VersionCommand, Warm, WarmWay,
};
pub use mistake::{Mistake, Mistakes};
pub use mount::{LocateError, Mount};
pub use plan::{Plan, WORK_FOLDER, Watched};
