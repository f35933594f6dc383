//! The Linux jail as a library.
//!
//! # Theory of operation
//!
//! ```text
//! supervisor (root)           starts and restarts the other two, nothing else
//! ├── server (own uid, no capability)      talks to people, never runs their code
//! └── launcher (root, static, one thread)  owns the privileges
//!     └── slot keeper, one per slot        lives in the jail's root and empty network
//!         ├── init (pid 1 of a space)      has mounted /proc, and waits
//!         ├── program (pid 2 there)        the user's, or the compiler
//!         └── warm interpreter             forks programs that need not be executed
//! ```
//!
//! A **slot** is prepared once ([`slot::keeper`]): a mount namespace whose root is a read-only view of the toolchains
//! ([`root`]), a network namespace with nothing but its own loopback, a uid of its own, two control groups
//! ([`cgroup`]). Stages of one kind follow one another in a **space** (`slot/space.rs`): a PID namespace and mounts whose **init** has
//! mounted `/proc` and masked what tells of the host. For each stage the keeper lays out `/tmp`, `/dev/shm` and a work folder there
//! (`slot/folders.rs`) and forks the **program** (`slot/program.rs`) into it, with IPC and UTS namespaces of its own. The program
//! enters the control groups and a cgroup namespace, limits its resources, becomes its uid, unpacks the files, sets no_new_privs, Landlock and the seccomp
//! filter ([`seccomp`]), and only then executes.
//!
//! Where the slot keeps an interpreter started ([`slot::warm`]), programs are forked from it ahead of the request
//! ([`slot::zygote`]) and go through the same steps; they then go on instead of executing.
//!
//! Always true:
//! - A step that fails is reported by name and number and ends the stage before any byte of the user's program.
//! - Whatever ends a stage ends all of it: unless the program ended by itself and left nobody, init is killed, which takes the PID
//!   namespace along, and the control group is killed until it is empty. Nothing is reported before.
//! - Nobody outside the jail opens a path in a tree the program could touch: files go in through [`beneath`], inside the
//!   jail, under the program's own uid. What a compiler left comes out by the keeper, which lives in the jail's root, once nothing
//!   of the stage is left: by descriptors, ordinary files only, sealed.
//! - When the launcher dies, kill-on-parent-death takes the keepers along. Each is process 1 of a PID namespace, so everything it has
//!   made dies and is waited for with it. The next launcher removes the groups.

pub mod archive;
pub mod beneath;
pub mod cgroup;
pub mod config;
pub mod host;
pub mod protocol;
pub mod root;
pub mod seccomp;
pub mod slot;
pub mod sys;
pub mod system_view;
