import type { TransactionSql } from "#db";
import { SENDING_SERVICES } from "#providers";
import {
  type EngineRecord,
  hold,
  type KnownEngine,
  lockLife,
  readEngineRecord,
  recordHeartbeat,
  release,
} from "#store/engine-life";
import { shiftJourneys } from "#store/journeys";
import { isAnythingWaiting } from "#store/positions";
import { hasProvider } from "#store/providers";
import { DAY_MS } from "#times";
import { raiseAlerts } from "../alerts/index.ts";
import type { Runtime } from "../runtime.ts";

/** How to treat what fell due during a downtime; `ask` holds everything until an operator answers. */
export type AfterGap = "ask" | "fire" | "shift" | "drop";

export type DowntimeOptions = {
  readonly afterGap: AfterGap;
  /** Whether messages reach real people. If not, there is nothing to ask about. */
  readonly realSender: boolean;
};

const HEARTBEAT_MS = 30_000;
const LONG_AWAY_MS = DAY_MS;

/**
 * Records the heartbeat of this engine and returns whether engines may work. They may not while an operator is asked
 * what to do after a move of the database or after more than a day of downtime (R44). One engine at a time decides.
 */
export async function checkDowntime(runtime: Runtime, options: DowntimeOptions): Promise<boolean> {
  const { sql } = runtime.database;
  const seen = await readEngineRecord(sql);
  if (isOrdinary(seen)) {
    if (seen.now - (seen.known?.lastSeenAt ?? 0) > HEARTBEAT_MS) await recordHeartbeat(sql, seen);
    return true;
  }
  return await sql.begin(async (tx) => {
    await lockLife(tx);
    const record = await readEngineRecord(tx);
    if (record.known === null || isOrdinary(record)) {
      await recordHeartbeat(tx, record);
      return true;
    }
    return record.known.heldAt === null
      ? await judgeDowntime(runtime, tx, record, record.known, options)
      : await carryOut(tx, record, record.known, record.known.answer);
  });
}

const isOrdinary = ({ system, now, known }: EngineRecord): boolean =>
  known !== null && known.heldAt === null && known.system === system && now - known.lastSeenAt <= LONG_AWAY_MS;

async function judgeDowntime(
  runtime: Runtime,
  sql: TransactionSql,
  record: EngineRecord,
  known: KnownEngine,
  { afterGap, realSender }: DowntimeOptions,
): Promise<boolean> {
  const moved = known.system !== record.system;
  // A copied database could send messages at any next signal, so any waiting work matters. After a downtime only what
  // is already due matters.
  const reaches = realSender || (await hasProvider(sql, SENDING_SERVICES));
  const concerns = reaches && (await isAnythingWaiting(sql, moved ? null : record.now));
  if (!concerns) {
    await recordHeartbeat(sql, record);
    return true;
  }
  await hold(sql, record, moved ? "moved" : "away");
  if (afterGap !== "ask") return await carryOut(sql, record, { ...known, awaySince: known.lastSeenAt }, afterGap);
  const text = askingText(moved, known.lastSeenAt);
  runtime.report(text, record);
  await raiseAlerts(sql, [{ code: "after_gap", workspaceId: null, journeyId: null, at: record.now, text }]);
  return false;
}

/** `fire` runs everything due at once, `shift` moves it by the downtime, `drop` skips the messages of the downtime. */
async function carryOut(
  sql: TransactionSql,
  { now }: EngineRecord,
  { heldAt, awaySince, lastSeenAt }: KnownEngine,
  answer: KnownEngine["answer"],
): Promise<boolean> {
  if (answer === null) return false;
  if (answer === "shift") await shiftJourneys(sql, awaySince ?? lastSeenAt, now);
  await release(sql, now, answer === "drop" ? (heldAt ?? now) : null);
  return true;
}

function askingText(moved: boolean, since: number): string {
  const at = new Date(since).toISOString().slice(0, 16).replace("T", " ");
  const why = moved
    ? `This database was restored or moved; an engine last worked on it at ${at} UTC.`
    : `No engine has run since ${at} UTC.`;
  return `${why} Nothing is sent until you decide what happens to overdue steps: fire, shift or drop.`;
}
