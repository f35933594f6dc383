// row: C10
// expect: compile_error
// forbid: root:*
// forbid: root:$
fn main() {
    print!("{}", include_str!("/etc/shadow"));
}
