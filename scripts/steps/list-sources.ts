import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Every TypeScript file below these folders. */
export function listSources(folders: readonly string[]): string[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
    .filter((file) => /\.tsx?$/.test(file))
    .sort();
}
