import { newId, shardOf } from "#db";
import type { NewEvent } from "#store/events";
import type { NewSignal } from "#store/inbox";
import type { NewPerson } from "#store/people";
import type { Owner } from "#store/sql";
import type { Identities } from "./identities.ts";
import { type IngestItem, MOST_AHEAD_MS } from "./item.ts";
import { nameEvent, traitsOf } from "./name-event.ts";
import { type Resolved, resolvePerson } from "./resolve-person.ts";

/** All rows that a batch of items produces. */
export type Rows = { people: NewPerson[]; events: NewEvent[]; inbox: NewSignal[]; ids: string[] };

/**
 * Plans the rows of new items in order. `micros` is the database's time; each row gets one microsecond more than the
 * row before it. With 0, each item gets its own timestamp, or the microsecond after the item before it.
 */
export function planRows(identities: Identities, items: readonly IngestItem[], micros: number): Rows {
  const rows: Rows = { people: [], events: [], inbox: [], ids: [] };
  let place = micros;
  const tick = () => place++;
  for (const item of items) {
    if (micros === 0) place = Math.max(place, (item.timestamp?.getTime() ?? 0) * 1_000);
    const at = Math.floor(place / 1_000);
    const resolved = resolvePerson(identities, item, at);
    const { personId } = resolved;
    const owner: Owner = { shard: shardOf(personId), workspaceId: item.workspaceId, personId };
    rows.ids.push(personId);
    if (resolved.isNew) addPerson(rows, owner, item);
    if (resolved.merge !== null) addMerge(rows, owner, resolved.merge, tick(), at);
    const patch = patchOf(item, resolved);
    if (Object.keys(patch).length > 0) {
      const payload = JSON.stringify({ patch, source: item.type });
      rows.inbox.push({ ...owner, id: newId(owner.shard, at), receivedAt: tick(), kind: "patch", name: null, payload });
    }
    if (resolved.userCreated) {
      const created = { name: "user.created", properties: createdProperties(item), messageId: null };
      addEvent(rows, owner, item, created, { receivedAt: tick(), at });
    }
    const event = nameEvent(item);
    if (event) addEvent(rows, owner, item, { ...event, messageId: item.messageId ?? null }, { receivedAt: tick(), at });
  }
  return rows;
}

function addPerson(rows: Rows, owner: Owner, item: IngestItem): void {
  const anonymousId = item.anonymousId ?? (item.type === "alias" ? item.previousId : undefined);
  rows.people.push({ ...owner, externalId: item.userId ?? null, anonymousId: anonymousId ?? null });
}

/**
 * Writes the merge into both inboxes with the same time. The survivor's signals after the merge must not be processed
 * before the merged person's history has been moved to the survivor. Otherwise an event right after an alias would
 * start journeys that the merged person has already been through (R56).
 */
function addMerge(rows: Rows, owner: Owner, merged: string, receivedAt: number, at: number): void {
  const shard = shardOf(merged);
  const { workspaceId, personId } = owner;
  const inbox = { receivedAt, kind: "merge", name: null } as const;
  rows.inbox.push(
    {
      ...inbox,
      shard,
      workspaceId,
      personId: merged,
      id: newId(shard, at),
      payload: JSON.stringify({ into: personId }),
    },
    { ...inbox, ...owner, id: newId(owner.shard, at), payload: JSON.stringify({ from: merged }) },
  );
}

/** What an item changes of its person; without a field: nothing. */
function patchOf(item: IngestItem, { newExternalId, newAnonymousId }: Resolved): Record<string, unknown> {
  const traits = traitsOf(item);
  return {
    ...(traits && Object.keys(traits).length > 0 ? { traits } : {}),
    ...(newExternalId === null ? {} : { externalId: newExternalId }),
    ...(newAnonymousId === null ? {} : { anonymousId: newAnonymousId }),
  };
}

function addEvent(
  rows: Rows,
  owner: Owner,
  item: IngestItem,
  { name, properties, messageId }: { name: string; properties: Record<string, unknown>; messageId: string | null },
  { receivedAt, at }: { receivedAt: number; at: number },
): void {
  const id = newId(owner.shard, at);
  const timestamp = Math.min(item.timestamp?.getTime() ?? at, at + MOST_AHEAD_MS);
  const imported = item.imported ?? false;
  const document = JSON.stringify(properties);
  rows.events.push({
    ...owner,
    id,
    receivedAt,
    siteId: item.siteId ?? null,
    name,
    properties,
    document,
    context: item.context ?? null,
    timestamp,
    messageId,
    imported,
  });
  // Written around the document, which would be written once more otherwise.
  const rest = `"timestamp":${timestamp},"receivedAt":${at}${imported ? ',"imported":true' : ""}`;
  const payload = `{"event":{"id":"${id}","name":${JSON.stringify(name)},"properties":${document},${rest}}}`;
  rows.inbox.push({ ...owner, id, receivedAt, kind: "event", name, payload });
}

/** Properties of `user.created`: the known traits, and the sign-up provider if the client reports it. */
function createdProperties(item: IngestItem): Record<string, unknown> {
  const provider = item.context?.provider;
  return { ...(provider === undefined ? {} : { provider }), ...(item.type === "identify" ? item.traits : {}) };
}
