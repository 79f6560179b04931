/** Source of `now`: the database's clock (R3), or a time that tests, cases and the demo set themselves. */
export type Clock = { readonly kind: "database" } | { readonly kind: "virtual"; at: Date };

export const databaseClock: Clock = { kind: "database" };

/**
 * Two rows with the same time would have no defined order, so a virtual clock also counts the microseconds it has
 * handed out.
 */
const handedOut = new WeakMap<Clock, { at: number; micros: number }>();

/** Reserves `count` microseconds at the clock's time and returns the first, so that the rows keep their order. */
export function reserveMicros(clock: Clock & { kind: "virtual" }, count: number): number {
  const at = clock.at.getTime();
  const last = handedOut.get(clock);
  const first = last && last.at === at ? last.micros : 0;
  handedOut.set(clock, { at, micros: first + count });
  return first;
}
