import type { Database } from "#db";
import { upsertProperties } from "#store/property-catalog";
import type { TraitChange } from "./check-trait-sizes.ts";
import { MOST_VALUES, SeenFields } from "./seen-fields.ts";

const FLUSH_MS = 10_000;
/** A field that is nothing new is written this often. */
const REFRESH_MS = 5 * 60_000;
/** Looked at between two flushes: of each event, and of all together. */
const MOST_OF_ONE = 20;
const MOST = 1_000;
const MOST_FIELDS = 200;

type Noted = { readonly workspaceId: string; readonly event: string; readonly person: string; readonly record: object };
type Sampler = {
  /** How many of each event, and of traits, were noted since the last flush. */
  readonly counts: Map<string, number>;
  noted: Noted[];
  readonly seen: SeenFields;
  timer: NodeJS.Timeout | null;
};

const samplers = new WeakMap<Database, Sampler>();

type Event = {
  readonly workspaceId: string;
  readonly name: string;
  readonly personId: string;
  readonly properties: object;
};

/**
 * Keeps a few of the events and changes of traits, to learn from them in the background which properties there are. The
 * door's own time is a look-up for each event.
 */
export function noteProperties(
  database: Database,
  events: readonly Event[],
  changes: readonly Pick<TraitChange, "item" | "key" | "traits">[],
): void {
  if (events.length + changes.length === 0) return;
  const own = samplerOf(database);
  for (const { workspaceId, name, personId, properties } of events)
    note(own, { workspaceId, event: name, person: personId, record: properties });
  for (const { item, key, traits } of changes)
    note(own, { workspaceId: item.workspaceId, event: "", person: key, record: traits });
  if (own.noted.length === 0) return;
  // A failed flush is not retried, because the fields appear again with the next events.
  own.timer ??= setTimeout(() => {
    flushPropertyCatalog(database).catch(() => {});
  }, FLUSH_MS).unref();
}

function samplerOf(database: Database): Sampler {
  let own = samplers.get(database);
  if (own === undefined) {
    own = { counts: new Map(), noted: [], seen: new SeenFields(), timer: null };
    samplers.set(database, own);
  }
  return own;
}

function note(own: Sampler, noted: Noted): void {
  if (own.noted.length >= MOST) return;
  const key = `${noted.workspaceId} ${noted.event}`;
  const count = own.counts.get(key) ?? 0;
  if (count >= MOST_OF_ONE) return;
  own.counts.set(key, count + 1);
  own.noted.push(noted);
}

/** Learns from what was kept since the last flush, and writes what is new. */
export async function flushPropertyCatalog(database: Database): Promise<void> {
  const own = samplers.get(database);
  if (own === undefined) return;
  if (own.timer) clearTimeout(own.timer);
  own.timer = null;
  const { noted } = own;
  own.noted = [];
  own.counts.clear();
  for (const { workspaceId, event, person, record } of noted)
    own.seen.learn({ workspaceId, event }, person, record as Record<string, unknown>);
  const rows = own.seen.take(Date.now(), REFRESH_MS);
  if (rows.length > 0) await upsertProperties(database.sql, rows, { fields: MOST_FIELDS, values: MOST_VALUES });
}
