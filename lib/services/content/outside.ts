import { type Context, conflict, type Transaction } from "#services";

/** Something slow that depends on nothing but `input`, which is compared by its JSON. */
export type Slow<Value> = {
  readonly input: unknown;
  readonly make: () => Promise<Value>;
  /** What the rest of the transaction may go on with meanwhile; without it the transaction ends at once. */
  readonly meanwhile?: Value;
};

/** A context whose transaction gets slow results, such as compiled mails, from outside of it. */
export type WithOutside = Context & { readonly outside: Outside };

/** Ends a transaction that needs results which were not made yet. */
class NotMade extends Error {}

export class Outside {
  readonly #made = new Map<string, unknown>();
  readonly #missing = new Map<string, () => Promise<unknown>>();

  take<Value>({ input, make, meanwhile }: Slow<Value>): Value {
    const key = JSON.stringify(input);
    if (this.#made.has(key)) return this.#made.get(key) as Value;
    this.#missing.set(key, make);
    if (meanwhile !== undefined) return meanwhile;
    throw new NotMade();
  }

  /** Whether something was missing, which is made now. */
  async makeMissing(): Promise<boolean> {
    const missing = [...this.#missing];
    this.#missing.clear();
    await Promise.all(missing.map(async ([key, make]) => this.#made.set(key, await make())));
    return missing.length > 0;
  }

  requireAll(): void {
    if (this.#missing.size > 0) throw new NotMade();
  }
}

/** A snippet in a layout in mails needs three; more means that others change the same parts all the time. */
const MOST_RUNS = 8;

/**
 * A transaction that never waits for a compiler, which may take seconds while rows are locked. It asks for what it needs;
 * if something was not made yet it is rolled back, that is made while no transaction is open, and it runs again from the
 * start. Results go by their input, so they fit whatever the next run reads.
 */
export async function withOutside<Value>(
  ctx: Context,
  work: (inside: WithOutside, tx: Transaction) => Promise<Value>,
): Promise<Value> {
  const outside = new Outside();
  for (let run = 1; run <= MOST_RUNS; run++) {
    try {
      return await ctx.database.orm.transaction(async (tx) => {
        const value = await work({ ...ctx, outside }, tx);
        outside.requireAll();
        return value;
      });
    } catch (error) {
      // Whatever a run says that went on with what is not the result yet, the next one says better.
      if (!(await outside.makeMissing())) throw error;
    }
  }
  throw conflict("Others are changing the snippets or layouts that this uses. Try again in a moment.");
}
