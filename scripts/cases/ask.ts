import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Report } from "./report.ts";

const PATIENCE_MS = 120_000;

export type Asking = {
  /** The arguments and environment of a program. */
  readonly env: Readonly<Record<string, string>>;
  /** Resolves with the report of the started program. */
  readonly ask: () => Promise<Report>;
  readonly end: () => void;
};

/** Lets a running program be asked to run the cases. */
export function asking(): Asking {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-cases-"));
  const file = join(folder, "report.json");
  const preload = pathToFileURL(join(import.meta.dirname, "on-demand.ts")).href;
  return {
    env: { NODE_OPTIONS: `--import ${preload}`, CASES_REPORT: file },
    ask: async () => {
      writeFileSync(`${file}.ask`, "");
      const deadline = Date.now() + PATIENCE_MS;
      while (!existsSync(file) && Date.now() < deadline) await sleep(50);
      return JSON.parse(readFileSync(file, "utf8")) as Report;
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}
