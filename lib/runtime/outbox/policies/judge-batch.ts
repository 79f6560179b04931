import { isConsentChannel } from "#consent";
import { NO_POLICIES, type PushProvider, readPolicies, type SendingPolicies } from "#policies";
import type { Claimed } from "#store/deliveries";
import type { OwnedDevice } from "#store/devices";
import type { SendingWorkspace } from "#store/workspaces";
import type { Consents } from "../load-consent.ts";
import { type OutboxRuntime, virtualNow } from "../outbox-runtime.ts";
import type { Candidate } from "./candidate.ts";
import { decideCaps, type Marketing } from "./decide-caps.ts";
import { loadJourneySending } from "./journey-sending.ts";
import { type AllKeptBack, NONE_KEPT } from "./kept-back.ts";
import { queueByRate } from "./queue-by-rate.ts";

/** What is known of a batch before policies look at it. */
export type BatchFacts = {
  readonly workspaces: ReadonlyMap<string, SendingWorkspace>;
  readonly consents: Consents;
  readonly devices: ReadonlyMap<string, readonly OwnedDevice[]>;
};

/**
 * Which messages of a batch the policies of their workspaces keep back, right before they are sent (R43): first what
 * concerns the person (times, caps, the holdout), then the rates. A place under a cap is reserved only for what is sent
 * now. Where nothing is restricted, only versions that this process does not know yet are read.
 */
export async function judgeBatch(
  runtime: OutboxRuntime,
  batch: readonly Claimed[],
  facts: BatchFacts,
  at: Date,
): Promise<AllKeptBack> {
  const known = new Map(
    [...facts.workspaces].map(([id, { policies }]) => [id, policies ? readPolicies(policies) : null]),
  );
  const open = batch.filter(({ late, id }) => !late && (facts.consents.get(id)?.reasons.length ?? 0) === 0);
  const { sql } = runtime.database;
  const now = virtualNow(runtime) === null ? at.getTime() : new Date(virtualNow(runtime) ?? 0).getTime();
  const sending = await loadJourneySending(
    sql,
    open.map(({ versionId }) => versionId),
  );
  const candidates = open.flatMap((delivery): Candidate[] => {
    const policies = known.get(delivery.workspaceId) ?? null;
    const own = sending(delivery.versionId);
    if (!restricts(policies) && own.perMinute === null) return [];
    const consent = facts.consents.get(delivery.id);
    return [
      {
        ...{ delivery, policies: policies ?? NO_POLICIES, ...own },
        ...{ isMarketing: consent?.marketing ?? false, topic: consent?.topicId ?? null },
        providers: providersOf(facts.devices.get(delivery.personId) ?? []),
      },
    ];
  });
  if (candidates.length === 0) return NONE_KEPT;
  const caps = await decideCaps(sql, candidates.filter(isMarketing), facts.workspaces, now);
  const passing = candidates.filter(({ delivery }) => !caps.kept.has(delivery.id));
  const queued = await queueByRate(sql, passing, now);
  const leaving = new Set(passing.flatMap(({ delivery: { id } }) => (queued.has(id) ? [] : [id])));
  const late = await caps.reserve(leaving);
  return new Map([...caps.kept, ...queued, ...late]);
}

const restricts = (policies: SendingPolicies | null): boolean =>
  policies !== null &&
  (policies.quietHours !== null ||
    policies.sendWindows.length > 0 ||
    policies.caps.length > 0 ||
    policies.rateLimits.length > 0 ||
    policies.holdout !== null);

const isMarketing = (one: Candidate): one is Marketing => one.isMarketing && isConsentChannel(one.delivery.channel);

const SERVICES: Readonly<Record<OwnedDevice["platform"], PushProvider>> = {
  web: "web_push",
  android: "fcm",
  ios: "apns",
};

const providersOf = (devices: readonly OwnedDevice[]): PushProvider[] => [
  ...new Set(devices.map(({ platform }) => SERVICES[platform])),
];
