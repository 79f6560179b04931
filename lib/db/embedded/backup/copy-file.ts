import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { CopiedFile } from "./manifest.ts";

const CHUNK_BYTES = 1_048_576;

/** Copies a file below `from` to the same place below `to`, and on to the disk; `null`: there is none any more. */
async function copyFile(from: string, to: string, path: string): Promise<CopiedFile | null> {
  const hash = createHash("sha256");
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const target = join(to, path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  try {
    await pipeline(
      createReadStream(join(from, path), { highWaterMark: CHUNK_BYTES }),
      measure,
      createWriteStream(target, { mode: 0o600, flush: true }),
    );
  } catch (error) {
    if (isMissing(error, join(from, path))) return null;
    throw error;
  }
  return { path, bytes, sha256: hash.digest("hex") };
}

const isMissing = (error: unknown, path: string): boolean =>
  (error as NodeJS.ErrnoException).code === "ENOENT" && (error as NodeJS.ErrnoException).path === path;

/** So many at once, as each waits for the disk. */
const AT_ONCE = 16;

/** Copies files as `copyFile` does; those that are missing are missing in the answer, which is in the order of `paths`. */
export async function copyFiles(from: string, to: string, paths: readonly string[]): Promise<CopiedFile[]> {
  const copied: (CopiedFile | null)[] = [];
  let next = 0;
  const work = async () => {
    while (next < paths.length) {
      const place = next;
      next += 1;
      copied[place] = await copyFile(from, to, paths[place] ?? "");
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return copied.filter((file) => file !== null);
}

/** Writes a file and sees that it is on the disk. */
export async function writeText(to: string, path: string, text: string): Promise<CopiedFile> {
  await writeFile(join(to, path), text, { mode: 0o600, flush: true });
  return { path, bytes: Buffer.byteLength(text), sha256: createHash("sha256").update(text).digest("hex") };
}

/** Sees that the names in a folder are on the disk. */
export async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}
