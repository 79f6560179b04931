import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CliError, EXIT } from "./exit-codes.ts";

export type Profile = { readonly url: string; readonly secretKey: string };
export type Profiles = { readonly current: string | null; readonly profiles: Readonly<Record<string, Profile>> };

const fileOf = (configDir: string): string => join(configDir, "profiles.json");

/** The servers that `login` has noted. */
export function readProfiles(configDir: string): Profiles {
  let text: string;
  try {
    text = readFileSync(fileOf(configDir), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { current: null, profiles: {} };
    throw error;
  }
  try {
    const { current = null, profiles = {} } = JSON.parse(text);
    return { current, profiles };
  } catch {
    throw new CliError(EXIT.error, `${fileOf(configDir)} is not valid JSON.`, { hint: "Remove it and sign in again." });
  }
}

/** Written beside and moved into place, so that a crash leaves the old file; readable by its owner only. */
export function writeProfiles(configDir: string, profiles: Profiles): void {
  mkdirSync(configDir, { recursive: true, mode: 0o700 });
  const file = fileOf(configDir);
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(profiles, null, 2)}\n`, { mode: 0o600 });
  renameSync(beside, file);
}
