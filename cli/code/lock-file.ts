import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Cli } from "../cli.ts";
import { CliError, EXIT } from "../exit-codes.ts";

const LOCK_FILE = join(".sojourn", "pulled.json");

/** What the server had when a file was last pulled or applied. */
export type Pulled = {
  readonly id: string;
  readonly file: string;
  readonly revision: number;
  readonly hash: string;
};
export type Lock = Readonly<Record<string, Pulled>>;

/** What was pulled into this folder, by the keys of journeys. */
export async function readLock({ terminal }: Cli): Promise<Lock> {
  const text = await readFile(join(terminal.cwd, LOCK_FILE), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return '{"journeys": {}}';
    throw error;
  });
  const hint = "Take it back from version control, or remove it and pull again.";
  try {
    const { journeys } = JSON.parse(text) as { journeys: Lock };
    if (typeof journeys === "object" && journeys !== null) return journeys;
  } catch {
    throw new CliError(EXIT.validation, `${LOCK_FILE} is not valid JSON.`, { hint });
  }
  throw new CliError(EXIT.validation, `${LOCK_FILE} has no journeys.`, { hint });
}

/** Notes what the server has now. Written beside and moved into place, so that a crash leaves the old file. */
export async function updateLock(cli: Cli, changes: Readonly<Record<string, Pulled | null>>): Promise<void> {
  const merged = Object.entries({ ...(await readLock(cli)), ...changes });
  const journeys = Object.fromEntries(
    merged.filter(([, pulled]) => pulled !== null).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const file = join(cli.terminal.cwd, LOCK_FILE);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.${process.pid}`, `${JSON.stringify({ version: 1, journeys }, null, 2)}\n`);
  await rename(`${file}.${process.pid}`, file);
}

/** The same for the same content, whatever the order of its keys. */
export function hashOf(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  return createHash("sha256").update(text).digest("hex");
}
