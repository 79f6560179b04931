/** The linear-time stand-in for CEL's `matches`, which would run as a backtracking JavaScript pattern. */
export const LINEAR_MATCHES = "matchesLinear";
/** Makes a timestamp of a text or of seconds, in place of CEL's own function. */
export const OWN_TIMESTAMP = "timestampOf";
/** Reads a duration, in place of CEL's own function: that one takes cubic time for a long row of digits. */
export const OWN_DURATION = "durationOf";
/** What `google.protobuf.Timestamp` stands for. */
export const TIMESTAMP_TYPE = "timestampType";

/** CEL's own functions whose answer or time would hang on something else than their arguments, and what runs instead. */
const REPLACED: ReadonlyMap<string, string> = new Map([
  ["rcall:matches", LINEAR_MATCHES],
  ["call:timestamp", OWN_TIMESTAMP],
  ["call:duration", OWN_DURATION],
]);

export function replacementOf(op: "call" | "rcall", name: string): string | undefined {
  return REPLACED.get(`${op}:${name}`);
}

/** A message of the evaluator in the names that people wrote. */
export function inWrittenNames(message: string): string {
  let text = message;
  for (const [key, own] of REPLACED) text = text.replaceAll(own, key.slice(key.indexOf(":") + 1));
  return text;
}
