import type { Database } from "#db";
import { isHeldOut } from "#engine";
import { isTimezone } from "#journey";
import {
  type Clocks,
  type Contender,
  clocksAt,
  type Decided,
  decideFor,
  idEnd,
  type SendingPolicies,
  type Wanted,
} from "#policies";
import { type RecipientRow, readContending, readRecipients, takePlaces, type Usage } from "#store/send-usage";
import type { SendingWorkspace } from "#store/workspaces";
import type { Candidate } from "./candidate.ts";
import { loadJourneySending } from "./journey-sending.ts";
import { type AllKeptBack, type KeptBack, until } from "./kept-back.ts";

export type Marketing = Candidate & { readonly delivery: { readonly channel: Wanted["channel"] } };

/** Other senders changed what was sent to the person so often: the message comes back a little later. */
const MOST_ROUNDS = 4;
const BUSY_MS = 2_000;

export type CapDecision = {
  readonly kept: AllKeptBack;
  /** Reserves the places of messages that leave now. Returns those whose place another sender took meanwhile. */
  readonly reserve: (leaving: ReadonlySet<string>) => Promise<AllKeptBack>;
};

type Person = { readonly own: readonly Marketing[]; readonly row: RecipientRow; readonly decided: Decided };

/** Times of day, caps and the holdout, for all marketing messages of a batch: two statements, or one without caps. */
export async function decideCaps(
  sql: Database["sql"],
  candidates: readonly Marketing[],
  workspaces: ReadonlyMap<string, SendingWorkspace>,
  now: number,
): Promise<CapDecision> {
  const byPerson = Map.groupBy(candidates.filter(isTimedOrCapped), ({ delivery }) => delivery.personId);
  const clocks = new Map<SendingPolicies, Clocks>();
  const clocksOf = (policies: SendingPolicies): Clocks => {
    const found = clocks.get(policies) ?? clocksAt(policies, now);
    clocks.set(policies, found);
    return found;
  };
  const decide = async (asked: ReadonlyMap<string, readonly Marketing[]>): Promise<Person[]> => {
    const [rows, contenders] = await Promise.all([
      readRecipients(sql, [...asked.keys()]),
      contendersOf(sql, asked, now),
    ]);
    return rows.flatMap((row) => {
      const own = asked.get(row.personId) ?? [];
      const [first] = own;
      if (!first) return [];
      const { policies, delivery } = first;
      const zone = zoneOf(row, policies, workspaces.get(delivery.workspaceId));
      const recipient = {
        ...{ zone, sent: row.sent, contenders: contenders.get(row.personId) ?? [] },
        isHeldOut:
          policies.holdout !== null && isHeldOut(row.bucketKey, delivery.workspaceId, policies.holdout.percent),
      };
      const decided = decideFor(policies, recipient, own.map(wantedOf), now, clocksOf(policies));
      return [{ own, row, decided }];
    });
  };
  const people = byPerson.size === 0 ? [] : await decide(byPerson);
  return {
    kept: keptBy(people),
    reserve: (leaving) => reserve(sql, people, leaving, { decide, now }),
  };
}

type Again = {
  readonly decide: (asked: ReadonlyMap<string, readonly Marketing[]>) => Promise<Person[]>;
  readonly now: number;
};

async function reserve(
  sql: Database["sql"],
  first: readonly Person[],
  leaving: ReadonlySet<string>,
  { decide, now }: Again,
): Promise<AllKeptBack> {
  const kept = new Map<string, KeptBack>();
  const isLeaving = ({ delivery: { id } }: Marketing) => leaving.has(id) && !kept.has(id);
  let open = first.filter(({ own }) => own.some((one) => one.policies.caps.length > 0 && isLeaving(one)));
  for (let round = 1; open.length > 0; round++) {
    const taken = await takePlaces(
      sql,
      open.map((person) => usageOf(person, isLeaving)),
    );
    open = open.filter(({ row }) => !taken.has(row.personId));
    if (open.length === 0) break;
    if (round === MOST_ROUNDS) {
      for (const { delivery } of open.flatMap(({ own }) => own.filter(isLeaving)))
        kept.set(delivery.id, until(now + BUSY_MS, [{ code: "priority" }]));
      break;
    }
    const again = new Map(open.map(({ row, own }) => [row.personId, own.filter(isLeaving)]));
    open = await decide(again);
    for (const [id, one] of keptBy(open)) kept.set(id, one);
    open = open.filter(({ own }) => own.some(isLeaving));
  }
  return kept;
}

/** What waits for its rate has no place yet: it asks again when it leaves. */
function usageOf({ own, row, decided }: Person, isLeaving: (one: Marketing) => boolean): Usage {
  const waiting = new Set(
    own.filter((one) => !isLeaving(one) && one.delivery.attempts === 1).map(({ delivery }) => idEnd(delivery.id)),
  );
  const workspaceId = own[0]?.delivery.workspaceId ?? "";
  return {
    ...{ personId: row.personId, workspaceId, version: row.version, packed: row.packed },
    sent: waiting.size === 0 ? decided.sent : decided.sent.filter(({ id }) => !waiting.has(id)),
  };
}

function keptBy(people: readonly Person[]): Map<string, KeptBack> {
  const kept = new Map<string, KeptBack>();
  for (const { decided } of people)
    for (const [id, verdict] of decided.verdicts) if (verdict.kind !== "send") kept.set(id, verdict);
  return kept;
}

const isTimedOrCapped = ({ policies }: Marketing): boolean =>
  policies.quietHours !== null ||
  policies.sendWindows.length > 0 ||
  policies.caps.length > 0 ||
  policies.holdout !== null;

const wantedOf = ({ delivery, topic, priority, ignoresQuietHours }: Marketing): Wanted => {
  const { id, channel, queuedAt, attempts } = delivery;
  return { id, channel, topic, priority, queuedAt, ignoresQuietHours, wasTried: attempts > 1 };
};

async function contendersOf(
  sql: Database["sql"],
  asked: ReadonlyMap<string, readonly Marketing[]>,
  now: number,
): Promise<ReadonlyMap<string, readonly Contender[]>> {
  const capped = [...asked].filter(([, own]) => own.some(({ policies }) => policies.caps.length > 0));
  if (capped.length === 0) return new Map();
  const batch = new Set(capped.flatMap(([, own]) => own.map(({ delivery }) => delivery.id)));
  const people = capped.map(([personId]) => personId);
  const rows = (await readContending(sql, people, now)).filter(({ id }) => !batch.has(id));
  const sending = await loadJourneySending(
    sql,
    rows.map(({ versionId }) => versionId),
  );
  const contenders = rows.map((row) => ({ ...row, priority: sending(row.versionId).priority }));
  return Map.groupBy(contenders, ({ personId }) => personId);
}

/** The zone of the person, else the one that the policies name, else the workspace's. */
function zoneOf(
  { timezone }: RecipientRow,
  { fallbackZone }: SendingPolicies,
  workspace: SendingWorkspace | undefined,
): string {
  if (timezone !== null && isTimezone(timezone)) return timezone;
  const others = [fallbackZone, workspace?.timezone].filter((zone) => zone !== null && zone !== undefined);
  return others.find(isTimezone) ?? "UTC";
}
