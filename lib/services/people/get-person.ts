import type { Context } from "#services";
import { findPerson } from "./person-row.ts";
import type { Person } from "./schema.ts";
import { viewPerson } from "./view-person.ts";

/** One person, as they will be once their inbox is processed. */
export async function getPerson(ctx: Context, reference: string): Promise<Person> {
  return viewPerson(ctx, await findPerson(ctx, reference));
}
