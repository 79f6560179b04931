import { newId, shardOf } from "#db";
import {
  audit,
  type Context,
  Findings,
  invalidField,
  lockNames,
  numberFor,
  requireRole,
  slugOf,
  type Transaction,
  takeKey,
} from "#services";
import { insertAssignedCampaign } from "#store/assigned-campaigns";
import { insertCampaignRow, readCampaignNames } from "#store/campaigns";
import { raiseEngineRevision } from "#store/engine-config";
import { findCampaign, viewFound } from "./find-campaign.ts";
import { moveCampaign } from "./move-campaign.ts";
import { contentIdOf, personIdOf, segmentIdOf, templateOf } from "./references.ts";
import type { Campaign, NewCampaign } from "./schema.ts";
import { sendContentByJourney } from "./send-content.ts";

/** A new campaign; with the status `active` it starts at once. */
export async function createCampaign(ctx: Context, input: NewCampaign): Promise<Campaign> {
  requireRole(ctx, "editor");
  const findings = new Findings();
  const own = await findings.of(() => contentIdOf(ctx, input.contentId));
  const segmentId = await findings.of(() => segmentIdOf(ctx, input.segmentId));
  const template = await findings.of(() => templateOf(ctx, input.templateId));
  const personId = await findings.of(() => (input.personId ? personIdOf(ctx, input.personId) : null));
  if (input.key !== undefined) await findings.of(() => requireFreeKey(ctx, ctx.database.orm, input.key ?? ""));
  findings.throwIfAny();
  const contentId = own ?? template?.contentId ?? null;
  if (contentId !== null) await sendContentByJourney(ctx, contentId);
  const refs = { contentId, segmentId: segmentId ?? null, templateId: template?.id ?? null };
  const id = personId
    ? await assign(ctx, input, { ...refs, personId })
    : await ctx.database.orm.transaction((tx) => insertCampaign(ctx, tx, input, refs));
  const wanted = input.status === "active" ? "start" : input.status === "ended" ? "end" : null;
  return wanted === null ? viewFound(await findCampaign(ctx, id)) : moveCampaign(ctx, id, wanted);
}

type References = { readonly contentId: string | null; readonly segmentId: string | null };

async function insertCampaign(
  ctx: Context,
  tx: Transaction,
  input: NewCampaign,
  { contentId, segmentId }: References,
): Promise<string> {
  await lockNames(ctx, tx, "campaign");
  const key = takeKey(input.key, slugOf(input.name, "campaign"), await keysOf(ctx, tx));
  const number = await numberFor(ctx, tx, "campaigns", input.number);
  const id = newId();
  await insertCampaignRow(tx, {
    id,
    workspaceId: ctx.workspaceId,
    number,
    key,
    name: input.name,
    kind: input.kind,
    isTemplate: input.isTemplate ?? false,
    contentId,
    segmentId,
    startsAt: dateOf(input.startsAt),
    endsAt: dateOf(input.endsAt),
  });
  await raiseEngineRevision(tx);
  await audit(tx, ctx, "campaign.create", id, { key });
  return id;
}

async function assign(
  ctx: Context,
  input: NewCampaign,
  refs: { readonly contentId: string | null; readonly templateId: string | null; readonly personId: string },
): Promise<string> {
  const { contentId, templateId, personId } = refs;
  const shard = shardOf(personId);
  const id = newId(shard);
  const times = { startsAt: input.startsAt ?? null, endsAt: input.endsAt ?? null };
  const row = { shard, id, workspaceId: ctx.workspaceId, personId, name: input.name, templateId, contentId, ...times };
  await insertAssignedCampaign(ctx.database.sql, row);
  return id;
}

const keysOf = async (ctx: Context, tx: Transaction | Context["database"]["orm"]): Promise<Set<string>> => {
  const rows = await readCampaignNames(tx, ctx.workspaceId);
  return new Set(rows.map(({ key }) => key));
};

/** Refuses a key that another campaign of the workspace has. */
export async function requireFreeKey(
  ctx: Context,
  tx: Transaction | Context["database"]["orm"],
  key: string,
): Promise<void> {
  if ((await keysOf(ctx, tx)).has(key)) throw invalidField(["key"], `The key ${key} is taken`);
}

export const dateOf = (written: string | null | undefined): Date | null => (written ? new Date(written) : null);
