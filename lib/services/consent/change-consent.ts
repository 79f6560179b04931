import { ANY } from "#consent";
import { audit, type Context, type FieldError, fieldError, invalid, requireRole } from "#services";
import { findPerson } from "#services/people";
import { readTopics } from "#store/topics";
import { getConsent } from "./get-consent.ts";
import { topicNamed } from "./names.ts";
import type { ConsentPatch, PersonConsent } from "./schema.ts";
import { type Answer, storeAnswers } from "./store-answers.ts";

/** Stores answers for a person, only given ones; who did it, and why, is kept in the history. */
export async function changeConsent(ctx: Context, reference: string, patch: ConsentPatch): Promise<PersonConsent> {
  requireRole(ctx, "editor");
  const { id: personId } = await findPerson(ctx, reference);
  const { database, workspaceId, actor } = ctx;
  const topics = await readTopics(database.sql, [workspaceId]);
  const errors: FieldError[] = [];
  const subscriptions = (patch.subscriptions ?? []).map(({ topic, channel, state }, index): Answer => {
    const found = topic == null ? undefined : topicNamed(topics, topic);
    if (topic != null && found === undefined)
      errors.push(fieldError(["subscriptions", index, "topic"], `There is no topic ${topic}`));
    return { topic: found?.id ?? ANY, channel: channel ?? ANY, state };
  });
  if (errors.length > 0) throw invalid("Some of these topics are not known.", errors);
  const { tracking = {}, frequency, snoozedUntil } = patch;
  await storeAnswers(
    { database, workspaceId, personId },
    {
      subscriptions,
      preferences: {
        ...(tracking.opens === undefined ? {} : { trackOpens: tracking.opens }),
        ...(tracking.clicks === undefined ? {} : { trackClicks: tracking.clicks }),
        ...(frequency === undefined ? {} : { frequency }),
        ...(snoozedUntil === undefined
          ? {}
          : { snoozedUntil: snoozedUntil === null ? null : Date.parse(snoozedUntil) }),
      },
      source: actor.kind === "user" ? "member" : "api",
      reason: patch.reason ?? null,
      confirmed: patch.confirmed ?? false,
    },
  );
  await audit(database.orm, ctx, "person.consent", personId, { fields: Object.keys(patch) });
  return await getConsent(ctx, personId);
}
