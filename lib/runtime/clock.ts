/** Where `now` comes from: the database's clock (R3), or a time that tests, cases and the demo move themselves. */
export type Clock = { readonly kind: "database" } | { readonly kind: "virtual"; at: Date };

export const databaseClock: Clock = { kind: "database" };

/** The same moment handed out twice would leave order to chance, so a virtual clock counts microseconds behind it. */
const handedOut = new WeakMap<Clock, { at: number; micros: number }>();

/** First microsecond free at the clock's time for `count` rows that are to keep their order. */
export function reserveMicros(clock: Clock & { kind: "virtual" }, count: number): number {
  const at = clock.at.getTime();
  const last = handedOut.get(clock);
  const first = last && last.at === at ? last.micros : 0;
  handedOut.set(clock, { at, micros: first + count });
  return first;
}
