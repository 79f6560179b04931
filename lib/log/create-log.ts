import type { LogConfig, LogLevel } from "#config";
import { describeFields } from "./describe-fields.ts";
import { formatJson, formatText } from "./format-line.ts";
import { logContext } from "./log-context.ts";

/**
 * What a line says beside its message. `error` is reduced to what names no person; of any other object only numbers, ids
 * and codes remain. A plain text is printed as it is: give texts of Sojourn's own, never a trait, an address or a message.
 */
export type LogFields = Readonly<Record<string, unknown>>;

type Write = (message: string, fields?: LogFields) => void;

export type Log = Readonly<Record<LogLevel, Write>>;

const WEIGHTS: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 };

/** A log that writes one line an entry. The settings are read for each entry, as a process reads them late. */
export function createLog(settings: () => LogConfig, write: (line: string) => void, now = () => new Date()): Log {
  const at =
    (level: LogLevel): Write =>
    (message, fields = {}) => {
      const { level: least, format } = settings();
      if (WEIGHTS[level] < WEIGHTS[least]) return;
      const entry = {
        time: now().toISOString(),
        level,
        message,
        fields: { ...logContext(), ...describeFields(fields) },
      };
      write(format === "json" ? formatJson(entry) : formatText(entry));
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}
