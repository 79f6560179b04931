import { type StandbyState, standbyState } from "#db";

/** Which database answers for figures; undefined: no standby is configured. */
export const figuresFrom = (): StandbyState | undefined => standbyState() ?? undefined;
