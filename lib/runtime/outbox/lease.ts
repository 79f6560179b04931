import { type Claimed, LEASE_SECONDS, renewLeases } from "#store/deliveries";
import { type OutboxRuntime, virtualNow } from "./outbox-runtime.ts";

const RENEW_MS = 20_000;
/** No attempt starts this shortly before a lease ends, because its result has to be marked within the lease. */
const MARGIN_MS = 10_000;

/**
 * The claimed deliveries of one batch. The lease is renewed every third of its length until all of them are settled.
 */
export class Lease {
  readonly #runtime: OutboxRuntime;
  readonly #owner: number | null;
  readonly #open: Map<string, Claimed>;
  readonly #timer: NodeJS.Timeout;
  #endsAt: number;
  #renewing: Promise<void> = Promise.resolve();

  /** `claimedAt` is this process's time from before the claim, so that the process never overestimates the lease. */
  constructor(runtime: OutboxRuntime, owner: number | null, claimed: readonly Claimed[], claimedAt: number) {
    this.#runtime = runtime;
    this.#owner = owner;
    this.#open = new Map(claimed.map((delivery) => [delivery.id, delivery]));
    this.#endsAt = claimedAt + LEASE_SECONDS * 1_000;
    this.#timer = setInterval(() => this.#renewNext(), runtime.renewMs ?? RENEW_MS);
  }

  /** Whether claimed deliveries may still be attempted. If not, another sender may have taken them. */
  holds(): boolean {
    if (performance.now() > this.#endsAt - MARGIN_MS) return false;
    return this.#owner === null || (this.#runtime.owner?.holds(this.#owner) ?? true);
  }

  settled({ id }: Claimed): void {
    this.#open.delete(id);
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#renewing;
  }

  // While the database is away nothing can be renewed, so the lease ends and sending under it stops.
  #renewNext(): void {
    this.#renewing = this.#renewing.then(() => this.#renew()).catch(() => {});
  }

  async #renew(): Promise<void> {
    const open = [...this.#open.values()];
    if (open.length === 0 || (this.#owner !== null && !this.#runtime.owner?.holds(this.#owner))) return;
    const askedAt = performance.now();
    await renewLeases(this.#runtime.database.sql, open, virtualNow(this.#runtime));
    this.#endsAt = askedAt + LEASE_SECONDS * 1_000;
  }
}
