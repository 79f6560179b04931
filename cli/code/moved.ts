import type { Cli } from "../cli.ts";
import { type Difference, differencesOf } from "./differences.ts";
import type { Pulled } from "./lock-file.ts";
import type { Native, ServerJourney } from "./server-journey.ts";

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

/**
 * What was changed on the server since a journey was pulled and by whom, in words. `base` is what was pulled, if there is
 * a copy; else the server says what it noted of its changes.
 */
export async function changesSincePull(
  cli: Cli,
  pulled: Pulled,
  found: ServerJourney,
  base: Native | null,
): Promise<string[]> {
  const { revision, updatedAt } = found.journey;
  const noted = await changesSince(cli, found, pulled.revision);
  const { changedBy = [], difference = null, differenceNote = null } = noted;
  const who = changedBy.length > 0 ? ` by ${changedBy.join(", ")}` : "";
  const known = base === null ? null : differencesOf(base, found.native).map(differenceWords);
  const parts = [
    ...(difference?.nodes ?? []).map(({ name, change }) => `step ${name} ${change}`),
    ...(difference?.edges ?? []).map(({ name, change }) => `edge ${name} ${change}`),
    ...(difference?.settings ?? []).map(({ path }) => `${path} changed`),
  ];
  return [
    `Changed on the server since the pull${who}, last at ${updatedAt} (revision ${pulled.revision}, now ${revision}).`,
    ...(known ?? (differenceNote === null ? parts : [differenceNote])),
  ];
}

const differenceWords = ({ part, name, change, fields }: Difference): string =>
  part === "journey"
    ? `${fields.map(({ path }) => path).join(", ")} changed`
    : `${part} ${name} ${change}${change === "changed" ? ` (${fields.map(({ path }) => path).join(", ")})` : ""}`;

/** The server tells what changed when it refuses a save that is meant for an earlier revision. */
async function changesSince({ server }: Cli, { journey, native }: ServerJourney, revision: number): Promise<Noted> {
  const body = { format: "native" as const, journey: native, into: journey.id, dryRun: true, revision };
  const { error } = await server.api.POST("/api/journeys/import", { body });
  return (error ?? {}) as Noted;
}
