import { nativeJsonSchema } from "#dialects";
import { type Schema, schemaTypes } from "./api-types.ts";

const HEAD = `// Made from the schemas of nodes, settings and goals by \`npm run api:types\`: change those, not this file.
import type { EventName, FlowName, JourneyName, SegmentName, TraitName } from "../names.ts";
`;

/** The types of what journeys in TypeScript are made of. */
export function journeyTypes(): string {
  const $defs: Readonly<Record<string, Schema>> = nativeJsonSchema().$defs;
  const own = Object.entries($defs).filter(([name]) => !/Name$/.test(name) && name !== "Node" && name !== "Edge");
  return [HEAD, ...schemaTypes(Object.fromEntries(own))].join("\n");
}
