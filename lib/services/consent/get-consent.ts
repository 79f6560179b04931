import { config, installationSecret } from "#config";
import { ANY, addressOn, CONSENT_CHANNELS, type ConsentChannel, goesToDevices, trackingOf } from "#consent";
import { type Context, iso, isoOrNull } from "#services";
import { findPerson } from "#services/people";
import { consentToken, secretFor } from "#signatures";
import { readConsentChanges } from "#store/consent-changes";
import { readDevices } from "#store/devices";
import { readInstallationSecret } from "#store/installation";
import { readPreferences } from "#store/preferences";
import { readSubscriptions, type SubscriptionRow } from "#store/subscriptions";
import { readSuppressionHistory, readSuppressions } from "#store/suppressions";
import { readTopics, type TopicRow } from "#store/topics";
import { readWorkspaces } from "#store/workspaces";
import { channelOrNull, topicOrNull } from "./names.ts";
import type { PersonConsent } from "./schema.ts";
import { viewSuppression } from "./view-suppression.ts";

/** What a person wants, and whether their addresses may be used, with the history of both. */
export async function getConsent(ctx: Context, reference: string): Promise<PersonConsent> {
  const { id: personId, traits } = await findPerson(ctx, reference);
  const { workspaceId } = ctx;
  const { sql } = ctx.database;
  const devices = await readDevices(sql, workspaceId, personId);
  const places: readonly (readonly [ConsentChannel, string])[] = [
    ...CONSENT_CHANNELS.filter((channel) => !goesToDevices(channel)).map(
      (channel) => [channel, addressOn(channel, { id: personId, externalId: null, traits })] as const,
    ),
    ...devices.map(({ token }) => ["push", token] as const),
  ];
  const [topics, subscriptions, [preferences = null], [workspace], history, addresses, preferencesUrl] =
    await Promise.all([
      readTopics(sql, [workspaceId]),
      readSubscriptions(sql, [personId]),
      readPreferences(sql, [personId]),
      readWorkspaces(sql, [workspaceId]),
      readConsentChanges(sql, { workspaceId, personId }),
      Promise.all(
        places.filter(([, address]) => address !== "").map(([channel, address]) => viewAddress(ctx, channel, address)),
      ),
      preferencesUrlOf(ctx, personId),
    ]);
  return {
    addresses,
    subscriptions: subscriptions.map(({ topic, channel, state, source, at }) => ({
      ...topicOrNull(topics, topic),
      channel: channelOrNull(channel),
      ...{ state, source, at: iso(new Date(at)) },
    })),
    topics: topics
      .filter(({ archivedAt }) => archivedAt === null)
      .map((topic) => ({ topicId: topic.id, topic: topic.key, name: topic.name, ...answered(subscriptions, topic) })),
    tracking: {
      ...trackingOf(workspace?.settings ?? {}, preferences),
      answered: preferences !== null && (preferences.trackOpens !== null || preferences.trackClicks !== null),
    },
    frequency: preferences?.frequency ?? null,
    snoozedUntil: isoOrNull(preferences?.snoozedUntil ? new Date(preferences.snoozedUntil) : null),
    history: history.map(({ id, at, what, topic, channel, former, current, source, reason }) => ({
      ...{ id, what, source, reason, from: former, to: current, at: iso(at) },
      topic: topic === null || topic === ANY ? null : (topics.find((one) => one.id === topic)?.name ?? topic),
      channel: channel === ANY ? null : channel,
    })),
    preferencesUrl,
  };
}

async function viewAddress(ctx: Context, channel: ConsentChannel, address: string) {
  const place = { workspaceId: ctx.workspaceId, channel, address };
  const [[open = []], entries] = await Promise.all([
    readSuppressions(ctx.database.sql, [place]),
    readSuppressionHistory(ctx.database.sql, place),
  ]);
  const now = Date.now();
  const suppressed = open.some(({ decaysAt }) => decaysAt === null || decaysAt > now);
  return { channel, address, suppressed, entries: entries.map(viewSuppression) };
}

function answered(rows: readonly SubscriptionRow[], { id, defaultOn }: TopicRow) {
  const states = rows.filter(({ topic }) => topic === id).map(({ state }) => state);
  const receives =
    !states.includes("unsubscribed") && (states.includes("subscribed") || (defaultOn && states.length === 0));
  return { receives, answered: states.length > 0 };
}

async function preferencesUrlOf({ database, workspaceId }: Context, personId: string): Promise<string> {
  const secret = secretFor(await installationSecret(() => readInstallationSecret(database.sql)), "consent");
  const link = { workspaceId, personId, channel: "email", topicId: null, deliveryId: null } as const;
  return `${config().publicUrl}/preferences/${consentToken(secret, { ...link, purpose: "preferences" })}`;
}
