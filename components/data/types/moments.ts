export type Moments = {
  now: string;
  /** Whose clock it goes by; null while nothing can be said. */
  zone: string | null;
  zoneFrom: "step" | "person" | "journey" | "workspace" | "fallback" | null;
  /** The person's trait `timezone`, which is no time zone. */
  unreadableZone: string | null;
  /** In UTC, and as the clock of the zone shows it. */
  moments: { at: string; local: string }[];
  problem: string | null;
};
