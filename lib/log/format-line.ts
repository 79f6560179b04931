import type { LogLevel } from "#config";

export type LogEntry = {
  readonly time: string;
  readonly level: LogLevel;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

/** One JSON object in one line. Fields stand beside `time`, `level` and `message`, which they cannot replace. */
export function formatJson({ fields, ...own }: LogEntry): string {
  // Assigned first for the order of the keys, and last so that no field replaces them.
  return `${JSON.stringify(Object.assign({ ...own }, fields, own))}\n`;
}

/** `19:04:11 error  a request failed  requestId=…`, with the stack of an error below it. */
export function formatText({ time, level, message, fields }: LogEntry): string {
  const { error, ...others } = fields;
  const pairs = Object.entries(others).map(([name, value]) => `  ${name}=${textOf(value)}`);
  const head = `${time.slice(11, 19)} ${level.padEnd(5)}  ${message}${pairs.join("")}`;
  return `${[head, ...errorLines(error)].join("\n")}\n`;
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

function errorLines(error: unknown): string[] {
  if (error === undefined || error === null) return [];
  if (typeof error !== "object") return [`  ${textOf(error)}`];
  const { name, message, stack, cause, ...facts } = { ...error } as Partial<Record<string, unknown>>;
  const codes = Object.entries(facts).map(([key, value]) => ` ${key}=${textOf(value)}`);
  const frames = typeof stack === "string" ? stack.split("\n").map((line) => `    ${line}`) : [];
  const below = cause === undefined ? [] : ["  caused by", ...errorLines(cause)];
  return [`  ${textOf(name)}: ${textOf(message)}${codes.join("")}`, ...frames, ...below];
}
