import { unzipSync } from "fflate";
import { expect, it } from "vitest";
import { fileFromBytes } from "./bytes";
import { zipFiles } from "./zip";

it("packs text and binary files under their paths", () => {
  const binary = new Uint8Array([0, 255, 1, 254]);
  const unpacked = unzipSync(
    zipFiles([{ path: "src/héllo.py", content: "print('é')", encoding: "utf-8" }, fileFromBytes("data.bin", binary)]),
  );
  expect(new TextDecoder().decode(unpacked["src/héllo.py"])).toBe("print('é')");
  expect(unpacked["data.bin"]).toEqual(binary);
});

it("tells text from binary", () => {
  expect(fileFromBytes("a", new TextEncoder().encode("é")).encoding).toBe("utf-8");
  expect(fileFromBytes("a", new Uint8Array([97, 0])).encoding).toBe("base64");
  expect(fileFromBytes("a", new Uint8Array([0xff])).encoding).toBe("base64");
});
