import { MINUTE_MS } from "#times";
/** One call of a client: who, what, and when by their own clock. */
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
  /** Makes it safe to repeat the call for two days. */
  readonly messageId?: string;
  /** `alias`: the id the person had before. */
  readonly previousId?: string;
  readonly context?: Record<string, unknown>;
  /** Logged and counted by rules, acts on nothing (R30). */
  readonly imported?: boolean;
};

/** How far an event's own time may be ahead of its receipt, in ms: what lies in the future counts in no window that ends now (R48). */
export const MOST_AHEAD_MS = 5 * MINUTE_MS;

/** `personId` is null for a repeated call about someone who was never seen. */
export type IngestResult = { readonly status: "accepted" | "duplicate"; readonly personId: string | null };

/** An item that cannot be stored, with the way to what is wrong in it. */
export class IngestProblem extends Error {
  readonly index: number;
  readonly field: string;
  /** What is wrong with the field, as the end of a sentence that begins with it. */
  readonly fault: string;

  constructor(index: number, field: string, fault: string) {
    super(`Item ${index}: ${field} ${fault}.`);
    this.name = "IngestProblem";
    this.index = index;
    this.field = field;
    this.fault = fault;
  }
}
