import type { JsonObject } from "#journey";

export const WAIT_WAYS = [
  { value: "duration", label: "for a while" },
  { value: "clock", label: "until a time of day" },
  { value: "trait", label: "until a date of the person" },
  { value: "at", label: "until a fixed date" },
  { value: "window", label: "only during certain hours" },
] as const;
export type WaitWay = (typeof WAIT_WAYS)[number]["value"];

/** The kind of wait of a config. */
export function waitWay({ duration, until, window }: JsonObject): WaitWay {
  if (typeof until === "object" && until !== null) {
    if ("at" in until) return "at";
    return "trait" in until || "offset" in until ? "trait" : "clock";
  }
  return duration === undefined && window !== undefined ? "window" : "duration";
}

/** The config for another kind of wait, with defaults. */
export function changeWait(config: JsonObject, way: WaitWay): { duration: unknown; until: JsonObject | undefined } {
  switch (way) {
    case "duration":
      return { duration: config.duration ?? "1d", until: undefined };
    case "clock":
      return { duration: undefined, until: { time: "09:00" } };
    case "trait":
      return { duration: undefined, until: { trait: "" } };
    case "at":
      return { duration: undefined, until: { at: "" } };
    case "window":
      return { duration: undefined, until: undefined };
  }
}
