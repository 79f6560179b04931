import { secondsAsDuration } from "../durations.ts";

const UNITS: Readonly<Record<string, { readonly seconds: number; readonly most: number }>> = {
  s: { seconds: 1, most: 60 },
  m: { seconds: 60, most: 60 },
  h: { seconds: 3_600, most: 24 },
  d: { seconds: 86_400, most: 30 },
};

export type Length = { readonly duration: string; readonly reason: string | null };

/**
 * A duration such as `1.5d`. PostHog shortens what is more than 60 s, 60 m, 24 h or 30 d without a word, so what really
 * ran is imported. Null = it is no duration.
 */
export function lengthOf(written: unknown): Length | null {
  const found = typeof written === "string" ? /^\s*(\d+(?:\.\d+)?|\.\d+)\s*([smhd])\s*$/.exec(written) : null;
  const unit = UNITS[found?.[2] ?? ""];
  if (!found || unit === undefined) return null;
  const amount = Number(found[1]);
  const duration = secondsAsDuration(Math.min(amount, unit.most) * unit.seconds);
  const reason =
    amount > unit.most
      ? `PostHog shortens ${found[0].trim()} to ${unit.most}${found[2]}, and so does the import.`
      : null;
  return { duration, reason };
}
