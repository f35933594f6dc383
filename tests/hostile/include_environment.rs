// Files and variables of the host in a Rust program, while it compiles.
// row: C10
// expect: compile_error
// forbid: root:*
const SHADOW: &[u8] = include_bytes!("/proc/self/root/etc/shadow");
const PARENT: &str = include_str!("/proc/1/environ");
const CANARY: &str = env!("TESTKIT_CANARY");
core::arch::global_asm!(".incbin \"/etc/shadow\"");
#[path = "/etc/shadow"]
mod shadow;
fn main() {
    println!("{SHADOW:?} {PARENT} {CANARY}");
}
