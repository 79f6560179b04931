import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { newId } from "#db";
import { tidyGoal, tidySettings } from "#journey";
import {
  audit,
  type Context,
  Findings,
  freeKey,
  invalidField,
  lockNames,
  numberFor,
  requireRole,
  slugOf,
  type Transaction,
} from "#services";
import { schema } from "#store";
import { readCanvas } from "./canvas.ts";
import { findAudience, requireSite } from "./find-audience.ts";
import type { NewJourney } from "./input.ts";
import type { PlacedProblem } from "./placed-problem.ts";
import { savedJourney } from "./problems.ts";
import type { JourneyDetail } from "./schema.ts";

const { journeys } = schema;

/** A new draft, with nodes and edges if given. */
export async function createJourney(
  ctx: Context,
  input: NewJourney,
): Promise<{ data: JourneyDetail; warnings: PlacedProblem[] }> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction(async (tx) => {
    const findings = new Findings();
    const canvas = await findings.of(() => readCanvas({ nodes: input.nodes ?? [], edges: input.edges ?? [] }));
    await findings.of(() => requireSite(ctx, tx, input.siteId));
    const audienceId = await findings.of(() => findAudience(ctx, tx, input.audienceId ?? null));
    const key = await findings.of(() => keyFor(ctx, tx, input));
    const number = await findings.of(() => numberFor(ctx, tx, "journeys", input.number));
    findings.throwIfAny();
    if (canvas === undefined || key === undefined || number === undefined)
      throw new Error("a finding that was not reported");
    const [created] = await tx
      .insert(journeys)
      .values({
        id: newId(),
        workspaceId: ctx.workspaceId,
        number,
        shortId: shortId(),
        key,
        siteId: input.siteId,
        name: input.name,
        description: input.description ?? null,
        canvas,
        settings: tidySettings(input.settings ?? {}),
        goalConfig: input.goalConfig ? tidyGoal(input.goalConfig) : null,
        audienceId,
        allowAnonymous: input.allowAnonymous ?? false,
      })
      .returning();
    if (!created) throw new Error("the insert returned nothing");
    await audit(tx, ctx, "journey.create", created.id, { name: created.name });
    return created;
  });
  return savedJourney(ctx, row);
}

async function keyFor(ctx: Context, tx: Transaction, input: NewJourney): Promise<string> {
  await lockNames(ctx, tx, "journey");
  const rows = await tx.select({ key: journeys.key }).from(journeys).where(eq(journeys.workspaceId, ctx.workspaceId));
  const taken = new Set(rows.map((row) => row.key));
  if (input.key === undefined) return freeKey(slugOf(input.name, "journey"), taken);
  if (taken.has(input.key)) throw invalidField(["key"], `The key ${input.key} is taken`);
  return input.key;
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** `jrn_` and 60 random bits. */
function shortId(): string {
  return `jrn_${Array.from({ length: 12 }, () => ALPHABET[randomInt(32)]).join("")}`;
}
