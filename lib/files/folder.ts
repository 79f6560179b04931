import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Files, requireKey } from "./files.ts";

/** Keeps files in a folder of this machine. A file is there as a whole or not at all. */
export function folderFiles(root: string): Files {
  const pathOf = (key: string) => join(root, requireKey(key));
  return {
    put: async (key, bytes) => {
      const path = pathOf(key);
      const beside = `${path}.${randomUUID()}`;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(beside, bytes);
      await rename(beside, path);
    },
    get: async (key) => {
      try {
        return new Uint8Array(await readFile(pathOf(key)));
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
    remove: async (key) => await rm(pathOf(key), { force: true }),
  };
}
