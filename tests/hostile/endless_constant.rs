// A constant that takes for ever to compute.
// row: C5
// expect: compile_error
// limits: {"compile_wall_time_ms": 8000}
const ANSWER: u64 = {
    let mut turns = 0_u64;
    while turns < 1 << 60 {
        turns += 1;
    }
    turns
};

fn main() {
    println!("{ANSWER}");
}
