import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { stub } from "#sdk/browser";
import { buildBrowserClient } from "./build-browser-client.ts";

const packed = (bytes: Uint8Array | string) => gzipSync(bytes, { level: 9 }).length;

test("the browser client stays within 4 KB and its stub within half a KB, packed, and its hash is of its bytes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sojourn-sdk-"));
  try {
    await buildBrowserClient(folder);
    const script = await readFile(join(folder, "sojourn.js"));
    const { file, integrity, bytes } = JSON.parse(await readFile(join(folder, "sojourn.json"), "utf8"));
    expect(packed(script)).toBeLessThanOrEqual(4 * 1024);
    expect(
      packed(stub("pk_0123456789012345678901234567890123456789", "https://sojourn.example.com")),
    ).toBeLessThanOrEqual(512);
    expect(integrity).toBe(`sha384-${createHash("sha384").update(script).digest("base64")}`);
    expect([file, bytes]).toEqual([expect.stringMatching(/^\/sdk\/sojourn-[0-9a-f]{12}\.js$/), script.length]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
