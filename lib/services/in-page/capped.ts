import type { TransactionSql } from "#db";
import { isHeldOut } from "#engine";
import { isTimezone } from "#journey";
import { concerns, fullCaps, readPolicies, type SendingPolicies } from "#policies";
import type { Context } from "#services";
import { readContentAudiences } from "#store/content";
import type { InPageDelivery } from "#store/deliveries";
import type { PersonRow } from "#store/people";
import { countSent, readSentTo } from "#store/send-usage";
import { readWorkspaces, type SendingWorkspace } from "#store/workspaces";

/** Why content is not shown to a person now; null: no policy is against it. */
export type PolicyCheck = (row: InPageDelivery, now: number) => string | null;

const OPEN: PolicyCheck = () => null;

/**
 * What the sending policies of the workspace say about content for a person: the holdout, and caps that are full. What
 * was shown already goes on. Workspaces without such policies cost no statement.
 */
export async function policiesFor(
  { database: { sql } }: Context,
  workspace: SendingWorkspace,
  person: PersonRow,
  rows: readonly InPageDelivery[],
): Promise<PolicyCheck> {
  const policies = workspace.policies ? readPolicies(workspace.policies) : null;
  if (policies === null || !(countsPages(policies) || policies.holdout)) return OPEN;
  const [audiences, sent] = await Promise.all([
    readContentAudiences(sql, [...new Set(rows.map(({ contentId }) => contentId))]),
    countsPages(policies) ? readSentTo(sql, person.id) : [],
  ]);
  const audience = new Map(audiences.map((one) => [one.id, one]));
  const zone = zoneOf(person, policies, workspace);
  const isOut = policies.holdout !== null && isHeldOut(person.bucketKey, workspace.id, policies.holdout.percent);
  return ({ contentId, status }, now) => {
    const { transactional = false, topic = null } = audience.get(contentId) ?? {};
    if (transactional) return null;
    if (isOut) return "held_out";
    if (status === "shown") return null;
    const message = { channel: "inapp" as const, topic: topic?.id ?? null };
    return fullCaps(policies, message, { zone, sent }, now).length > 0 ? "cap" : null;
  };
}

/** Counts content that a page shows, once, if a cap may concern it. */
export async function countShown(
  tx: TransactionSql,
  workspaceId: string,
  personId: string,
  { id, contentId }: InPageDelivery,
): Promise<void> {
  const [workspace] = await readWorkspaces(tx, [workspaceId]);
  if (!workspace?.policies || !countsPages(readPolicies(workspace.policies))) return;
  const [audience] = await readContentAudiences(tx, [contentId]);
  if (audience?.transactional) return;
  const one = { id, at: Date.now(), channel: "inapp" as const, topic: audience?.topic?.id ?? null };
  await countSent(tx, { workspaceId, personId }, one);
}

const countsPages = ({ caps }: SendingPolicies): boolean =>
  caps.some((cap) => concerns(cap, { channel: "inapp", topic: cap.topicId }));

function zoneOf({ traits }: PersonRow, { fallbackZone }: SendingPolicies, { timezone }: SendingWorkspace): string {
  const zones = [traits.timezone, fallbackZone, timezone];
  return zones.find((zone): zone is string => typeof zone === "string" && isTimezone(zone)) ?? "UTC";
}
