// differential: Buffers, their encodings, and text encoders.
// exit: 0
const text = "é☃𝒳";
for (const encoding of ["utf8", "utf16le", "latin1", "ascii", "hex", "base64", "base64url", "binary"]) console.log(encoding, Buffer.from(text).toString(encoding));
console.log(Buffer.from("ff", "hex"), Buffer.byteLength(text), Buffer.poolSize, Buffer.allocUnsafe(1).parent?.byteLength ?? Buffer.allocUnsafe(1).buffer.byteLength, Buffer.concat([Buffer.from([1]), Buffer.alloc(1)]).readUInt16BE());
console.log(new TextDecoder("utf-16le").decode(new TextEncoder().encode("ab")), new TextDecoder().decode(new Uint8Array([255, 65])), atob("aGk="), btoa("hi"), encodeURIComponent(text), escape(text));
