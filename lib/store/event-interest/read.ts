import { type Connection, plain } from "../sql/connection.ts";

/** The name of an event in a workspace. */
export type NamedEvent = { readonly workspaceId: string; readonly name: string };

/**
 * Those of the events that any journey, segment or goal uses. Read in the transaction that stores the events and never
 * kept, because a journey published a moment ago must not miss its trigger (R25).
 */
export async function readInterest(sql: Connection, events: readonly NamedEvent[]): Promise<NamedEvent[]> {
  return await sql<NamedEvent[]>`
    select interest.workspace_id as "workspaceId", interest.name
    from unnest(${plain(events.map((event) => event.workspaceId))}::uuid[], ${events.map((event) => event.name)}::text[])
      as wanted (workspace_id, name)
    join event_interest as interest on interest.workspace_id = wanted.workspace_id and interest.name = wanted.name`;
}
