import { MINUTE_MS } from "#times";
/** One call of a client: who, what, and when by the client's clock. */
export type IngestItem = {
  readonly workspaceId: string;
  readonly siteId?: string;
  readonly userId?: string;
  readonly anonymousId?: string;
  readonly type: "identify" | "track" | "page" | "screen" | "group" | "alias";
  readonly event?: string;
  readonly properties?: Record<string, unknown>;
  readonly traits?: Record<string, unknown>;
  readonly timestamp?: Date;
  /** The call may be repeated for two days without being stored twice. */
  readonly messageId?: string;
  /** `alias`: the person's previous id. */
  readonly previousId?: string;
  readonly context?: Record<string, unknown>;
  /** The event is logged and counted by rules, but starts and advances nothing (R30). */
  readonly imported?: boolean;
};

/**
 * How far an event's own time may lie after its receipt, in ms. An event in the future is not counted by any window
 * that ends now (R48).
 */
export const MOST_AHEAD_MS = 5 * MINUTE_MS;

/** `personId` is null for a repeated call whose person is unknown. */
export type IngestResult = { readonly status: "accepted" | "duplicate"; readonly personId: string | null };

/** An item that cannot be stored, with the path of the faulty field. */
export class IngestProblem extends Error {
  readonly index: number;
  readonly field: string;
  /** What is wrong with the field, as the end of a sentence that starts with the field. */
  readonly fault: string;

  constructor(index: number, field: string, fault: string) {
    super(`Item ${index}: ${field} ${fault}.`);
    this.name = "IngestProblem";
    this.index = index;
    this.field = field;
    this.fault = fault;
  }
}
