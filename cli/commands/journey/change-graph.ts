import { type GraphChange, updateGraph } from "#dialects";
import { readJson, readObject } from "../../arguments.ts";
import type { Cli } from "../../cli.ts";
import { usage } from "../../exit-codes.ts";
import { editJourney, type Flags as Places } from "../../journeys/edit-journey.ts";
import { journeyJson } from "../../journeys/journey-view.ts";
import type { LoadedJourney } from "../../journeys/load-journey.ts";
import { readPolicy } from "../../journeys/re-entry.ts";
import { reportEdit } from "../../journeys/report-edit.ts";
import { warningsOf } from "../../journeys/warnings.ts";
import { commandLine } from "../../quote.ts";
import { JOURNEY_HEADING, journeyRow } from "./list.ts";

export type Flags = {
  readonly name?: string;
  readonly description?: string;
  readonly nodes?: string;
  readonly transitions?: string;
  readonly entryEvent?: string;
  readonly entryNode?: string;
  readonly entryConditions?: string;
  readonly reEntryPolicy?: string;
};

/** The field of a graph, and the flag that says it. */
const FLAGS = {
  name: "--name",
  description: "--description",
  nodes: "--nodes",
  transitions: "--transitions",
  entryEvent: "--entry-event",
  entryNode: "--entry-node",
  entryConditions: "--entry-conditions",
  reEntryPolicy: "--re-entry-policy",
} as const;
const FIELDS = Object.keys(FLAGS) as (keyof typeof FLAGS)[];
const PLACES: Places = Object.fromEntries(FIELDS.map((field) => [`/${field}`, FLAGS[field]]));

/** Changes fields of a journey's graph. */
export async function changeGraph(cli: Cli, reference: string, flags: Flags): Promise<void> {
  const asked = readFlags(flags);
  const fields = FIELDS.filter((field) => field in asked);
  if (fields.length === 0) throw usage(`Nothing to change: give ${Object.values(FLAGS).join(", ")}.`);
  const edited = await editJourney(
    cli,
    reference,
    ({ draft, journey }) => updateGraph(draft, asked, journey.id),
    () => PLACES,
  );
  const { after, before, problems } = edited;
  reportEdit(cli, edited, {
    value: journeyJson(after, null, warningsOf(cli, after, problems)),
    heading: JOURNEY_HEADING,
    rows: [journeyRow(after.journey)],
    done: `Changed ${fields.map((field) => FLAGS[field].slice(2).replaceAll("-", " ")).join(", ")} of ${after.journey.name}`,
    undo: commandLine(
      "journey",
      "update",
      before.journey.shortId,
      ...fields.flatMap((field) => wordsOf(before, field)),
    ),
  });
}

function readFlags({ name, description, nodes, transitions, ...entry }: Flags): GraphChange {
  const { entryEvent, entryNode, entryConditions, reEntryPolicy } = entry;
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(nodes === undefined ? {} : { nodes: readObject("--nodes", nodes) }),
    ...(transitions === undefined ? {} : { transitions: readJson("--transitions", transitions) }),
    ...(entryEvent === undefined ? {} : { entryEvent: entryEvent === "" ? null : entryEvent }),
    ...(entryNode === undefined ? {} : { entryNode }),
    ...(entryConditions === undefined ? {} : { entryConditions: conditions(entryConditions) }),
    ...(reEntryPolicy === undefined ? {} : { reEntryPolicy: readPolicy(reEntryPolicy) }),
  };
}

function conditions(text: string): Record<string, unknown> | null {
  const read = readObject("--entry-conditions", text);
  return Object.keys(read).length === 0 ? null : read;
}

/** The words that give a field its value of before. */
function wordsOf({ graph }: LoadedJourney, field: keyof typeof FLAGS): string[] {
  const fallbacks = { entryConditions: {}, reEntryPolicy: "skip" } as Readonly<Record<string, unknown>>;
  const value = graph[field] ?? fallbacks[field] ?? "";
  return [FLAGS[field], typeof value === "string" ? value : JSON.stringify(value)];
}
