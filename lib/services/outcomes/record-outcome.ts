import { createHash } from "node:crypto";
import { keyShard, shardOf, wakeEngine } from "#db";
import type { Outcome } from "#engine";
import { type Context, requireRole } from "#services";
import { resolvePeople } from "#services/people";
import { appendSignals } from "#store/inbox";
import { insertMessageIds } from "#store/message-ids";
import { insertOfferCounts, type OfferDelta } from "#store/offer-counts";
import { insertOutcome } from "#store/outcomes";
import type { Owner } from "#store/sql";
import { findSubject, type Subject } from "./find-subject.ts";
import type { OutcomeAbout, OutcomeInput, RecordedOutcome } from "./schema.ts";

/** Records what a person did with an offer or a message. */
export async function recordOutcome(ctx: Context, input: OutcomeInput): Promise<RecordedOutcome> {
  requireRole(ctx, "editor");
  const { personId, userId, anonymousId, ...about } = input;
  const [id = ""] = await resolvePeople(ctx, [{ personId, userId, anonymousId }], "people");
  return recordOutcomeOf(ctx, id, about);
}

/** For how many days a message id is remembered, as long as those of events. */
const DEDUPE_DAYS = 2;

/**
 * The same for a person whom the caller has found and may act for, as the SDK's endpoints have. The row, the counters
 * and the signal to the person's enrollments are written in one transaction; a repeated message id changes nothing.
 */
export async function recordOutcomeOf(ctx: Context, personId: string, about: OutcomeAbout): Promise<RecordedOutcome> {
  const owner: Owner = { shard: shardOf(personId), workspaceId: ctx.workspaceId, personId };
  const subject = await findSubject(ctx, owner, about);
  const isNew = await ctx.database.sql.begin(async (sql) => {
    if (about.messageId !== undefined) {
      const fresh = await insertMessageIds(sql, [messageKey(ctx, about.messageId)], null, DEDUPE_DAYS);
      if (fresh.length === 0) return false;
    }
    const { offered, enrollmentId } = subject;
    await insertOutcome(sql, owner, {
      outcome: about.outcome,
      offerId: offered?.offerId ?? null,
      flowId: offered?.flowId ?? null,
      enrollmentId,
      journeyId: offered?.journeyId ?? null,
    });
    if (offered !== null) await insertOfferCounts(sql, [countOf(owner, offered, about.outcome)]);
    const { workspaceId } = owner;
    await appendSignals(sql, [{ workspaceId, personId, kind: "outcome", payload: signalOf(about.outcome, subject) }]);
    return true;
  });
  wakeEngine();
  const { offered, enrollmentId } = subject;
  return { status: isNew ? "accepted" : "duplicate", offerId: offered?.offerId ?? null, enrollmentId };
}

/** Hashed, so that an id with an address in it need not be erased with the person. */
function messageKey({ workspaceId }: Context, messageId: string) {
  const key = `outcome ${createHash("sha256").update(messageId).digest("hex")}`;
  return { shard: keyShard(`${workspaceId} ${key}`), workspaceId, messageId: key };
}

const COUNTED: Readonly<Record<Outcome, keyof OfferDelta>> = {
  impression: "impressions",
  click: "clicks",
  conversion: "conversions",
  dismiss: "dismissals",
};

function countOf(owner: Owner, { flowId, offerId }: NonNullable<Subject["offered"]>, outcome: Outcome): OfferDelta {
  const { shard, workspaceId } = owner;
  return { shard, workspaceId, flowId, offerId, [COUNTED[outcome]]: 1 };
}

function signalOf(outcome: Outcome, { offered, enrollmentId, visit }: Subject): Record<string, unknown> {
  return {
    outcome,
    ...(enrollmentId === null ? {} : { enrollmentId }),
    ...(offered === null ? {} : { offerId: offered.offerId }),
    ...(visit === null ? {} : { visit }),
  };
}
