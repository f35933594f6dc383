// A type that grows with every call.
// row: C5
// expect: compile_error
// limits: {"compile_wall_time_ms": 15000}
fn deeper<T: Clone>(value: T, depth: u64) {
    if depth > 0 {
        deeper((value.clone(), value), depth - 1);
    }
}

fn main() {
    deeper((), 10);
}
