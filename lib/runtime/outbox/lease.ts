import { ALL_SHARDS } from "#db";
import { type Claimed, LEASE_SECONDS } from "./claim.ts";
import { type OutboxRuntime, virtualNow } from "./outbox-runtime.ts";

const RENEW_MS = 20_000;
/** Nothing is begun so shortly before a lease ends: the attempt has to be marked within it. */
const MARGIN_MS = 10_000;

/** What one batch has claimed, for as long as it is under way: renewed every third of a lease until all of it is settled. */
export class Lease {
  readonly #runtime: OutboxRuntime;
  readonly #owner: number | null;
  readonly #open: Map<string, Claimed>;
  readonly #timer: NodeJS.Timeout;
  #endsAt: number;
  #renewing: Promise<void> = Promise.resolve();

  /** `claimedAt` is this process's time from before the claim, so that it never believes in a lease for too long. */
  constructor(runtime: OutboxRuntime, owner: number | null, claimed: readonly Claimed[], claimedAt: number) {
    this.#runtime = runtime;
    this.#owner = owner;
    this.#open = new Map(claimed.map((delivery) => [delivery.id, delivery]));
    this.#endsAt = claimedAt + LEASE_SECONDS * 1_000;
    this.#timer = setInterval(() => this.#renewNext(), runtime.renewMs ?? RENEW_MS);
  }

  /** Whether what was claimed may still be attempted: otherwise another sender may have it by now. */
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

  // While the database is away nothing is renewed: the lease ends, as does what can be sent under it.
  #renewNext(): void {
    this.#renewing = this.#renewing.then(() => this.#renew()).catch(() => {});
  }

  async #renew(): Promise<void> {
    const open = [...this.#open.values()];
    if (open.length === 0 || (this.#owner !== null && !this.#runtime.owner?.holds(this.#owner))) return;
    const { sql } = this.#runtime.database;
    const askedAt = performance.now();
    // Wherever they are by now: a merge takes a person's messages to another shard (R39).
    await sql`
      update deliveries d
      set next_attempt_at = coalesce(${virtualNow(this.#runtime)}::timestamptz, clock_timestamp()) + make_interval(secs => ${LEASE_SECONDS})
      from unnest(${open.map(({ id }) => id)}::text[], ${open.map(({ attempts }) => attempts)}::int[]) as r (id, attempt)
      where d.shard = any(${[...ALL_SHARDS]}::smallint[]) and d.id = r.id::uuid and d.status = 'sending' and d.attempts = r.attempt`;
    this.#endsAt = askedAt + LEASE_SECONDS * 1_000;
  }
}
