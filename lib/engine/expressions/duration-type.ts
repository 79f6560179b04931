import type { Environment } from "@marcbachmann/cel-js";
import { OWN_DURATION } from "./names.ts";

export const DURATION = "google.protobuf.Duration";

/** The evaluator's duration values; the library does not export their class. */
export type CelDuration = { readonly seconds: bigint; readonly nanos: number };
export type DurationClass = new (seconds: bigint, nanos: number) => CelDuration;

const BILLION = 1_000_000_000n;
const NANOS: Readonly<Record<string, bigint>> = {
  w: 7n * 86_400n * BILLION,
  d: 86_400n * BILLION,
  h: 3_600n * BILLION,
  m: 60n * BILLION,
  s: BILLION,
  ms: 1_000_000n,
  us: 1_000n,
  µs: 1_000n,
  ns: 1n,
};
const PART = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s|m|h|d|w)/y;
const LONGEST = 64;
const DIGITS = 13;
/** The largest duration in CEL: ten thousand years. */
const MOST = 315_576_000_000n * BILLION;

export function durationClass(made: Environment): DurationClass {
  return (made.parse('duration("0s")')() as object).constructor as DurationClass;
}

/** Registers the function that parses durations: CEL's `1h30m`, `250ms` or `-1.5s`, and also `30d`, with days of 24 hours. */
export function registerDurations(made: Environment): void {
  const Duration = durationClass(made);
  const read = (text: string): CelDuration => {
    const nanos = readNanos(text);
    if (nanos === null || nanos > MOST || nanos < -MOST)
      throw new Error(`Invalid duration string: ${text.slice(0, LONGEST)}`);
    return new Duration(nanos / BILLION, Number(nanos % BILLION));
  };
  made.registerFunction(`${OWN_DURATION}(string): ${DURATION}`, read, { async: false });
}

function readNanos(text: string): bigint | null {
  if (text === "" || text.length > LONGEST) return null;
  const sign = text.startsWith("-") ? -1n : 1n;
  PART.lastIndex = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
  if (PART.lastIndex === text.length) return null;
  let sum = 0n;
  while (PART.lastIndex < text.length) {
    const found = PART.exec(text);
    if (found === null) return null;
    const [, amount = "", unit = ""] = found;
    const [whole = "", fraction = ""] = amount.split(".");
    const nanos = NANOS[unit] ?? 0n;
    const part = BigInt(fraction.slice(0, DIGITS).padEnd(DIGITS, "0")) * nanos;
    sum += BigInt(whole === "" ? "0" : whole) * nanos + part / 10n ** BigInt(DIGITS);
  }
  return sign * sum;
}
