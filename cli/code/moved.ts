import type { Cli } from "../cli.ts";
import { hashOf, type Pulled } from "./lock-file.ts";
import type { ServerJourney } from "./server-journey.ts";

type Noted = {
  readonly changedBy?: readonly string[];
  readonly differenceNote?: string | null;
  readonly difference?: {
    readonly nodes: readonly Part[];
    readonly edges: readonly Part[];
    readonly settings: readonly { path: string }[];
  } | null;
};
type Part = { readonly name: string; readonly change: string };

/** What was changed on the server since a journey was pulled, in words; nothing where it is as it was, or never was pulled. */
export async function changesSincePull(
  cli: Cli,
  key: string,
  pulled: Pulled | undefined,
  found: ServerJourney | null,
): Promise<string[]> {
  if (pulled === undefined) return [];
  if (found === null) return [`The journey ${key} is not on the server any more.`];
  if (hashOf(found.native) === pulled.hash) return [];
  const { revision, updatedAt } = found.journey;
  const { changedBy = [], difference = null, differenceNote = null } = await changesSince(cli, found, pulled.revision);
  const who = changedBy.length > 0 ? ` by ${changedBy.join(", ")}` : "";
  const parts = [
    ...(difference?.nodes ?? []).map(({ name, change }) => `step ${name} ${change}`),
    ...(difference?.edges ?? []).map(({ name, change }) => `edge ${name} ${change}`),
    ...(difference?.settings ?? []).map(({ path }) => `${path} changed`),
  ];
  return [
    `Changed on the server since the pull${who}, last at ${updatedAt} (revision ${pulled.revision}, now ${revision}).`,
    ...(differenceNote === null ? parts : [differenceNote]),
  ];
}

/** The server tells what changed when it refuses a save that is meant for an earlier revision. */
async function changesSince({ server }: Cli, { journey, native }: ServerJourney, revision: number): Promise<Noted> {
  const body = { format: "native" as const, journey: native, into: journey.id, dryRun: true, revision };
  const { error } = await server.api.POST("/api/journeys/import", { body });
  return (error ?? {}) as Noted;
}
