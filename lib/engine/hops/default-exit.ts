/**
 * The exits of somebody on whom a node had no effect, in order of preference: the first one that has an edge is the
 * default exit. If none has, the enrollment may end there.
 */
const BY_DEFAULT = ["next", "default", "FALSE", "NOT_MET", "none", "failed", "timeout", "met", "event", "dismissed"];

/** The default exit among the exits that have an edge, given in the order of the canvas. */
export function defaultExitOf(served: ReadonlySet<string>): string {
  return BY_DEFAULT.find((key) => served.has(key)) ?? served.values().next().value ?? "next";
}
