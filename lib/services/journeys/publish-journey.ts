import type { Pins } from "#engine";
import type { JourneyDocument } from "#journey";
import { type Context, conflict, requireRole, type Transaction } from "#services";
import { awaitOperation, getOperation, type Operation } from "#services/operations";
import { recomputeInterest } from "#store/event-interest";
import { setCounted } from "#store/journeys";
import { readGoal, readVersion } from "#store/versions";
import { queueAudience } from "./audience.ts";
import { type Check, checkAhead, checkKnown } from "./check-ahead.ts";
import { draftOf } from "./document.ts";
import { findJourney, type JourneyRow } from "./find-journey.ts";
import type { PublishInput } from "./migration/input.ts";
import { queueMigration } from "./migration/queue-migration.ts";
import { databaseNow, type JourneyChange, moveJourney, moveJourneyIn } from "./move-journey.ts";
import type { PlacedProblem } from "./placed-problem.ts";
import { queuePresent } from "./present.ts";
import { queueRecount } from "./recount-journey.ts";
import { requireRevision } from "./require-revision.ts";
import { handBack } from "./resume-journey.ts";
import type { JourneyDetail } from "./schema.ts";
import { requireEditable } from "./source/require-editable.ts";
import { freezeVersion, requireRunnable } from "./versions/freeze-version.ts";

export type Published = {
  data: JourneyDetail;
  warnings: PlacedProblem[];
  operation: Operation | null;
  present: Operation[];
};

/** The document to publish, and the change of the draft; null = the current version. */
export type Source = (tx: Transaction | Context["database"]["orm"], row: JourneyRow) => Promise<Fresh | null>;

/** `pins`: the pinned names of an older version. */
type Fresh = { readonly document: JourneyDocument; readonly draft: JourneyChange; readonly pins?: Pins | null };

/**
 * Publishes the draft as a new version; from PAUSED it resumes, with a new version only if the draft differs. With a
 * migration, people on older versions are moved by its plan; without one they stay (R35).
 */
export function publishJourney(
  ctx: Context,
  reference: string,
  input?: PublishInput,
  ifMatch: number | null = null,
  also?: Asked["also"],
): Promise<Published> {
  return publishFrom(ctx, reference, { ...input, verb: "publish", ifMatch, also }, async (_tx, row) => {
    const differs = row.revision !== row.publishedRevision;
    return differs || row.status === "draft" ? { document: draftOf(row), draft: {} } : null;
  });
}

export type Asked = NonNullable<PublishInput> & {
  readonly verb: "publish" | "rollback";
  readonly ifMatch: number | null;
  /** What is written with it or not at all. */
  readonly also?: ((tx: Transaction) => Promise<void>) | undefined;
};

/** The same for any document. People are moved before their pause ends, so that they continue on the new version. */
export async function publishFrom(ctx: Context, reference: string, asked: Asked, source: Source): Promise<Published> {
  requireRole(ctx, "editor");
  const { verb, migration } = asked;
  const { orm } = ctx.database;
  const seen = await findJourney(ctx, reference);
  await requireAsked(ctx, orm, seen, asked);
  const ahead = await source(orm, seen);
  const check = ahead ? await checkAhead(ctx, ahead.document) : checkKnown;
  let warnings: PlacedProblem[] = [];
  let operationId: string | null = null;
  let entering: string[] = [];
  let before: JourneyRow | null = null;
  const data = await moveJourney(ctx, reference, {
    move: "publish",
    verb,
    change: async (tx, row) => {
      before = row;
      await requireAsked(ctx, tx, row, asked);
      const fresh = await source(tx, row);
      if (fresh && Object.keys(fresh.draft).length > 0) requireEditable(ctx, row);
      if (!fresh && row.status === "published" && !migration && !asked.includePresent) throw unchanged();
      const target = fresh ? await freeze(ctx, tx, row, fresh, check) : await currentVersion(tx, row);
      warnings = target.warnings;
      operationId = await queueMigration(ctx, tx, row, target, migration);
      if (!fresh && row.status === "published" && !operationId && !asked.includePresent) throw unchanged();
      const rate = migration?.perMinute === undefined ? {} : { perMinute: migration.perMinute };
      return { ...target.change, ...(await handBack(ctx, tx, row, rate)) };
    },
    after: async (tx, row) => {
      await recomputeInterest(tx, ctx.workspaceId);
      await queueAudience(ctx, tx, row);
      if (asked.includePresent) entering = await queuePresent(ctx, tx, row);
      await recountNewGoal(ctx, tx, before, row);
      await asked.also?.(tx);
    },
  });
  const follow = migration?.perMinute === undefined ? awaitOperation : getOperation;
  const present: Operation[] = [];
  for (const id of entering) present.push(await awaitOperation(ctx, id));
  return { data, warnings, operation: operationId ? await follow(ctx, operationId) : null, present };
}

/**
 * Publishes a journey in the transaction that created it, so that there are both or neither. `check`: what was checked
 * before the transaction.
 */
export async function publishNewIn(ctx: Context, tx: Transaction, { id }: JourneyRow, check: Check): Promise<void> {
  await moveJourneyIn(ctx, tx, id, {
    move: "publish",
    change: async (_tx, row) => (await freeze(ctx, tx, row, { document: draftOf(row), draft: {} }, check)).change,
    after: async (_tx, row) => {
      await recomputeInterest(tx, ctx.workspaceId);
      await queueAudience(ctx, tx, row);
      await recountNewGoal(ctx, tx, null, row);
    },
  });
}

/** The expected revision may be in the header, in the body, or in both. */
async function requireAsked(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  row: JourneyRow,
  { ifMatch, revision }: Asked,
): Promise<void> {
  for (const meant of [ifMatch, revision ?? null]) await requireRevision(ctx, tx, row, meant);
}

type Target = {
  readonly versionId: string;
  readonly document: JourneyDocument;
  readonly warnings: PlacedProblem[];
  readonly change: JourneyChange;
};

async function freeze(
  ctx: Context,
  tx: Transaction,
  row: JourneyRow,
  { document: given, draft, pins = null }: Fresh,
  check: Check,
): Promise<Target> {
  const { document, warnings } = await requireRunnable(ctx, tx, row, given, check);
  const versionId = await freezeVersion(ctx, tx, row.id, document, pins);
  const publishedRevision = draft.revision ?? row.revision;
  const change = { ...draft, publishedVersionId: versionId, publishedRevision, publishedAt: await databaseNow(tx) };
  return { versionId, document, warnings, change };
}

async function currentVersion(tx: Transaction, row: JourneyRow): Promise<Target> {
  const version = await readVersion(tx, { id: row.publishedVersionId ?? "" });
  if (!version) throw new Error("a published journey without a version");
  return { versionId: version.id, document: version.document, warnings: [], change: {} };
}

/**
 * If the new goal differs in meaning from the last one, all current and past enrollments are recounted; until then the
 * conversions of the last goal are shown (R52).
 */
async function recountNewGoal(
  ctx: Context,
  tx: Transaction,
  before: JourneyRow | null,
  row: JourneyRow,
): Promise<void> {
  if (before?.publishedVersionId === row.publishedVersionId) return;
  const present = await readGoal(tx, row.publishedVersionId ?? "");
  if (!present || present.revision === row.countedRevision) return;
  if (before?.publishedVersionId && present.goal !== null) await queueRecount(ctx, tx, row);
  else await setCounted(tx, row.id, present.revision);
}

const unchanged = () =>
  conflict("This journey is published already and its draft has no changes.", { currentStatus: "PUBLISHED" });
