import { randomInt } from "node:crypto";
import { newId } from "#db";
import { type Canvas, tidyGoal, tidySettings } from "#journey";
import {
  audit,
  type Context,
  Findings,
  lockNames,
  numberFor,
  requireRole,
  slugOf,
  type Transaction,
  takeKey,
} from "#services";
import { insertJourneyRow, type JourneyChange, type JourneyRow, readJourneyNames } from "#store/journeys";
import { readCanvas } from "./canvas.ts";
import { findAudience, requireSite } from "./find-audience.ts";
import type { NewJourney } from "./input.ts";
import type { PlacedProblem } from "./placed-problem.ts";
import { savedJourney } from "./problems.ts";
import type { JourneyDetail } from "./schema.ts";

/** What a surface keeps beside the draft. */
type Extra = Pick<JourneyChange, "place" | "truth" | "sourceFile">;

/** A new draft, with nodes and edges if given. */
export async function createJourney(
  ctx: Context,
  input: NewJourney,
  extra: Extra = {},
): Promise<{ data: JourneyDetail; warnings: PlacedProblem[] }> {
  requireRole(ctx, "editor");
  const row = await ctx.database.orm.transaction((tx) => createJourneyIn(ctx, tx, input, extra));
  return savedJourney(ctx, row);
}

/** The same in the caller's transaction, with what a surface keeps beside the draft. */
export async function createJourneyIn(
  ctx: Context,
  tx: Transaction,
  input: NewJourney,
  extra: Extra = {},
): Promise<JourneyRow> {
  const findings = new Findings();
  const canvas = await findings.of(() =>
    readCanvas({ nodes: input.nodes ?? [], edges: input.edges ?? [], annotations: input.annotations }),
  );
  await findings.of(() => requireSite(ctx, tx, input.siteId));
  const audienceId = await findings.of(() => findAudience(ctx, tx, input.audienceId ?? null));
  const key = await findings.of(() => keyFor(ctx, tx, input));
  const number = await findings.of(() => numberFor(ctx, tx, "journeys", input.number));
  findings.throwIfAny();
  if (canvas === undefined || key === undefined || number === undefined || audienceId === undefined)
    throw new Error("a finding that was not reported");
  return insertRow(ctx, tx, { ...input, ...extra, key, number, canvas, audienceId });
}

type Drawn = Omit<NewJourney, "nodes" | "edges" | "annotations" | "audienceId"> & { readonly canvas: Canvas };

/** A new draft of a canvas that is complete, in the caller's transaction. */
export async function insertJourney(ctx: Context, tx: Transaction, input: Drawn): Promise<JourneyRow> {
  const key = await keyFor(ctx, tx, input);
  const number = await numberFor(ctx, tx, "journeys", input.number);
  return insertRow(ctx, tx, { ...input, key, number, audienceId: null });
}

type Named = Drawn & { readonly key: string; readonly number: number; readonly audienceId: string | null } & Extra;

async function insertRow(ctx: Context, tx: Transaction, input: Named): Promise<JourneyRow> {
  const { key, number, siteId, name, canvas, audienceId, place, truth, sourceFile } = input;
  const created = await insertJourneyRow(tx, {
    id: newId(),
    workspaceId: ctx.workspaceId,
    number,
    shortId: shortId(),
    key,
    siteId,
    name,
    description: input.description ?? null,
    canvas,
    settings: tidySettings(input.settings ?? {}),
    goalConfig: input.goalConfig ? tidyGoal(input.goalConfig) : null,
    audienceId,
    allowAnonymous: input.allowAnonymous ?? false,
    ...(place === undefined ? {} : { place }),
    ...(truth === undefined ? {} : { truth }),
    ...(sourceFile === undefined ? {} : { sourceFile }),
  });
  await audit(tx, ctx, "journey.create", created.id, { name: created.name });
  return created;
}

async function keyFor(ctx: Context, tx: Transaction, input: Pick<NewJourney, "key" | "name">): Promise<string> {
  await lockNames(ctx, tx, "journey");
  const taken = new Set((await readJourneyNames(tx, ctx.workspaceId)).map((row) => row.key));
  return takeKey(input.key, slugOf(input.name, "journey"), taken);
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** `jrn_` and 60 random bits. */
function shortId(): string {
  return `jrn_${Array.from({ length: 12 }, () => ALPHABET[randomInt(32)]).join("")}`;
}
