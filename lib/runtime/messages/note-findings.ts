import type { Database } from "#db";
import { type RefusedRow, upsertRefusedMessages } from "#store/refused-messages";
import { HOUR_MS, MINUTE_MS } from "#times";
import { countedField, type MessageFinding } from "./finding.ts";
import { sampleOf } from "./sample.ts";

/** Messages kept unchanged per reason, field and hour. */
const SAMPLES = 3;
const COUNTS_MS = MINUTE_MS;

type Pending = {
  received: Map<string, number>;
  rows: Map<string, RefusedRow>;
  /**
   * How many samples this process has taken in `hour`; beyond the limit messages are not even serialised, which bounds
   * the cost of a flood.
   */
  readonly sampled: Map<string, number>;
  hour: number;
  timer: NodeJS.Timeout | null;
  running: Promise<void>;
  next: Promise<void> | null;
};

const pending = new WeakMap<Database, Pending>();

/** Counts received messages, accepted or not. Written in the background within a minute. */
export function countMessages(database: Database, workspaceId: string, count: number): void {
  const own = pendingOf(database);
  own.received.set(workspaceId, (own.received.get(workspaceId) ?? 0) + count);
  own.timer ??= setTimeout(() => {
    own.timer = null;
    flush(database, own).catch(() => {});
  }, COUNTS_MS).unref();
}

/**
 * Stores refused and changed messages by reason, field and hour. Resolves once they are stored. Findings that arrive
 * during a write are written together by the next one.
 */
export async function noteFindings(database: Database, findings: readonly MessageFinding[]): Promise<void> {
  const own = pendingOf(database);
  for (const finding of findings) add(own, finding);
  await flush(database, own);
}

/** Writes what is pending. */
export async function flushMessageCounts(database: Database): Promise<void> {
  const own = pending.get(database);
  if (own) await flush(database, own);
}

function pendingOf(database: Database): Pending {
  let own = pending.get(database);
  if (!own) {
    const maps = { received: new Map(), rows: new Map(), sampled: new Map() };
    own = { ...maps, hour: 0, timer: null, running: Promise.resolve(), next: null };
    pending.set(database, own);
  }
  return own;
}

function add(own: Pending, finding: MessageFinding): void {
  const { workspaceId, reason } = finding;
  const field = countedField(finding);
  const key = `${workspaceId} ${reason} ${field}`;
  const hour = Math.floor(Date.now() / HOUR_MS);
  if (own.hour !== hour) own.sampled.clear();
  own.hour = hour;
  const row = own.rows.get(key) ?? { workspaceId, reason, field, count: 0, samples: [] };
  row.count++;
  own.rows.set(key, row);
  const taken = own.sampled.get(key) ?? 0;
  if (taken >= SAMPLES) return;
  own.sampled.set(key, taken + 1);
  row.samples.push(sampleOf(finding));
}

function flush(database: Database, own: Pending): Promise<void> {
  own.next ??= own.running.then(() => {
    own.next = null;
    const written = write(database, own);
    own.running = written.catch(() => {});
    return written;
  });
  return own.next;
}

async function write(database: Database, own: Pending): Promise<void> {
  const { received, rows } = own;
  if (own.timer) clearTimeout(own.timer);
  own.timer = null;
  own.received = new Map();
  own.rows = new Map();
  if (received.size + rows.size === 0) return;
  try {
    await database.sql.begin((sql) => upsertRefusedMessages(sql, [...rows.values()], received, SAMPLES));
  } catch (error) {
    // There are only as many rows as reasons and fields, so keeping them in memory until the database answers again is
    // cheap.
    putBack(own, received, rows);
    throw error;
  }
}

function putBack(own: Pending, received: Pending["received"], rows: Pending["rows"]): void {
  for (const [id, count] of received) own.received.set(id, (own.received.get(id) ?? 0) + count);
  for (const [key, row] of rows) {
    const later = own.rows.get(key);
    const samples = [...row.samples, ...(later?.samples ?? [])].slice(0, SAMPLES);
    own.rows.set(key, { ...row, count: row.count + (later?.count ?? 0), samples });
  }
}
