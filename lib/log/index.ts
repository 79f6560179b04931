import { ConfigError, config, type LogConfig } from "#config";
import { createLog } from "./create-log.ts";

export type { Log, LogFields } from "./create-log.ts";
export { inLogContext, logContext } from "./log-context.ts";

/** The log of this process, on standard error. Level and format come from the configuration. */
export const log = createLog(logSettings, (line) => process.stderr.write(line));

/** How this process logs. Until a wrong configuration is reported it logs as if none were set. */
export function logSettings(): LogConfig {
  try {
    return config().log;
  } catch (error) {
    if (error instanceof ConfigError) return { level: "info", format: "text" };
    throw error;
  }
}
