import { type Database, onAdvanced } from "#db";
import { readNewlyOffered } from "#store/deliveries";

const TICK_MS = 250;
/** Content that other processes queued is looked for this far back; what is later is found by the watcher itself. */
const LOOK_BACK_S = 10;

type Ring = () => void;

/**
 * Rings those who wait for content of a person: at once if this process advanced the person, else within a quarter of a
 * second. One small query serves all who wait, however many there are.
 */
class OfferWatch {
  readonly #database: Database;
  readonly #rings = new Map<string, Set<Ring>>();
  #known = new Set<string>();
  #stop: (() => void) | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Returns a function that ends it. */
  add(personId: string, ring: Ring): () => void {
    const rings = this.#rings.get(personId) ?? new Set();
    this.#rings.set(personId, rings.add(ring));
    this.#stop ??= this.#start();
    return () => {
      rings.delete(ring);
      if (rings.size === 0 && this.#rings.get(personId) === rings) this.#rings.delete(personId);
      if (this.#rings.size > 0) return;
      this.#stop?.();
      this.#stop = null;
    };
  }

  #start(): () => void {
    const off = onAdvanced((people) => this.#ring(people));
    let stopped = false;
    let timer: NodeJS.Timeout | null = null;
    const next = () => {
      timer = setTimeout(() => {
        void this.#look().then(() => stopped || next());
      }, TICK_MS);
      timer.unref();
    };
    next();
    return () => {
      stopped = true;
      off();
      if (timer) clearTimeout(timer);
    };
  }

  async #look(): Promise<void> {
    try {
      const offered = await readNewlyOffered(this.#database.sql, LOOK_BACK_S);
      const fresh = offered.filter(({ id }) => !this.#known.has(id));
      this.#known = new Set(offered.map(({ id }) => id));
      this.#ring(fresh.map(({ personId }) => personId));
    } catch {
      // The database is away: those who wait read it themselves at their next turn, and report it.
    }
  }

  #ring(people: readonly string[]): void {
    for (const personId of people) for (const ring of this.#rings.get(personId) ?? []) ring();
  }
}

const watches = new WeakMap<Database, OfferWatch>();

/** The one watch of a database in this process. */
export function offerWatchOf(database: Database): OfferWatch {
  const watch = watches.get(database) ?? new OfferWatch(database);
  watches.set(database, watch);
  return watch;
}
