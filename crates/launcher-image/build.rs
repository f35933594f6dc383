//! Builds the launcher as a static executable and the library for warm interpreters, with plain cargo in target folders of
//! their own.
//!
//! A build script may not use the folder its parent build has locked, hence the own ones. Both are always optimised for size.
//! The launcher has the C library linked in, so that it runs from a sealed memory file on any Linux; the other is loaded into
//! programs that bring theirs.

#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a build script reports by panicking and printing"
)]

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    let manifest = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let workspace =
        manifest.ancestors().nth(2).expect("crates/launcher-image lies in the workspace").to_path_buf();
    for path in ["crates/launcher", "crates/sandbox", "crates/warm", "Cargo.toml", "Cargo.lock"] {
        // Relative: clones that share a target folder would ask whether another one's files have changed.
        println!("cargo::rerun-if-changed=../../{path}");
    }
    build(&workspace, "runyard-launcher", "runyard-launcher", "-C target-feature=+crt-static");
    build(&workspace, "runyard-warm", "librunyard_warm.so", "");
}

/// Builds a package for the target of this build and puts what it makes where this crate finds it.
fn build(workspace: &Path, package: &str, file: &str, flags: &str) {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let target = env::var("TARGET").expect("cargo sets it");
    let folder = out.join("target").join(package);
    let mut cargo = Command::new(env::var_os("CARGO").expect("cargo sets it"));
    cargo
        .current_dir(workspace)
        .args(["build", "--package", package, "--profile", "launcher", "--target", &target])
        .arg("--target-dir")
        .arg(&folder)
        // Flags of the parent build (sanitizers, coverage) are not for the jail.
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("RUSTC_WRAPPER")
        .env_remove("RUSTC_WORKSPACE_WRAPPER")
        .env("RUSTFLAGS", flags);
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("CARGO_PROFILE_") || name.starts_with("CARGO_FEATURE_") {
            cargo.env_remove(name);
        }
    }
    let status = cargo.status().expect("cargo can be started");
    assert!(status.success(), "building {package} failed");
    let built = folder.join(&target).join("launcher").join(file);
    std::fs::copy(&built, out.join(file)).expect("it was built");
}
