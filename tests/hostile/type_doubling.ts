// A type that doubles until the checker gives up; without a checker it is erased and the program runs.
// row: C5
// expect: compile_error | ok | memory_limit | time_limit
// limits: {"compile_wall_time_ms": 10000}
type Twice<T extends unknown[]> = [...T, ...T];
type T4 = Twice<Twice<Twice<Twice<[1, 1]>>>>;
type T12 = Twice<Twice<Twice<Twice<Twice<Twice<Twice<Twice<T4>>>>>>>>;
type T20 = Twice<Twice<Twice<Twice<Twice<Twice<Twice<Twice<T12>>>>>>>>;
const length: T20["length"] = 1 as never;
console.log(typeof length);
