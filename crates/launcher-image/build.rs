//! Builds the launcher as a static executable, with plain cargo in a target folder of its own.
//!
//! A build script may not use the folder its parent build has locked, hence the own one. The launcher is always built
//! optimised for size and with the C library linked in, so that it runs from a sealed memory file on any Linux.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a build script reports by panicking and printing"
)]

use std::env;
use std::path::PathBuf;
use std::process::Command;

fn main() {
    let manifest = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let workspace =
        manifest.ancestors().nth(2).expect("crates/launcher-image lies in the workspace").to_path_buf();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let target = env::var("TARGET").expect("cargo sets it");
    for path in ["crates/launcher", "crates/sandbox", "Cargo.toml", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={}", workspace.join(path).display());
    }
    let mut cargo = Command::new(env::var_os("CARGO").expect("cargo sets it"));
    cargo
        .current_dir(&workspace)
        .args(["build", "--package", "runyard-launcher", "--profile", "launcher", "--target", &target])
        .arg("--target-dir")
        .arg(out.join("target"))
        // Flags of the parent build (sanitizers, coverage) are not for the jail.
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("RUSTC_WRAPPER")
        .env_remove("RUSTC_WORKSPACE_WRAPPER")
        .env("RUSTFLAGS", "-C target-feature=+crt-static");
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("CARGO_PROFILE_") || name.starts_with("CARGO_FEATURE_") {
            cargo.env_remove(name);
        }
    }
    let status = cargo.status().expect("cargo can be started");
    assert!(status.success(), "building the launcher failed");
    let built = out.join("target").join(&target).join("launcher/runyard-launcher");
    std::fs::copy(&built, out.join("runyard-launcher")).expect("the launcher was built");
}
