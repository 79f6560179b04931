import type { Channels } from "#channels";
import type { Database } from "#db";
import type { ClaimOwner } from "./claim-owner.ts";

/** What sending needs of a runtime. Without `channels` the process's configured ones are used. */
export type OutboxRuntime = {
  readonly database: Database;
  readonly clock: { readonly kind: "database" } | { readonly kind: "virtual"; readonly at: Date };
  readonly channels?: Channels | undefined;
  /** Once aborted, what was claimed and not yet attempted goes back to the queue. */
  readonly signal?: AbortSignal | undefined;
  /** Whose claims they are, so that they are free as soon as this process dies; without it, once their leases end. */
  readonly owner?: ClaimOwner | undefined;
  /** Told what is wrong with the machine rather than with a message. */
  readonly report?: ((message: string, detail: unknown) => void) | undefined;
  /** How often the leases of a batch under way are renewed, in ms; 20 s unless given. */
  readonly renewMs?: number | undefined;
};

/** The time a statement uses: the virtual one, or `null` for the database's own (R3). */
export function virtualNow(runtime: OutboxRuntime): string | null {
  return runtime.clock.kind === "virtual" ? runtime.clock.at.toISOString() : null;
}
