import { CliError, EXIT, usage } from "./exit-codes.ts";
import { type Profile, readProfiles } from "./profiles.ts";
import type { Terminal } from "./terminal.ts";

const HINT = "Run `sojourn login`, or set SOJOURN_URL and SOJOURN_SECRET_KEY.";
export const DEFAULT_URL = "http://localhost:3000";

/** The server and the key to use: the named profile, else the environment, else the profile of the last login. */
export function findConnection({ env, configDir }: Terminal, profile: string | undefined): Profile {
  const { SOJOURN_URL: url, SOJOURN_SECRET_KEY: key, ASCENDKIT_SECRET_KEY: oldKey } = env;
  const secretKey = key || oldKey;
  const wanted = profile || env.SOJOURN_PROFILE;
  if (!profile && secretKey) return { url: url || DEFAULT_URL, secretKey };
  const { current, profiles } = readProfiles(configDir);
  const name = wanted ?? current;
  if (name === null) throw new CliError(EXIT.signIn, "You are not signed in to a server.", { hint: HINT });
  const found = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (!found) {
    const known = Object.keys(profiles).join(", ") || "none";
    throw usage(`There is no profile ${name}; there are: ${known}.`, `Run \`sojourn login --profile ${name}\`.`);
  }
  return !profile && url ? { ...found, url } : found;
}
