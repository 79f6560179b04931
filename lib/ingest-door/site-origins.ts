import type { Database } from "#db";

const FRESH_MS = 5_000;

/** Which web origins may call, as the sites say; read from the database at most every five seconds. */
export class SiteOrigins {
  readonly #database: Database;
  #bySite = new Map<string, ReadonlySet<string>>();
  #all: ReadonlySet<string> = new Set();
  #loadedAt = Number.NEGATIVE_INFINITY;
  #loading: Promise<void> | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  async ofSite(siteId: string): Promise<ReadonlySet<string>> {
    await this.#refresh();
    return this.#bySite.get(siteId) ?? new Set();
  }

  /** Whether any site lists the origin: a preflight has no key, so nothing else can be checked. */
  async isKnown(origin: string): Promise<boolean> {
    // Without the database the last known origins are used, so that a page can read the 503.
    await this.#refresh().catch(() => {});
    return this.#all.has(origin);
  }

  async #refresh(): Promise<void> {
    if (performance.now() - this.#loadedAt < FRESH_MS) return;
    this.#loading ??= this.#load().finally(() => {
      this.#loading = null;
    });
    await this.#loading;
  }

  async #load(): Promise<void> {
    const rows = await this.#database.sql<
      { id: string; origins: string[] }[]
    >`select id, origins from sites where origins <> '{}'`;
    this.#bySite = new Map(rows.map((row) => [row.id, new Set(row.origins.map(normalise))]));
    this.#all = new Set(rows.flatMap((row) => row.origins.map(normalise)));
    this.#loadedAt = performance.now();
  }
}

function normalise(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).origin : origin;
}
