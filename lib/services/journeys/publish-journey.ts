import { eq, sql } from "drizzle-orm";
import { newId, schema } from "#db";
import { blocksPublishing, compile } from "#engine";
import type { JourneyDocument, Problem } from "#journey";
import { type Context, conflict, invalid, type Transaction } from "#services";
import { recomputeInterest } from "#services/configuration";
import { queueAudience } from "./audience.ts";
import { loadCatalog, pinContent } from "./catalog.ts";
import { draftOf } from "./document.ts";
import type { JourneyRow } from "./find-journey.ts";
import { databaseNow, type JourneyChange, moveJourney } from "./move-journey.ts";
import { problemError } from "./problem-error.ts";
import { documentProblems } from "./problems.ts";
import { resumedChange } from "./resume-journey.ts";
import type { JourneyDetail } from "./schema.ts";

/** Publishes the draft as a new version; from PAUSED it resumes, with a new version only if the draft differs. */
export async function publishJourney(
  ctx: Context,
  reference: string,
): Promise<{ data: JourneyDetail; warnings: Problem[] }> {
  let warnings: Problem[] = [];
  const data = await moveJourney(ctx, reference, {
    verb: "publish",
    from: ["draft", "published", "paused"],
    change: async (tx, row) => {
      const differs = row.revision !== row.publishedRevision;
      if (row.status === "published" && !differs) throw unchanged();
      const resumed = row.status === "paused" ? await resumedChange(ctx, tx, row, "published") : {};
      if (row.status === "paused" && !differs) return resumed;
      const { document, problems } = await runnable(ctx, tx, row);
      warnings = problems;
      return { status: "published", ...(await freeze(ctx, tx, row, document)), ...resumed };
    },
    after: async (tx, row) => {
      await recomputeInterest(ctx, tx);
      await queueAudience(ctx, tx, row);
    },
  });
  return { data, warnings };
}

async function runnable(
  ctx: Context,
  tx: Transaction,
  row: JourneyRow,
): Promise<{ document: JourneyDocument; problems: Problem[] }> {
  const catalog = await loadCatalog(ctx, tx);
  const problems = await documentProblems(tx, draftOf(row), catalog);
  if (blocksPublishing(problems)) {
    const errors = problems.filter((problem) => problem.severity === "error");
    throw invalid(
      "This journey cannot be published yet.",
      errors.map((problem) => problemError(problem, row.canvas)),
    );
  }
  return { document: pinContent(draftOf(row), catalog), problems };
}

async function freeze(
  ctx: Context,
  tx: Transaction,
  row: JourneyRow,
  document: JourneyDocument,
): Promise<JourneyChange> {
  const { versions } = schema;
  const id = newId();
  const program = compile(document, { versionId: id, journeyId: row.id });
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${versions.number}), 0)::int` })
    .from(versions)
    .where(eq(versions.journeyId, row.id));
  await tx.insert(versions).values({
    id,
    workspaceId: ctx.workspaceId,
    journeyId: row.id,
    number: (last?.number ?? 0) + 1,
    document,
    program,
    programFormat: program.format,
    hash: program.hash,
    publishedBy: `${ctx.actor.kind}:${ctx.actor.id}`,
  });
  return { publishedVersionId: id, publishedRevision: row.revision, publishedAt: await databaseNow(tx) };
}

const unchanged = () =>
  conflict("This journey is published already and its draft has no changes.", { currentStatus: "PUBLISHED" });
