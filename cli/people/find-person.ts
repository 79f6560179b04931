import { answerOf, type Person } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { CliError, EXIT } from "../exit-codes.ts";

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A person by the id of the server, of the application, or of a visitor. */
export async function findPerson({ server }: Cli, reference: string): Promise<Person> {
  if (UUID.test(reference)) {
    const found = await server.api.GET("/api/people/{id}", { params: { path: { id: reference } } });
    if (found.response.status !== 404) return answerOf(found).data;
  }
  for (const name of ["externalId", "anonymousId"] as const) {
    const query = { [name]: reference, limit: 1 };
    const [person] = answerOf(await server.api.GET("/api/people", { params: { query } })).data;
    if (person) return person;
  }
  throw new CliError(EXIT.notFound, `Nobody is known as ${reference}.`);
}

type Named = { readonly externalId: string | null; readonly anonymousId: string | null; readonly id: string };

/** How a person is called in lines of text. */
export const personName = ({ externalId, anonymousId, id }: Named): string => externalId ?? anonymousId ?? id;
