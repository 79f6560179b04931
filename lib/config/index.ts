import { type Config, parseConfig } from "./parse.ts";

export { ConfigError } from "./config-error.ts";
export { type Config, type InitConfig, type LogConfig, type LogLevel, parseConfig } from "./parse.ts";

let parsed: Config | undefined;

/** The process's configuration, read once from its environment; throws `ConfigError` naming every error. */
export function config(): Config {
  parsed ??= parseConfig(process.env);
  return parsed;
}

/** Secrets stand in one text, the present one first: no environment variable has a NUL. */
const SECRET_SEPARATOR = "\0";

/**
 * The secrets of the installation: `SOJOURN_SECRET`, else the stored one, which all processes share; behind it the former
 * ones, which read what they sealed or signed. `secretFor` of `#signatures` takes the first, `secretsFor` all.
 */
export async function installationSecret(readStored: () => Promise<string>): Promise<string> {
  const { secret, oldSecrets } = config();
  const former = oldSecrets.map((entry) => (entry === "database" ? readStored() : entry));
  return (await Promise.all([secret ?? readStored(), ...former])).join(SECRET_SEPARATOR);
}
