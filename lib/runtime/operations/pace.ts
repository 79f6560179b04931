/** How much an operation may hand on in one go, so that a minute sees no more than `perMinute` people. */
export type Pace = { readonly perMinute: number; readonly people: number };

/** The asked-for rate as portions of about a second; null = as fast as it goes. */
export function paceOf(input: Record<string, unknown>): Pace | null {
  const perMinute = Number(input.perMinute);
  if (!(perMinute > 0)) return null;
  return { perMinute, people: Math.max(1, Math.floor(perMinute / 60)) };
}

/** How long the next portion waits after one of so many people, in ms. */
export const pauseAfter = (pace: Pace, people: number): number => Math.ceil((people * 60_000) / pace.perMinute);
