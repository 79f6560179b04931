import type { Connection } from "./connection.ts";

export type ConditionNode = {
  readonly journeyId: string;
  readonly nodeId: string;
  readonly config: Record<string, unknown>;
};

/** Every WAIT_FOR_CONDITION of every version; asked once a revision of the configuration. */
export async function findConditionNodes(sql: Connection): Promise<ConditionNode[]> {
  return await sql<ConditionNode[]>`
    select distinct on (journey_id, node.value ->> 'nodeId', node.value -> 'config') journey_id as "journeyId",
      node.value ->> 'nodeId' as "nodeId", node.value -> 'config' as config
    from versions cross join lateral jsonb_each(program -> 'states') as node
    where node.value ->> 'type' = 'WAIT_FOR_CONDITION'`;
}
