import { answerOf, type JourneyDetail, SojournProblem } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { hashOf, type Pulled } from "./lock-file.ts";

export type Native = Readonly<Record<string, unknown>>;

/** A journey of the server, and its draft as a file. */
export type ServerJourney = { readonly journey: JourneyDetail; readonly native: Native };

/** What a file may leave out is written, so that a file that was pulled manages the whole journey. */
const EVERYTHING = { description: null, goalConfig: null, audience: null };

/** The journey of a key; null if there is none. */
export async function findServerJourney(cli: Cli, key: string): Promise<ServerJourney | null> {
  const found = await findJourney(cli, key);
  // A key of digits may be read as the number of another journey.
  return found === null || found.key !== key ? null : asFile(cli, found);
}

export async function findJourney({ server }: Cli, reference: string): Promise<JourneyDetail | null> {
  try {
    return answerOf(await server.api.GET("/api/journeys/{id}", { params: { path: { id: reference } } })).data;
  } catch (error) {
    if (error instanceof SojournProblem && error.status === 404) return null;
    throw error;
  }
}

export async function asFile({ server }: Cli, journey: JourneyDetail): Promise<ServerJourney> {
  const params = { path: { id: journey.id }, query: { format: "native" as const } };
  const { data } = answerOf(await server.api.GET("/api/journeys/{id}/export", { params }));
  return { journey, native: complete(data.journey as Native) };
}

/** With every field of a journey in a stable order. */
export function complete(native: Native): Native {
  const whole: Native = { ...EVERYTHING, ...native };
  const { format, version, name, description, nodes, edges, ...rest } = whole;
  return { format, version, name, description, ...rest, nodes, edges };
}

export const pulledFrom = ({ journey: { id, revision }, native }: ServerJourney, file: string): Pulled => ({
  ...{ id, file, revision },
  hash: hashOf(native),
});
