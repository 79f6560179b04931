import type { TransactionSql } from "#db";
import { raiseAlerts } from "../alerts/index.ts";
import type { Runtime } from "../runtime.ts";
import { isAnythingWaiting } from "../sql/is-anything-due.ts";
import { type KnownLife, type Life, readLife } from "../sql/read-life.ts";
import { shiftJourneys } from "../sql/shift-journeys.ts";
import { beSeen, hold, release } from "../sql/write-life.ts";

/** What to do with what fell due while no engine ran; `ask` holds everything until somebody answers. */
export type AfterGap = "ask" | "fire" | "shift" | "drop";

export type LifeOptions = {
  readonly afterGap: AfterGap;
  /** Whether messages reach people: without that there is nothing to ask about. */
  readonly realSender: boolean;
};

const HEARTBEAT_MS = 30_000;
const LONG_AWAY_MS = 24 * 3_600_000;

/**
 * Says that this engine is there, and answers whether engines may work: not while somebody is asked what to do after a
 * move of the database or more than a day without an engine (R44). One engine at a time decides.
 */
export async function live(runtime: Runtime, options: LifeOptions): Promise<boolean> {
  const { sql } = runtime.database;
  const seen = await readLife(sql);
  if (isOrdinary(seen)) {
    if (seen.now - (seen.known?.lastSeenAt ?? 0) > HEARTBEAT_MS) await beSeen(sql, seen);
    return true;
  }
  return await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('sojourn.life'))`;
    const life = await readLife(tx);
    if (life.known === null || isOrdinary(life)) {
      await beSeen(tx, life);
      return true;
    }
    return life.known.heldAt === null
      ? await judgeGap(runtime, tx, life, life.known, options)
      : await carryOut(tx, life, life.known, life.known.answer);
  });
}

const isOrdinary = ({ system, now, known }: Life): boolean =>
  known !== null && known.heldAt === null && known.system === system && now - known.lastSeenAt <= LONG_AWAY_MS;

async function judgeGap(
  runtime: Runtime,
  sql: TransactionSql,
  life: Life,
  known: KnownLife,
  { afterGap, realSender }: LifeOptions,
): Promise<boolean> {
  const moved = known.system !== life.system;
  // A copy of a database mails people by whatever happens next; an engine that was away only by what fell due.
  const concerns = realSender && (await isAnythingWaiting(sql, moved ? null : life.now));
  if (!concerns) {
    await beSeen(sql, life);
    return true;
  }
  await hold(sql, life, moved ? "moved" : "away");
  if (afterGap !== "ask") return await carryOut(sql, life, { ...known, awaySince: known.lastSeenAt }, afterGap);
  const text = askingText(moved, known.lastSeenAt);
  runtime.report(text, life);
  await raiseAlerts(sql, [{ code: "after_gap", workspaceId: null, journeyId: null, at: life.now, text }]);
  return false;
}

/** `fire` lets everything due go at once, `shift` moves it by the gap, `drop` skips the messages of the gap. */
async function carryOut(
  sql: TransactionSql,
  { now }: Life,
  { heldAt, awaySince, lastSeenAt }: KnownLife,
  answer: KnownLife["answer"],
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
  return `${why} Nothing is sent until you say what becomes of what fell due: fire, shift or drop.`;
}
