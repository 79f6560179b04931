import { type Config, parseConfig } from "./parse.ts";

export { ConfigError } from "./config-error.ts";
export { type Config, type InitConfig, type LogConfig, type LogLevel, parseConfig } from "./parse.ts";

let parsed: Config | undefined;

/** The process's configuration, read once from its environment; throws `ConfigError` naming every error. */
export function config(): Config {
  parsed ??= parseConfig(process.env);
  return parsed;
}

/** The secret that everything here is signed with: `SOJOURN_SECRET`, else the stored one, which all processes share. */
export const installationSecret = async (readStored: () => Promise<string>): Promise<string> =>
  config().secret ?? (await readStored());
