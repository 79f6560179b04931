import { formatSpan } from "#shell";

/** "longer than" choices, in seconds. */
export const LONGER_THAN = [0, 3_600, 86_400, 259_200, 604_800, 2_592_000] as const;

export const longerWords = (seconds: number) =>
  seconds === 0 ? "Everyone here" : `Longer than ${formatSpan(seconds)}`;

/** "10 min – 1 h"; from the last bound on "30 d +". */
export function bucketWords({ from, to }: { from: number; to: number | null }): string {
  if (to === null) return `${formatSpan(from)} +`;
  return from === 0 ? `under ${formatSpan(to)}` : `${formatSpan(from)} – ${formatSpan(to)}`;
}
