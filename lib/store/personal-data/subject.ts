import type { ConsentChannel } from "#consent";
import { shardOf } from "#db";
import { NO_JOURNEY } from "../deliveries/direct.ts";
import type { Connection } from "../sql/connection.ts";

/** Everything by which rows about a person are found. */
export type Subject = {
  readonly workspaceId: string;
  /** The person, and everyone who was merged into them. */
  readonly people: readonly string[];
  /** Ids of enrollments, and of messages that no journey sent. */
  readonly enrollments: readonly string[];
  readonly externalIds: readonly string[];
  readonly anonymousIds: readonly string[];
  readonly addresses: readonly { readonly channel: ConsentChannel; readonly address: string }[];
};

/** `people`: the person, and everyone who was merged into them. */
export async function readSubject(sql: Connection, workspaceId: string, people: readonly string[]): Promise<Subject> {
  const ids = [...people];
  const shards = [...new Set(ids.map(shardOf))];
  const enrollments = await sql<{ id: string }[]>`
    select id from enrollments where shard = any(${shards}::smallint[]) and person_id = any(${ids}::uuid[])
    union all
    select id from deliveries
    where shard = any(${shards}::smallint[]) and journey_id = ${NO_JOURNEY} and person_id = any(${ids}::uuid[])`;
  const names = await sql<{ kind: string; value: string }[]>`
    select kind, value from identities where workspace_id = ${workspaceId} and person_id = any(${ids}::uuid[])
    union
    select own.kind, own.value from people,
      lateral (values ('external', external_id), ('anonymous', anonymous_id),
        ('email', traits ->> 'email'), ('sms', traits ->> 'phone')) as own (kind, value)
    where shard = any(${shards}::smallint[]) and id = any(${ids}::uuid[]) and own.value <> ''
    union
    select 'push', token from devices where shard = any(${shards}::smallint[]) and person_id = any(${ids}::uuid[])`;
  const of = (wanted: string) => names.filter(({ kind }) => kind === wanted).map(({ value }) => value);
  return {
    workspaceId,
    people: ids,
    enrollments: enrollments.map(({ id }) => id),
    externalIds: of("external"),
    anonymousIds: of("anonymous"),
    addresses: (["email", "sms", "push"] as const).flatMap((channel) =>
      of(channel).map((address) => ({ channel, address })),
    ),
  };
}
