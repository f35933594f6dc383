//! Builds again when only a migration has changed.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
