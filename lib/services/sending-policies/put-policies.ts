import { wakeEngine } from "#db";
import { policyProblems, readPolicies, type SendingPolicies } from "#policies";
import { audit, type Context, conflict, type FieldError, fieldError, invalid, requireRole } from "#services";
import { lookAgain } from "#store/deliveries";
import { raiseEngineRevision } from "#store/engine-config";
import { forgetRates } from "#store/rate-slots";
import { readSendingPolicies, writeSendingPolicies } from "#store/sending-policies";
import { readTopics } from "#store/topics";
import { getPolicies } from "./get-policies.ts";
import type { SendingPoliciesInput, SendingPoliciesView } from "./schema.ts";

/**
 * Replaces the policies; messages that are held are looked at again at once. Throws `invalid` with every finding, and
 * `conflict` if somebody else changed them since `revision`.
 */
export async function putPolicies(ctx: Context, input: SendingPoliciesInput): Promise<SendingPoliciesView> {
  requireRole(ctx, "editor");
  const { revision: asked, ...given } = input;
  const { policies, errors } = await withTopics(ctx, given);
  errors.push(...policyProblems(policies).map(({ path, message }) => fieldError(path, message)));
  if (errors.length > 0) throw invalid("These policies cannot be kept.", errors);
  const before = await readSendingPolicies(ctx.database.sql, ctx.workspaceId);
  const former = readPolicies(before?.document);
  const revision = asked ?? before?.revision ?? 0;
  await ctx.database.orm.transaction(async (tx) => {
    if (!(await writeSendingPolicies(tx, ctx.workspaceId, policies, revision)))
      throw conflict("Somebody else changed the policies meanwhile.");
    if (JSON.stringify(former.rateLimits) !== JSON.stringify(policies.rateLimits))
      await forgetRates(tx, ctx.workspaceId);
    // The holdout decides who enters journeys.
    await raiseEngineRevision(tx);
    await audit(tx, ctx, "sending_policies.update", ctx.workspaceId, { before: former, after: policies });
  });
  // What is not reached because this process dies is looked at when its time comes.
  await lookAgain(ctx.database.sql, ctx.workspaceId);
  wakeEngine();
  return getPolicies(ctx);
}

/** Topics may be named by id or key; their ids are kept. */
async function withTopics(
  ctx: Context,
  policies: SendingPolicies,
): Promise<{ readonly policies: SendingPolicies; readonly errors: FieldError[] }> {
  const errors: FieldError[] = [];
  if (policies.caps.every(({ topicId }) => topicId === null)) return { policies, errors };
  const topics = (await readTopics(ctx.database.sql, [ctx.workspaceId])).filter(
    ({ archivedAt }) => archivedAt === null,
  );
  const caps = policies.caps.map((cap, place) => {
    if (cap.topicId === null) return cap;
    const found = topics.find(({ id, key }) => [id, key].includes(cap.topicId ?? ""));
    if (!found) errors.push(fieldError(["caps", place, "topicId"], "is no topic of this workspace, or it is archived"));
    return { ...cap, topicId: found?.id ?? cap.topicId };
  });
  return { policies: { ...policies, caps }, errors };
}
