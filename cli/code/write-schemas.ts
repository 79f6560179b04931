import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import * as z from "zod";
import { nativeJsonSchema } from "#dialects";
import type { DataTypes } from "#sdk/node";
import type { Cli } from "../cli.ts";
import { shortName } from "./data-types.ts";
import { FileHead } from "./file-head.ts";
import { ScenarioFile } from "./scenario.ts";

const JOURNEY_SCHEMA = join(".sojourn", "journey.schema.json");
const SCENARIO_SCHEMA = join(".sojourn", "scenario.schema.json");

/** The path from a file to a schema, as editors read it. */
const pathFrom = (file: string, schema: string): string => {
  const path = relative(dirname(file), schema).split(sep).join("/");
  return path.startsWith(".") ? path : `./${path}`;
};
export const journeySchemaFrom = (file: string): string => pathFrom(file, JOURNEY_SCHEMA);
export const scenarioSchemaFrom = (file: string): string => pathFrom(file, SCENARIO_SCHEMA);

/** The files of the schemas, by name; what the workspace has seen and made is suggested by editors. */
export function schemaTexts(seen: DataTypes | null): ReadonlyMap<string, string> {
  const names = seen === null ? {} : namesOf(seen);
  const scenario = z.toJSONSchema(ScenarioFile, { target: "draft-2020-12", io: "input", unrepresentable: "any" });
  const titled = { ...scenario, title: "Sojourn scenarios" };
  const { properties: beside } = z.toJSONSchema(FileHead, { target: "draft-2020-12", io: "input" });
  const journey = nativeJsonSchema(names);
  const whole = { ...journey, properties: { ...beside, ...journey.properties } };
  return new Map([
    [JOURNEY_SCHEMA, `${JSON.stringify(whole, null, 2)}\n`],
    [SCENARIO_SCHEMA, `${JSON.stringify(titled, null, 2)}\n`],
  ]);
}

function namesOf({ events, traits, segments, content, journeys, decisionFlows }: DataTypes) {
  return {
    EventName: [...new Set(events.flatMap(({ name }) => [shortName(name), name]))],
    TraitName: traits.fields.map(({ name }) => name),
    SegmentName: segments,
    ContentName: content.map(({ key }) => key),
    JourneyName: journeys,
    FlowName: decisionFlows,
  };
}

export async function writeSchemas({ terminal }: Cli, seen: DataTypes | null): Promise<void> {
  for (const [file, text] of schemaTexts(seen)) {
    const path = resolve(terminal.cwd, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}
