import { answerOf } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { askJourney } from "../journeys/ask-journey.ts";
import { personName } from "../people/find-person.ts";
import type { Register } from "../register.ts";

const PAGE = 100;
const MOST = 10_000;

export const overlap: Register = (command, bind) => {
  command
    .argument("<journey>", "The journey's id, key or number")
    .argument("<other>", "Another journey")
    .action(bind(compare));
};

async function compare(cli: Cli, reference: string, otherReference: string): Promise<void> {
  const [one, other] = await Promise.all([askJourney(cli, reference), askJourney(cli, otherReference)]);
  const [inside, also] = [await peopleIn(cli, one.id), await peopleIn(cli, other.id)];
  const both = [...inside].filter(([id]) => also.has(id)).map(([id, name]) => ({ id, name }));
  const counts = { [one.shortId]: inside.size, [other.shortId]: also.size };
  cli.output.table(
    { active: counts, both: both.length, people: both },
    {
      heading: ["PERSON", "ID"],
      rows: both.map(({ id, name }) => [name, id]),
    },
  );
  cli.output.say(`${both.length} people are in ${one.name} (${inside.size}) and in ${other.name} (${also.size}).`);
  if (inside.size === MOST || also.size === MOST)
    cli.output.say(`Only the latest ${MOST} people of a journey were compared.`);
}

/** The people who are in a journey now, the latest first. */
async function peopleIn({ server }: Cli, id: string): Promise<Map<string, string>> {
  const people = new Map<string, string>();
  for (let page = 1; people.size < MOST; page++) {
    const params = { path: { id }, query: { status: "ACTIVE" as const, page, limit: PAGE } };
    const { data, meta } = answerOf(await server.api.GET("/api/journeys/{id}/enrollments", { params }));
    for (const { endUser } of data) people.set(endUser.id, personName(endUser));
    if (page >= meta.totalPages) break;
  }
  return people;
}
