import { CONTENT_TYPES, contentKinds, NODE_TYPES, nodeKinds } from "#journey";
import type { Connection } from "../sql/connection.ts";

/** Kinds of nodes at which people may wait forever unless their config says otherwise. */
const WAITING = NODE_TYPES.filter((type) => nodeKinds[type].mayWaitForever({}));
const SHOWING = NODE_TYPES.filter((type) => nodeKinds[type].usesContent);
/** Content whose delivery moves nobody, whatever happens to it. */
const UNANSWERED = CONTENT_TYPES.filter((type) => Object.keys(contentKinds[type].outcomes).length === 0);
const BY_TRAIT = NODE_TYPES.flatMap((type) => {
  const { awaitedTrait } = nodeKinds[type];
  return awaitedTrait === null ? [] : [{ type, path: ["config", ...awaitedTrait] }];
});

/**
 * The statement for every step of the versions of a workspace or a journey as rows (version_id, node_id, name, awaits):
 * `always` = people wait for something other than time, `perhaps` = only if no time is set, `never` = only for a time.
 */
export function stepsOf(
  sql: Connection,
  { workspaceId, journeyId }: { readonly workspaceId?: string; readonly journeyId?: string },
) {
  const type = sql`step.value ->> 'type'`;
  const awaitsTrait = BY_TRAIT.reduce(
    (some, kind) => sql`${some} or (${type} = ${kind.type} and step.value #> ${kind.path}::text[] is not null)`,
    sql`false`,
  );
  return sql`
    select v.id as version_id, step.key::uuid as node_id, step.value ->> 'name' as name,
      case
        when ${type} = any(${WAITING}::text[]) then 'always'
        when ${type} = any(${SHOWING}::text[])
          and step.value #>> '{config,contentType}' <> all(${[...UNANSWERED]}::text[]) then 'always'
        when exists (
          select from jsonb_array_elements(step.value -> 'exits') as leaving
          where leaving -> 'trigger' ->> 'type' = 'event') then 'always'
        when ${awaitsTrait} then 'perhaps'
        else 'never'
      end as awaits
    from versions v
    cross join lateral jsonb_each(coalesce(nullif(v.program -> 'states', 'null'), '{}')) as step
    where true
      ${workspaceId === undefined ? sql`` : sql`and v.workspace_id = ${workspaceId}`}
      ${journeyId === undefined ? sql`` : sql`and v.journey_id = ${journeyId}`}`;
}
