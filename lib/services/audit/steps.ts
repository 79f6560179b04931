import type { AuditScope } from "./audit-scope.ts";

/**
 * Every step of every version as rows (version_id, node_id, name, awaits): `always` = people wait for something other
 * than time, `perhaps` = only if no time is set, `never` = only for a time.
 */
export function stepsOf({ sql, scope }: AuditScope) {
  return sql`
    select v.id as version_id, step.key::uuid as node_id, step.value ->> 'name' as name,
      case
        when step.value ->> 'type' in ('WAIT_FOR_EVENT', 'WAIT_FOR_CONDITION') then 'always'
        when step.value ->> 'type' = 'CONTENT'
          and not step.value #>> '{config,contentType}' in ('email', 'sms', 'push') then 'always'
        when exists (
          select from jsonb_array_elements(step.value -> 'exits') as leaving
          where leaving -> 'trigger' ->> 'type' = 'event') then 'always'
        when step.value #> '{config,until,trait}' is not null then 'perhaps'
        else 'never'
      end as awaits
    from versions v
    cross join lateral jsonb_each(coalesce(nullif(v.program -> 'states', 'null'), '{}')) as step
    where true
      ${scope.workspaceId ? sql`and v.workspace_id = ${scope.workspaceId}` : sql``}
      ${scope.journeyId ? sql`and v.journey_id = ${scope.journeyId}` : sql``}`;
}
