import { answerOf } from "#sdk/node";
import type { Cli } from "../cli.ts";
import type { HeadCount } from "./plan.ts";
import type { ServerJourney } from "./server-journey.ts";

/** The people inside a journey, by the steps on which they wait; null where it was never published. */
export async function countPeople({ server }: Cli, { journey }: ServerJourney): Promise<HeadCount | null> {
  if (journey.publishedVersion === null) return null;
  const params = { path: { id: journey.id } };
  const { data } = answerOf(await server.api.GET("/api/journeys/{id}/stats", { params }));
  const steps = data.nodes.flatMap(({ name, waiting }) => (waiting > 0 ? [{ name, people: waiting }] : []));
  return { inside: journey._count.active, steps };
}
