import { caseDocument, journeyCases } from "#engine/cases";
import { completeCanvas } from "#journey";
import { templateInput, templates } from "#journey/templates";
import type { JourneyDraft } from "./dialect.ts";
import { dialects } from "./index.ts";
import { nameId } from "./name-id.ts";
import { bare, journey } from "./native/fixtures.ts";
import { everyType, noTargets, nurture } from "./ordered-steps/fixtures.ts";
import { examples } from "./state-machine/fixtures.ts";
import { onboarding, propertyCalledEvent, short } from "./transition-graph/fixtures.ts";

/** Journeys with every kind of node, setting and edge: the gallery's and those of the engine's own cases. */
export function everyJourney(): JourneyDraft[] {
  const gallery = templates.map((template): JourneyDraft => {
    const ids = new Map(template.content.map(({ key }) => [key, key]));
    const input = templateInput(template, ids);
    const made: string[] = [];
    const makeId = () => {
      const id = nameId(template.key, "node", String(made.length));
      made.push(id);
      return id;
    };
    const completed = completeCanvas(input, { makeId });
    if (!("canvas" in completed)) throw new Error(`The template ${template.key} is not complete.`);
    const { settings, goalConfig, allowAnonymous } = input;
    const document = { ...completed.canvas, settings, goalConfig, allowAnonymous, audienceId: null };
    return { name: template.name, description: template.description, document };
  });
  const cases = journeyCases.map((each): JourneyDraft => {
    return { name: each.name.slice(0, 200), description: null, document: caseDocument(each) };
  });
  return [...gallery, ...cases];
}

/** The journeys of every dialect's own examples, read. */
export function everyForeignJourney(): JourneyDraft[] {
  const foreign: readonly [string, readonly unknown[]][] = [
    ["native", [journey, bare]],
    ["transition-graph", [onboarding, short, propertyCalledEvent]],
    ["ordered-steps", [nurture, everyType, noTargets]],
    ["state-machine", examples.foreign.map((one) => one.foreign)],
  ];
  return foreign.flatMap(([key, all]) =>
    all.map((one): JourneyDraft => {
      const read = dialects.find((dialect) => dialect.key === key)?.read(one, { seed: "seed" });
      if (!read?.journey) throw new Error(`An example of ${key} cannot be read.`);
      return read.journey;
    }),
  );
}
