import { answerOf, type Enrollment, type Person } from "#sdk/node";
import type { Cli } from "../../cli.ts";
import { findPerson, personName } from "../../people/find-person.ts";
import type { Register } from "../../register.ts";

export const show: Register = (command, bind) => {
  command.argument("<person>", "The person's id").action(bind(showPerson));
};

async function showPerson(cli: Cli, reference: string): Promise<void> {
  const found = await findPerson(cli, reference);
  const params = { path: { id: found.id } };
  const { api } = cli.server;
  const [one, enrollments] = await Promise.all([
    api.GET("/api/people/{id}", { params }),
    api.GET("/api/people/{id}/enrollments", { params: { ...params, query: { limit: 100 } } }),
  ]);
  const person = answerOf(one).data;
  const journeys = answerOf(enrollments).data;
  cli.output.data({ ...person, enrollments: journeys }, () => personText(person, journeys));
}

function personText(person: Person, enrollments: readonly Enrollment[]): string {
  const { tags, stage, segments, traits, lastSeenAt } = person;
  const lines = [
    `${personName(person)} (${person.id})`,
    ...(stage === null ? [] : [`Stage: ${stage}`]),
    ...(tags.length === 0 ? [] : [`Tags: ${tags.join(", ")}`]),
    ...(segments.length === 0 ? [] : [`Segments: ${segments.map(({ key }) => key).join(", ")}`]),
    `Last seen: ${lastSeenAt ?? "never"}`,
    "",
    "Traits:",
    ...Object.entries(traits).map(
      ([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`,
    ),
    "",
    "Journeys:",
    ...enrollments.map(
      ({ journeyName, status, exitReason, enrolledAt }) =>
        `${journeyName}: ${status.toLowerCase()}${exitReason ? ` (${exitReason})` : ""}, since ${enrolledAt}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}
