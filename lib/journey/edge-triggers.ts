import type { EdgeTrigger } from "./schema.ts";

/** What an edge waits for, for every type of trigger. */
type Awaited = {
  /** The event that takes the edge, as written; null = no event does. */
  readonly event: string | null;
  /** The delay after which the edge is taken, as written; null = time does not take it. */
  readonly delay: string | number | null;
};

/** The event or delay that takes an edge; both are null without a trigger. */
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
