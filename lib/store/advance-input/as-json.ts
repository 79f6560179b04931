import type { AdvanceInput } from "#engine";

/** Raised when a field of `AdvanceInput` changes its meaning, so that an older file is refused instead of misread. */
const FORMAT = 2;

type Dump = { readonly format: typeof FORMAT; readonly input: AdvanceInput };

/** Serialises an input as JSON, including its maps and sets. */
export function inputToJson(input: AdvanceInput): string {
  const dump: Dump = { format: FORMAT, input };
  const plain = (_key: string, value: unknown) => {
    if (value instanceof Map) return { $map: [...value] };
    return value instanceof Set ? { $set: [...value] } : value;
  };
  return JSON.stringify(dump, plain, 2);
}

/** Reads an input that `inputToJson` wrote, or returns all problems of the text. */
export function inputFromJson(text: string): { readonly input: AdvanceInput } | { readonly problems: string[] } {
  let dump: unknown;
  try {
    dump = JSON.parse(text, (_key, value: unknown) => restored(value));
  } catch (error) {
    return { problems: [`It is no JSON: ${error instanceof Error ? error.message : String(error)}`] };
  }
  const problems: string[] = [];
  return isDump(dump, problems) ? { input: dump.input } : { problems };
}

/** A trait may also be called `$map`, so only an object with this single key is restored. */
function restored(value: unknown): unknown {
  if (!isObject(value) || Object.keys(value).length !== 1) return value;
  const entries = value.$map ?? value.$set;
  if (!Array.isArray(entries)) return value;
  return "$map" in value ? new Map(entries) : new Set(entries);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Checks for each field; optional fields are not checked. */
const FIELDS: Readonly<Record<string, (value: unknown) => boolean>> = {
  now: Number.isFinite,
  horizon: (value) => value === null || Number.isFinite(value),
  person: (value) => isObject(value) && typeof value.id === "string",
  enrollments: Array.isArray,
  past: Array.isArray,
  queued: Array.isArray,
  signals: Array.isArray,
  events: Array.isArray,
  snapshot: (value) =>
    isObject(value) && isObject(value.workspace) && value.journeys instanceof Map && value.programs instanceof Map,
};

function isDump(value: unknown, problems: string[]): value is Dump {
  if (!isObject(value) || value.format !== FORMAT || !isObject(value.input)) {
    problems.push(`It is no input of this release: \`format\` has to be ${FORMAT}, and \`input\` an object.`);
    return false;
  }
  for (const [name, isGood] of Object.entries(FIELDS))
    if (!isGood(value.input[name])) problems.push(`\`input.${name}\` is missing or of the wrong kind.`);
  return problems.length === 0;
}
