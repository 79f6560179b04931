import type { EnrollmentStatus } from "#data";

type Tone = {
  /** A filled dot or bar. */
  dot: string;
  badge: "default" | "success" | "warning" | "destructive" | "outline";
};

/** How each outcome of an enrollment looks: on the canvas, in lists, tiles, bars and charts alike. */
export const OUTCOME_TONES: Readonly<Record<EnrollmentStatus, Tone>> = {
  ACTIVE: { dot: "bg-outcome-active", badge: "default" },
  COMPLETED: { dot: "bg-outcome-completed", badge: "success" },
  STOPPED: { dot: "bg-outcome-stopped", badge: "warning" },
  FAILED: { dot: "bg-outcome-failed", badge: "destructive" },
  ARCHIVED: { dot: "bg-muted-foreground", badge: "outline" },
};
