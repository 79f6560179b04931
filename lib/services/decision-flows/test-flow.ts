import { shardOf } from "#db";
import { tryDecision } from "#engine";
import { type Context, inOneSnapshot, notFound, requireRole } from "#services";
import { resolvePeople } from "#services/people";
import { readAdvanceInput, readPersons } from "#store/advance-input";
import { readOfferHistories } from "#store/offer-decisions";
import { sayDecision } from "#words";
import { findFlow } from "./find-flow.ts";
import type { DecisionTest, DecisionTestInput } from "./schema.ts";

/** What a flow would pick for a person now, with the reasons; nothing is stored, so caps do not count it. */
export async function testFlow(ctx: Context, reference: string, input: DecisionTestInput): Promise<DecisionTest> {
  requireRole(ctx, "editor");
  const flow = await findFlow(ctx, reference);
  const { maxOffers, draw = "", ...person } = input;
  const [personId = ""] = await resolvePeople(ctx, [person], "people");
  const { read, histories, seen } = await inOneSnapshot(ctx, async ({ database: { sql } }) => ({
    read: await readAdvanceInput(sql, personId, null),
    histories: await readOfferHistories(sql, [{ shard: shardOf(personId), personId }]),
    // With the changes that still wait in the inbox, as reading the person shows them.
    seen: (await readPersons(sql, ctx.workspaceId, [personId]))[0],
  }));
  if (read === null || seen === undefined || read.snapshot.workspace.id !== ctx.workspaceId) throw notFound("person");
  const offers = histories.get(personId) ?? { offered: [], outcomes: [] };
  const trial = tryDecision({ ...read, person: seen, offers }, flow.id, { maxOffers, draw });
  if (trial === undefined) throw notFound("decision flow");
  if ("error" in trial)
    return {
      personId,
      result: null,
      receipt: null,
      error: trial.error,
      sentence: `The decision failed: ${trial.error}`,
    };
  return { personId, ...trial, error: null, sentence: sayDecision(trial.receipt) };
}
