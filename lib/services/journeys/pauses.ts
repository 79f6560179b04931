import type { schema } from "#store";

type Pause = (typeof schema.journeys.$inferSelect)["pauses"][number];

/** The list with a pause begun at `now`. */
export function beginPause(pauses: readonly Pause[], mode: Pause["mode"], now: Date): Pause[] {
  return [...pauses, { mode, from: now.toISOString(), to: null }];
}

/** The list with the running pause ended at `now`. */
export function endPause(pauses: readonly Pause[], now: Date): Pause[] {
  return pauses.map((pause) => (pause.to === null ? { ...pause, to: now.toISOString() } : pause));
}
