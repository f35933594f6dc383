// Buffers, which live outside the engine's own heap limit. Near the limit the kernel may reclaim until the time is over.
// row: R2
// expect: memory_limit | runtime_error
// within: 11000
const hog = [];
for (;;) hog.push(Buffer.alloc(8 << 20, 1));
