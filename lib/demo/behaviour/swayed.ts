import type { Database } from "#db";
import { DAY_MS } from "#times";
import { makePerson } from "../people/make-person.ts";
import { Random } from "../random.ts";
import type { DemoAction } from "./demo-action.ts";

/** The share of people who send an invitation because of an email. */
const SWAYS: Readonly<Record<string, number>> = { Checklist: 0.12, Story: 0.3 };

type Taken = { readonly user: string; readonly path: string; readonly at: number };

/** The effects of the emails of a split test, for people who took a path in the given time (ms since 1970). */
export async function swayedBetween({ sql }: Database, from: number, until: number): Promise<DemoAction[]> {
  const taken = await sql<Taken[]>`
    select people.external_id as user, edge ->> 'label' as path,
      floor(date_part('epoch', split_choices.at) * 1000)::float8 as at
    from split_choices
    join people on people.shard = split_choices.shard and people.id = split_choices.person_id
    join versions on versions.id = split_choices.version_id
    cross join lateral jsonb_array_elements(versions.document -> 'edges') as edge
    where edge ->> 'id' = split_choices.edge_id::text
      and split_choices.at >= to_timestamp(${from}::float8 / 1000)
      and split_choices.at < to_timestamp(${until}::float8 / 1000)
    order by split_choices.at, people.external_id`;
  return taken.flatMap(({ user, path, at }) => {
    const number = Number(user.replace(/\D/g, ""));
    const random = new Random(number * 104_729);
    if (!random.chance(SWAYS[path] ?? 0)) return [];
    const person = makePerson(number);
    const when = at + DAY_MS + random.span(2 * DAY_MS, 0.6);
    return [{ person, at: when, event: "teammate_invited", properties: { count: 1 } }];
  });
}
