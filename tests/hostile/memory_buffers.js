// Buffers, which live outside the engine's own heap limit.
// row: R2
// expect: memory_limit | runtime_error
// within: 9000
const hog = [];
for (;;) hog.push(Buffer.alloc(8 << 20, 1));
