import {
  eventName,
  isEntry,
  type JourneyDocument,
  type JourneyNode,
  type JsonObject,
  nodeKinds,
  type Problem,
  type SetsOff,
} from "#journey";
import { problem, quoted } from "./report.ts";

/**
 * The parts of a journey that can enroll into other journeys or be enrolled into; `names` are all names by which nodes
 * may refer to it.
 */
export type LinkedJourney = {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly document: Pick<JourneyDocument, "nodes" | "settings" | "audienceId">;
};

/** An effect of a node, as a key that also describes the entry of a journey which it starts. */
type Effect = { readonly node: JourneyNode; readonly field: string; readonly sets: string };

/**
 * Nodes whose effects lead back to the journey through other journeys: by enrolling, by an event, or by a segment.
 * Waits in between do not matter, because people repeat the loop all the same. `segmentOf` returns the id that a
 * segment reference means.
 */
export function findLoopProblems(
  own: LinkedJourney,
  others: readonly LinkedJourney[],
  segmentOf: (reference: string) => string,
): Problem[] {
  const journeys = [own, ...others.filter(({ id }) => id !== own.id)];
  const linked = new Map(journeys.map((journey) => [journey.id, waysIn(journey, segmentOf)]));
  const setOff = (effect: Effect) => journeys.filter(({ id }) => linked.get(id)?.has(effect.sets));
  const next = new Map(
    journeys.map((journey) => [journey.id, [...new Set(effectsOf(journey, segmentOf).flatMap(setOff))]]),
  );
  const told = new Set<string>();
  return effectsOf(own, segmentOf).flatMap((effect) => {
    const path = setOff(effect)
      .map((first) => pathBack(first, own, next))
      .find((found) => found !== null);
    if (!path || told.has(effect.node.id)) return [];
    told.add(effect.node.id);
    return [loopProblem(effect, [own, ...path])];
  });
}

/** True when a node of the document may start an enrollment in another journey. */
export function setsOffJourneys({ nodes }: Pick<JourneyDocument, "nodes">): boolean {
  return nodes.some(({ type, config }) => nodeKinds[type].setsOff(config).some(({ what }) => WAYS[what] !== null));
}

function loopProblem({ node, field }: Effect, path: readonly LinkedJourney[]): Problem {
  const way = path.map(({ name }) => `“${name}”`).join(" → ");
  const once = path.find(({ document }) => (document.settings.reEntry ?? "once") === "once");
  const end = once
    ? `It ends only because “${once.name}” allows each person to enter only once.`
    : "The same people may loop without end.";
  const message = `${quoted(node)} starts a chain that leads back to this journey: ${way}. ${end}`;
  return problem("journey_loop", message, { node, field });
}

/** The shortest chain from a journey to the given one, both included; null = there is none. */
function pathBack(
  first: LinkedJourney,
  to: LinkedJourney,
  next: ReadonlyMap<string, readonly LinkedJourney[]>,
): LinkedJourney[] | null {
  const paths: LinkedJourney[][] = [[first]];
  const seen = new Set([first.id]);
  for (const path of paths) {
    const last = path.at(-1);
    if (last === undefined || last.id === to.id) return path;
    for (const journey of next.get(last.id) ?? []) {
      if (seen.has(journey.id)) continue;
      seen.add(journey.id);
      paths.push([...path, journey]);
    }
  }
  return null;
}

/** The key prefix of the entries that an effect can start; null for a trait change, which starts no journey. */
const WAYS: Readonly<Record<SetsOff["what"], string | null>> = {
  enroll: "enroll",
  event: "event",
  join: "entered",
  leave: "left",
  trait: null,
};

function effectsOf({ document }: LinkedJourney, segmentOf: (reference: string) => string): Effect[] {
  return document.nodes.flatMap((node) =>
    nodeKinds[node.type].setsOff(node.config).flatMap(({ what, name, field }): Effect[] => {
      const way = WAYS[what];
      if (way === null) return [];
      const isSegment = what === "join" || what === "leave";
      return [{ node, field: `config.${field}`, sets: `${way} ${isSegment ? segmentOf(name) : name}` }];
    }),
  );
}

function waysIn({ names, document }: LinkedJourney, segmentOf: (reference: string) => string): Set<string> {
  const { nodes, audienceId } = document;
  const triggers = nodes.filter(isEntry);
  const ways = triggers.flatMap(({ config: { triggerType, triggerConfig } }) => {
    const { eventName: event, segment } = (triggerConfig ?? {}) as JsonObject;
    if (triggerType === "CUSTOM_EVENT" && isName(event)) return [`event ${eventName(String(event).trim())}`];
    if (triggerType === "SEGMENT_ENTERED" && isName(segment)) return [`entered ${segmentOf(String(segment))}`];
    return triggerType === "SEGMENT_LEFT" && isName(segment) ? [`left ${segmentOf(String(segment))}`] : [];
  });
  const byHand = triggers.every(({ config }) => config.triggerType === "MANUAL");
  const audience = audienceId !== null && byHand ? [`entered ${segmentOf(audienceId)}`] : [];
  return new Set([...names.map((name) => `enroll ${name}`), ...ways, ...audience]);
}

const isName = (value: unknown): value is string | number =>
  (typeof value === "string" && value.trim() !== "") || typeof value === "number";
