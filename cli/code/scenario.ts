import * as z from "zod";
import { parseText } from "./file-text.ts";
import { type Finding, placeIn } from "./finding.ts";

const Data = z.record(z.string(), z.unknown());
const Name = z.string().min(1).max(255);

const Scenario = z.strictObject({
  name: Name,
  person: z
    .strictObject({
      externalId: Name.optional(),
      traits: Data.optional(),
      tags: z.array(Name).optional(),
      stage: Name.optional(),
      segments: z.array(Name).optional(),
    })
    .optional(),
  /** The event that enrolls. */
  trigger: z.strictObject({ event: Name, properties: Data.optional() }).optional(),
  /** Later events, each so long after the first. */
  events: z
    .array(z.strictObject({ after: Name, event: Name, properties: Data.optional() }))
    .max(100)
    .optional(),
  /** What must come of it; what is left out may be anything. */
  expect: z
    .strictObject({
      path: z.array(Name).optional(),
      status: z.enum(["active", "completed", "stopped", "failed", "not_entered"]).optional(),
      exitReason: Name.nullable().optional(),
      messages: z.array(Name).optional(),
    })
    .refine((expected) => Object.keys(expected).length > 0, "expects nothing: path, status, exitReason or messages"),
});
export type Scenario = z.infer<typeof Scenario>;

export const ScenarioFile = z.strictObject({ journey: Name, scenarios: z.array(Scenario).min(1).max(1_000) });
export type ScenarioFile = z.infer<typeof ScenarioFile>;

type Read = { readonly scenarios: ScenarioFile | null; readonly findings: readonly Finding[] };

/** Reads the scenarios of a file; everything that is wrong is named with its place. */
export function readScenarios(file: string, text: string): Read {
  const parsed = parseText(file, text);
  if ("finding" in parsed) return { scenarios: null, findings: [parsed.finding] };
  const { success, data, error } = ScenarioFile.safeParse(parsed.value);
  if (success) return { scenarios: data, findings: [] };
  const findings = error.issues.map(({ path, message }) => {
    return { pointer: placeIn(file, path.map((part) => `/${String(part)}`).join("")), message };
  });
  return { scenarios: null, findings };
}
