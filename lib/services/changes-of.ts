type Row = Readonly<Record<string, unknown>>;

/** Longer values are cut in the audit log, which is kept for years. */
const LONGEST = 2_000;
const SECRET = /secret|password|token/i;

/**
 * For the audit log: the fields of a patch whose values differ, each with the value before and after. Of secrets only that
 * they changed.
 */
export function changesOf(before: Row, after: Row, fields: readonly string[]): Record<string, unknown> {
  const changed = fields.filter((field) => textOf(before[field]) !== textOf(after[field]));
  return Object.fromEntries(
    changed.map((field) => [field, SECRET.test(field) ? {} : { from: shown(before[field]), to: shown(after[field]) }]),
  );
}

const textOf = (value: unknown): string => JSON.stringify(value ?? null);

function shown(value: unknown): unknown {
  const text = JSON.stringify(value ?? null, (key, inner) => (SECRET.test(key) ? undefined : inner));
  return text.length <= LONGEST ? JSON.parse(text) : `${text.slice(0, LONGEST)} …`;
}
