import { formatDuration, parseDuration } from "#journey";

export const UNITS = [
  { value: "m", label: "minutes" },
  { value: "h", label: "hours" },
  { value: "d", label: "days" },
  { value: "w", label: "weeks" },
  { value: "s", label: "seconds" },
] as const;

export type DurationParts = { amount: string; unit: string };

/** A duration as a number and a unit; null when it is more than that (`1d2h`, years) and is edited as text. */
export function partsOf(value: unknown): DurationParts | null {
  if (value === undefined || value === null || value === "") return { amount: "", unit: "d" };
  const text = parseDuration(value) === null ? String(value) : formatDuration(value);
  const match = /^(\d+)([smhdw])$/.exec(text);
  return match ? { amount: match[1] ?? "", unit: match[2] ?? "d" } : null;
}

/** Back to the notation that is stored; nothing while there is no amount. */
export function joinParts({ amount, unit }: DurationParts): string | undefined {
  return amount === "" ? undefined : `${amount}${unit}`;
}
