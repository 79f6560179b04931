import { answerOf } from "#sdk/node";
import { readCount } from "../../arguments.ts";
import type { Cli } from "../../cli.ts";
import { findPerson } from "../../people/find-person.ts";
import type { Register } from "../../register.ts";

type Moment = { readonly at: string; readonly kind: "event" | "transition" | "message"; readonly text: string };

export const timeline: Register = (command, bind) => {
  command
    .argument("<person>", "The person's id")
    .option("--limit <count>", "At most so many, the latest", "50")
    .action(bind(listMoments));
};

async function listMoments(cli: Cli, reference: string, flags: { readonly limit: string }): Promise<void> {
  const most = readCount("--limit", flags.limit, 100);
  const { id } = await findPerson(cli, reference);
  const moments = await Promise.all([eventsOf(cli, id), transitionsOf(cli, id), messagesOf(cli, id)]);
  const sorted = moments.flat().sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  const shown = sorted.slice(-most);
  cli.output.table(shown, {
    heading: ["AT", "KIND", "WHAT"],
    rows: shown.map(({ at, kind, text }) => [at, kind, text]),
  });
}

const query = { limit: 100 };

async function eventsOf({ server }: Cli, id: string): Promise<Moment[]> {
  const { data } = answerOf(await server.api.GET("/api/people/{id}/events", { params: { path: { id }, query } }));
  return data.map(({ timestamp, name, properties }) => {
    const more = Object.keys(properties).length === 0 ? "" : ` ${JSON.stringify(properties)}`;
    return { at: timestamp, kind: "event", text: `${name}${more}` };
  });
}

/** The transitions of the latest enrollments. */
async function transitionsOf({ server }: Cli, id: string): Promise<Moment[]> {
  const { api } = server;
  const { data } = answerOf(
    await api.GET("/api/people/{id}/enrollments", { params: { path: { id }, query: { limit: 10 } } }),
  );
  const details = await Promise.all(
    data.map(async (enrollment) => {
      const path = { id: enrollment.journeyId, enrollmentId: enrollment.id };
      return answerOf(await api.GET("/api/journeys/{id}/enrollments/{enrollmentId}", { params: { path } })).data;
    }),
  );
  return details.flatMap(({ journeyName, transitions }) =>
    transitions.map(({ at, sentence }): Moment => ({ at, kind: "transition", text: `${journeyName}: ${sentence}` })),
  );
}

async function messagesOf({ server }: Cli, id: string): Promise<Moment[]> {
  const { data } = answerOf(await server.api.GET("/api/people/{id}/deliveries", { params: { path: { id }, query } }));
  return data.map(({ sentAt, queuedAt, channel, subject, status, recipient, error }) => {
    const what = [channel, subject && `“${subject}”`, recipient && `to ${recipient}`].filter(Boolean).join(" ");
    return { at: sentAt ?? queuedAt, kind: "message", text: `${what}: ${status}${error ? ` (${error})` : ""}` };
  });
}
