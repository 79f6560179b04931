import type { EdgeTrigger } from "./schema.ts";

/** What an edge waits for, whichever kind its trigger is. */
type Awaited = {
  /** The event that sets it in motion, as written; null = none does. */
  readonly event: string | null;
  /** The time after which it is taken, as written; null = time does not set it in motion. */
  readonly delay: string | number | null;
};

/** What sets an edge in motion; without a trigger neither an event nor time does. */
export function awaitedBy(trigger: EdgeTrigger | null): Awaited {
  switch (trigger?.type) {
    case "event":
      return { event: trigger.event, delay: null };
    case "timer":
      return { event: null, delay: trigger.delay };
    case undefined:
      return { event: null, delay: null };
  }
}
