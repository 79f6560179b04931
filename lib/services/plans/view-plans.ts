import { type Context, hasRole, iso, isoOrNull } from "#services";
import { Migration, VersionDifference } from "#services/journeys";
import { Backtest } from "#services/trials";
import { type PlanPolicy, readPlanPolicy } from "#services/workspaces";
import { readKeyNames } from "#store/api-keys";
import type { FoundPlan, PlanRow } from "#store/plans";
import { readUserEmails } from "#store/users";
import { type Plan, PlanDrift, PlanEffect } from "./schema.ts";

/** Plans as the API shows them. */
export async function viewPlans(ctx: Context, found: readonly FoundPlan[]): Promise<Plan[]> {
  const policy = await readPlanPolicy(ctx);
  const names = await namesOf(
    ctx,
    found.flatMap(({ plan }) => [plan.proposedBy, plan.decidedBy ?? []].flat()),
  );
  return found.map(({ plan, journey }) => ({
    id: plan.id,
    journey,
    status: plan.status,
    title: plan.title,
    reason: plan.reason,
    revision: plan.revision,
    migration: Migration.nullable().parse(plan.input.migration ?? null),
    includePresent: plan.input.includePresent === true,
    effect: PlanEffect.parse(plan.effect),
    difference: VersionDifference.nullable().parse(plan.effect.difference ?? null),
    backtest: Backtest.nullable().parse(plan.backtest),
    proposedBy: whoOf(plan.proposedBy, names),
    decidedBy: plan.decidedBy === null ? null : whoOf(plan.decidedBy, names),
    decidedAt: isoOrNull(plan.decidedAt),
    note: typeof plan.outcome?.note === "string" ? plan.outcome.note : null,
    drift: PlanDrift.array().parse(plan.outcome?.drift ?? []),
    mayDecide: plan.status === "pending" && whyNotDecide(ctx, plan, policy) === null,
    createdAt: iso(plan.createdAt),
  }));
}

/** Why the caller may not approve a plan; null if they may. */
export function whyNotDecide({ actor }: Context, plan: PlanRow, policy: PlanPolicy): string | null {
  if (actor.kind !== "user") return "A plan is decided by a person who is signed in, not by a key.";
  if (!hasRole(actor, policy.approver)) return `This needs the role ${policy.approver}; yours is ${actor.role}.`;
  if (policy.fourEyes && plan.proposedByUser === actor.id)
    return "You handed in this plan, or made the key that did. Another person has to approve it; owners may change that policy.";
  return null;
}

function whoOf(actor: string, names: ReadonlyMap<string, string>): Plan["proposedBy"] {
  const [kind, id = ""] = actor.split(":");
  return { kind: kind === "key" ? "key" : "user", id, name: names.get(actor) ?? "somebody who is gone" };
}

/** The name of a key, or the address of a user, by `key:<id>` and `user:<id>`. */
async function namesOf(ctx: Context, actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const idsOf = (kind: string) =>
    actors.flatMap((actor) => (actor.startsWith(`${kind}:`) ? [actor.slice(kind.length + 1)] : []));
  const { orm } = ctx.database;
  const [keys, people] = await Promise.all([
    readKeyNames(orm, ctx.workspaceId, idsOf("key")),
    readUserEmails(orm, idsOf("user")),
  ]);
  return new Map([
    ...keys.map(({ id, name }) => [`key:${id}`, name] as const),
    ...people.map(({ id, email }) => [`user:${id}`, email] as const),
  ]);
}
