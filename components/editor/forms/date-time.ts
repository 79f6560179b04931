/** What the browser's own field for a date and time can show: a time on a clock, to the second. */
const LOCAL = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?)$/;

/**
 * The value as that field shows it: empty if there is none, null if the field cannot show it, such as an offset, a date
 * without a time, or text that is not a date.
 */
export function asLocalDateTime(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return "";
  const parts = typeof value === "string" ? LOCAL.exec(value.trim()) : null;
  return parts === null ? null : `${parts[1]}T${parts[2]}`;
}
