import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atFileEnd } from "#process/testing";

/** A new folder that is removed after the tests of the file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-cli-"));
  atFileEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
