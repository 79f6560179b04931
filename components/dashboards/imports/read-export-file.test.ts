import { deflateRawSync } from "node:zlib";
import { expect, it } from "vitest";
import { readExportFile } from "./read-export-file.ts";

/** A small archive: each file with its local header, then the directory. */
function zip(files: Readonly<Record<string, Buffer>>): Blob {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(at, 16);
  return new Blob([...parts, ...directory, end].map((part) => new Uint8Array(part)));
}

it("reads a plain file, and the JSON file of an archive", async () => {
  expect(await readExportFile(new Blob(["[1]"]))).toBe("[1]");
  const archive = zip({ "assets/icon.png": Buffer.from("png"), "campaign.json": Buffer.from('[{"å": 1}]') });
  expect(await readExportFile(archive)).toBe('[{"å": 1}]');
});

it("refuses an archive that unpacks to more than a file may have", async () => {
  const bomb = zip({ "bomb.json": Buffer.alloc(64 * 1024 * 1024, 0x20) });
  expect(bomb.size).toBeLessThan(200_000);
  await expect(readExportFile(bomb)).rejects.toThrow("larger than 24 MB");
});

it("names an archive without data, and one that is cut short", async () => {
  await expect(readExportFile(zip({ "a.txt": Buffer.from("x") }))).rejects.toThrow("holds no JSON");
  const whole = await zip({ "campaign.json": Buffer.from("[]") }).arrayBuffer();
  await expect(readExportFile(new Blob([whole.slice(0, 40)]))).rejects.toThrow("cut short");
});
