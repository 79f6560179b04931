import { expect, it } from "vitest";
import { readTextFile } from "./read-text-file.ts";

const read = (...bytes: number[]) => readTextFile(new Blob([new Uint8Array(bytes)]));

it("S31: reads UTF-8 with and without a mark, UTF-16, and what spreadsheets write on Windows", async () => {
  expect(await read(0xef, 0xbb, 0xbf, 0xc3, 0xa9)).toBe("é");
  expect(await read(0xe2, 0x82, 0xac)).toBe("€");
  expect(await read(0xff, 0xfe, 0xac, 0x20)).toBe("€");
  expect(await read(0xfe, 0xff, 0x20, 0xac)).toBe("€");
  expect(await read(0x80, 0xe9)).toBe("€é");
});
