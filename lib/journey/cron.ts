/** A parsed cron expression: the values that each field allows, in ascending order. */
export type Cron = {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: readonly number[];
  readonly months: readonly number[];
  /** 0 is Sunday. */
  readonly weekdays: readonly number[];
  /** Both day fields restrict the day: one match is then enough, as in every cron. */
  readonly eitherDay: boolean;
};

type Field = { readonly from: number; readonly to: number; readonly names?: readonly string[] };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const FIELDS: readonly Field[] = [
  { from: 0, to: 59 },
  { from: 0, to: 23 },
  { from: 1, to: 31 },
  { from: 1, to: 12, names: MONTHS },
  { from: 0, to: 7, names: DAYS },
];
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Parses `minute hour day month weekday` with lists, ranges, steps and names; null = invalid, or a day that never occurs. */
export function parseCron(text: string): Cron | null {
  const written = text.trim().split(/\s+/);
  if (text.length > 255 || written.length !== FIELDS.length) return null;
  const [minutes, hours, days, months, sundays] = FIELDS.map((field, index) => readField(written[index] ?? "", field));
  if (!minutes || !hours || !days || !months || !sundays) return null;
  const weekdays = [...new Set(sundays.map((day) => day % 7))].sort((left, right) => left - right);
  const eitherDay = !isAny(written[2]) && !isAny(written[4]);
  if (!eitherDay && !months.some((month) => (days[0] ?? 32) <= (LONGEST_MONTHS[month - 1] ?? 0))) return null;
  return { minutes, hours, days, months, weekdays, eitherDay };
}

const isAny = (written: string | undefined) => written?.startsWith("*") === true || written === "?";

function readField(written: string, field: Field): number[] | null {
  const values = new Set<number>();
  for (const part of written.split(",")) {
    const range = readRange(part, field);
    if (range === null) return null;
    for (let value = range.from; value <= range.to; value += range.step) values.add(value);
  }
  return [...values].sort((left, right) => left - right);
}

function readRange(part: string, field: Field): { from: number; to: number; step: number } | null {
  const [range = "", written, ...more] = part.split("/");
  const step = written === undefined ? 1 : readNumber(written);
  if (more.length > 0 || step === null || step < 1) return null;
  if (range === "*" || (range === "?" && written === undefined)) return { from: field.from, to: field.to, step };
  const [low = "", high, ...rest] = range.split("-");
  const from = readValue(low, field);
  const to = high === undefined ? (written === undefined ? from : field.to) : readValue(high, field);
  if (rest.length > 0 || from === null || to === null || to < from) return null;
  return { from, to, step };
}

function readValue(written: string, { from, to, names }: Field): number | null {
  const named = names?.indexOf(written.toLowerCase()) ?? -1;
  const value = named >= 0 ? named + (names === MONTHS ? 1 : 0) : readNumber(written);
  return value === null || value < from || value > to ? null : value;
}

function readNumber(written: string): number | null {
  return /^\d{1,2}$/.test(written) ? Number(written) : null;
}
