import { ALL_SHARDS, type Fragment, shardOf } from "#db";
import type { Connection } from "../sql/connection.ts";
import { addressKeyOf } from "../suppressions/address-key.ts";
import { erasedTables } from "../tables.ts";
import type { Subject } from "./subject.ts";

/** Selects the rows about a person, each as one JSON object named `row`. */
type Statement = (sql: Connection, subject: Subject) => Fragment;

/** Why an export has nothing of a table that knows people. */
type LeftOut = { readonly leftOut: string };

const shardsOf = ({ people }: Subject): number[] => [...new Set(people.map(shardOf))];

/** The number of the shard says nothing about the person. */
const WITHOUT = { shard: "{shard}", delivery: "{shard,claimed_by,config}", act: "{actor,actor_name,address}" };

const byPerson =
  (table: string): Statement =>
  (sql, subject) =>
    sql`
    select to_jsonb(t) - ${WITHOUT.shard}::text[] as row from ${sql(table)} t
    where shard = any(${shardsOf(subject)}::smallint[]) and person_id = any(${[...subject.people]}::uuid[])`;

const byEnrollment =
  (table: string, without = WITHOUT.shard): Statement =>
  (sql, subject) =>
    sql`
    select to_jsonb(t) - ${without}::text[] as row from ${sql(table)} t
    where shard = any(${shardsOf(subject)}::smallint[]) and enrollment_id = any(${[...subject.enrollments]}::uuid[])`;

/** The tables whose rows are not found by a column alone; for each a statement, or why nothing of it is exported. */
const OWN: Readonly<Record<string, Statement | LeftOut>> = {
  people: (sql, subject) => sql`
    select to_jsonb(t) - ${WITHOUT.shard}::text[] as row from people t
    where shard = any(${shardsOf(subject)}::smallint[]) and id = any(${[...subject.people]}::uuid[])`,
  people_search: { leftOut: "Made from the row of the person, to find it." },
  identities: (sql, { people }) => sql`
    select to_jsonb(t) - ${WITHOUT.shard}::text[] as row from identities t where person_id = any(${[...people]}::uuid[])`,
  message_ids: { leftOut: "Ids of messages that were received, which the events have too." },
  devices: byPerson("devices"),
  subscriptions: byPerson("subscriptions"),
  preferences: byPerson("preferences"),
  consent_changes: byPerson("consent_changes"),
  segment_members: byPerson("segment_members"),
  suppressions: (sql, { workspaceId, addresses }) => {
    const keys = addresses.map((address) => addressKeyOf({ workspaceId, ...address }));
    return sql`
      select to_jsonb(t) - ${WITHOUT.shard}::text[] as row from suppressions t
      where (shard, address_key) in (
        select * from unnest(${keys.map(({ shard }) => shard)}::smallint[], ${keys.map(({ key }) => key)}::text[]))`;
  },
  deliveries: byEnrollment("deliveries", WITHOUT.delivery),
  near_misses: (sql, { workspaceId, people }) => sql`
    select jsonb_build_object('journey_id', journey_id, 'reason', reason, 'hour', hour, 'sample', sample) as row
    from near_misses, jsonb_array_elements(samples) as sample
    where shard = any(${ALL_SHARDS}::smallint[]) and workspace_id = ${workspaceId}
      and (sample ->> 'personId') = any(${[...people]}::text[])`,
  alerts: (sql, { people, enrollments }) => sql`
    select jsonb_build_object('id', id, 'journey_id', journey_id, 'code', code, 'text', text, 'at', at) as row from alerts
    where shard = any(${ALL_SHARDS}::smallint[]) and exists (
      select from unnest(${[...people, ...enrollments]}::text[]) as named (id) where strpos(detail::text, named.id) > 0)`,
  operation_shards: { leftOut: "How far a running operation is." },
  people_import_parts: (sql, { workspaceId, externalIds, anonymousIds }) => sql`
    select jsonb_build_object('import_id', import_id, 'row', one.row) as row
    from people_import_parts, json_array_elements(rows) as one (row)
    where shard = any(${ALL_SHARDS}::smallint[]) and workspace_id = ${workspaceId} and rows is not null
      and (one.row ->> 'userId' = any(${[...externalIds]}::text[])
        or one.row ->> 'anonymousId' = any(${[...anonymousIds]}::text[]))`,
  operations: (sql, { workspaceId, people }) => sql`
    select jsonb_build_object('id', id, 'kind', kind, 'created_at', created_at) as row from operations
    where workspace_id = ${workspaceId} and (input -> 'personIds') ?| ${[...people]}::text[]`,
  // Who acted is somebody else.
  audit_log: (sql, { workspaceId, people }) => sql`
    select to_jsonb(t) - ${WITHOUT.act}::text[] as row from audit_log t
    where workspace_id = ${workspaceId} and subject = any(${[...people]}::text[])`,
  idempotency_keys: { leftOut: "Answers that were given within the last day, with what the other tables have." },
  test_sends: (sql, { workspaceId, people, addresses }) => sql`
    select to_jsonb(t) - 'sent_by' as row from test_sends t
    where workspace_id = ${workspaceId} and (person_id = any(${[...people]}::uuid[])
      or lower(recipient) = any(${emailsOf(addresses)}::text[]))`,
  refused_messages: (sql, { workspaceId, externalIds, anonymousIds, addresses }) => sql`
    select jsonb_build_object('hour', hour, 'reason', reason, 'field', field, 'sample', sample) as row
    from refused_messages, jsonb_array_elements(samples) as sample
    where workspace_id = ${workspaceId} and (
      array[sample ->> 'userId', sample ->> 'anonymousId'] && ${[...externalIds, ...anonymousIds]}::text[]
      or exists (select from unnest(${emailsOf(addresses)}::text[]) as email
        where strpos(lower(sample ->> 'text'), email) > 0))`,
  "sojourn.tracked": (sql, { workspaceId, externalIds }) => sql`
    select to_jsonb(t) as row from sojourn.tracked t
    where workspace_id = ${workspaceId} and person = any(${[...externalIds]}::text[])`,
};

const emailsOf = (addresses: Subject["addresses"]): string[] =>
  addresses.filter(({ address }) => address.includes("@")).map(({ address }) => address.toLowerCase());

/** The tables that know people, in the order of an export, each with its statement or why nothing of it is exported. */
export function personalTables(): readonly (readonly [string, Statement | LeftOut])[] {
  const own = erasedTables("own_statement").map((table) => [table, statementOf(table)] as const);
  const others = [
    ...erasedTables("by_person").map((table) => [table, byPerson(table)] as const),
    ...erasedTables("by_enrollment").map((table) => [table, OWN[table] ?? byEnrollment(table)] as const),
  ];
  return [...own, ...others];
}

function statementOf(table: string): Statement | LeftOut {
  const statement = OWN[table];
  if (!statement) throw new Error(`The export of a person has no entry for the table ${table}.`);
  return statement;
}
