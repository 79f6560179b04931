/** Number of people in one portion, so that at most `perMinute` people are processed per minute. */
export type Pace = { readonly perMinute: number; readonly people: number };

/** The requested rate, in portions of about a second; null: no limit. */
export function paceOf(input: Record<string, unknown>): Pace | null {
  const perMinute = Number(input.perMinute);
  if (!(perMinute > 0)) return null;
  return { perMinute, people: Math.max(1, Math.floor(perMinute / 60)) };
}

/** Delay before the next portion after one of `people` people, in ms. */
export const pauseAfter = (pace: Pace, people: number): number => Math.ceil((people * 60_000) / pace.perMinute);
