import type { Channels } from "#channels";
import type { Database } from "#db";
import type { ClaimOwner } from "./claim-owner.ts";

/** The part of a runtime that sending needs. Without `channels` the configured ones of the process are used. */
export type OutboxRuntime = {
  readonly database: Database;
  readonly clock: { readonly kind: "database" } | { readonly kind: "virtual"; readonly at: Date };
  readonly channels?: Channels | undefined;
  /** Once aborted, claimed deliveries that were not attempted return to the queue. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Identity on the claims, so that they are free as soon as this process dies; without it they are free when their
   * leases end.
   */
  readonly owner?: ClaimOwner | undefined;
  /** Receives faults of the machine, as opposed to faults of one message. */
  readonly report?: ((message: string, detail: unknown) => void) | undefined;
  /** How often the leases of a running batch are renewed, in ms; 20 s if absent. */
  readonly renewMs?: number | undefined;
};

/** The virtual time for a statement, or `null` for the database's own (R3). */
export function virtualNow(runtime: OutboxRuntime): string | null {
  return runtime.clock.kind === "virtual" ? runtime.clock.at.toISOString() : null;
}
