import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { stub } from "#sdk/browser";
import { buildBrowserClient } from "./build-browser-client.ts";

const packed = (bytes: Uint8Array | string) => gzipSync(bytes, { level: 9 }).length;
const KB = 1024;

test("the browser client stays within 4 KB, what shows content within 16, what asks surveys within 4, the stub within half a KB, packed; hashes are of the bytes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sojourn-sdk-"));
  try {
    await buildBrowserClient(folder);
    const { content, surveys, ...client } = JSON.parse(await readFile(join(folder, "sojourn.json"), "utf8"));
    const parts = [
      ["sojourn", client, 4 * KB],
      ["sojourn-content", content, 16 * KB],
      ["sojourn-surveys", surveys, 4 * KB],
    ] as const;
    for (const [name, { file, integrity, bytes }, most] of parts) {
      const script = await readFile(join(folder, `${name}.js`));
      expect(packed(script)).toBeLessThanOrEqual(most);
      expect(integrity).toBe(`sha384-${createHash("sha384").update(script).digest("base64")}`);
      expect(file).toMatch(new RegExp(`^/sdk/${name}-[0-9a-f]{12}\\.js$`));
      expect(bytes).toBe(script.length);
      const map = JSON.parse(await readFile(join(folder, `${name}.js.map`), "utf8"));
      expect(map.sources.join()).toContain("sdk/browser");
    }
    expect(String(await readFile(join(folder, "sojourn-content.js")))).toContain(surveys.file);
    const address = stub("pk_0123456789012345678901234567890123456789", "https://sojourn.example.com");
    expect(packed(address)).toBeLessThanOrEqual(KB / 2);
  } finally {
    await rm(folder, { recursive: true });
  }
});
