// differential: zlib and its streams.
// exit: 0
const zlib = require("node:zlib");

const data = Buffer.from("the same bytes again and again ".repeat(100));
for (const [pack, unpack] of [["gzipSync", "gunzipSync"], ["deflateSync", "inflateSync"], ["brotliCompressSync", "brotliDecompressSync"]]) console.log(pack, zlib[pack](data).length < 200, zlib[unpack](zlib[pack](data)).equals(data));
zlib.gunzip("broken", (error) => console.log(error.code, error.message));
new Response(new Blob([data]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer().then((packed) => console.log(packed.byteLength < 200));
