/** Replaces CEL's `matches` by a linear-time search: CEL's own would run a backtracking JavaScript pattern. */
export const LINEAR_MATCHES = "matchesLinear";
/** Makes a timestamp from a text or from seconds, in place of CEL's own function. */
export const OWN_TIMESTAMP = "timestampOf";
/** Parses a duration in place of CEL's own function, which takes cubic time for a long row of digits. */
export const OWN_DURATION = "durationOf";
/** Stands for the type name `google.protobuf.Timestamp`. */
export const TIMESTAMP_TYPE = "timestampType";

/** CEL's own functions whose result or running time depends on more than their arguments, and what replaces them. */
const REPLACED: ReadonlyMap<string, string> = new Map([
  ["rcall:matches", LINEAR_MATCHES],
  ["call:timestamp", OWN_TIMESTAMP],
  ["call:duration", OWN_DURATION],
]);

export function replacementOf(op: "call" | "rcall", name: string): string | undefined {
  return REPLACED.get(`${op}:${name}`);
}

/** Replaces our internal function names in a message of the evaluator by the names that people wrote. */
export function inWrittenNames(message: string): string {
  let text = message;
  for (const [key, own] of REPLACED) text = text.replaceAll(own, key.slice(key.indexOf(":") + 1));
  return text;
}
