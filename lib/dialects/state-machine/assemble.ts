import type { JourneyEdge, JourneyNode, JsonObject } from "#journey";
import { assembleJourney, type EdgeParts, type NodeParts } from "../assemble.ts";
import type { JourneyDraft, ReadContext } from "../dialect.ts";
import type { MachineState } from "./read-states.ts";
import { stepOf } from "./step-of.ts";

/** `initial` null: a journey without steps, which completes at once. */
export type Machine = { readonly initial: string | null; readonly states: readonly MachineState[] };

type Journey = Machine & { readonly name: string; readonly description: string | null; readonly triggerEvent: string };

/** Every event or run starts an execution, and numbers that are not known yet are looked up when they are used. */
export const OWN_SETTINGS: JsonObject = { reEntry: "every", unknownReferences: "warn" };

/** The name of the end of a journey without steps. */
export const EMPTY_END = "done";

/** Makes the journey. What the format cannot say stays as it was in the journey before. */
export function assemble(
  { name, description, triggerEvent, initial, states }: Journey,
  context: ReadContext,
): JourneyDraft {
  const before = context.before?.document;
  const old = new Map(before?.nodes.map((node) => [node.name, node]));
  const all = initial === null ? [{ name: EMPTY_END, doing: null, exits: [] }] : states;
  const trigger = triggerName(new Set(all.map((state) => state.name)), before?.nodes ?? []);
  const drawn = new OldEdges(before?.edges ?? [], new Map(before?.nodes.map((node) => [node.id, node.name])));
  return assembleJourney(
    {
      name,
      description,
      nodes: [
        { name: trigger, type: "TRIGGER", config: triggerConfig(triggerEvent) },
        ...all.map((state) => nodeParts(state, old.get(state.name))),
      ],
      edges: [
        drawn.like(trigger, initial ?? EMPTY_END, "next"),
        ...all.flatMap(({ name: from, exits }) => exits.map(({ branch, to }) => drawn.like(from, to, branch))),
      ],
      settings: before?.settings ?? OWN_SETTINGS,
    },
    context,
  );
}

const triggerConfig = (event: string): JsonObject =>
  event === "manual"
    ? { triggerType: "MANUAL", triggerConfig: {} }
    : { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: event } };

/** The trigger keeps its name; no state has it. */
export function triggerName(states: ReadonlySet<string>, nodes: readonly JourneyNode[]): string {
  const [own] = nodes.filter(({ type }) => type === "TRIGGER");
  if (own !== undefined && !states.has(own.name)) return own.name;
  let name = "trigger";
  for (let count = 2; states.has(name); count += 1) name = `trigger_${count}`;
  return name;
}

function nodeParts({ name, doing }: MachineState, old: JourneyNode | undefined): NodeParts {
  if (doing === null) return { name, type: "EXIT", config: old?.type === "EXIT" ? old.config : {} };
  const step = stepOf({ ...doing, contentId: doing.contentId ?? null });
  if (old?.type !== doing.type || step === null || stepOf(old)?.name !== step.name) return { name, ...doing };
  const kept = (step.carries ?? []).flatMap((field) =>
    old.config[field] === undefined ? [] : [[field, old.config[field]]],
  );
  return { name, ...doing, config: { ...doing.config, ...Object.fromEntries(kept) } };
}

/** An edge of a node with one exit may name it or not; the label is for people. Both stay as they were drawn. */
class OldEdges {
  readonly #edges: readonly JourneyEdge[];
  readonly #names: ReadonlyMap<string, string>;

  constructor(edges: readonly JourneyEdge[], names: ReadonlyMap<string, string>) {
    this.#edges = edges;
    this.#names = names;
  }

  like(from: string, to: string, exit: string): EdgeParts {
    const isOnly = exit === "next" || exit === "met";
    const branches = isOnly ? [exit, null] : [exit];
    const old = this.#edges.find(
      ({ sourceNodeId, targetNodeId, branch }) =>
        this.#names.get(sourceNodeId) === from && this.#names.get(targetNodeId) === to && branches.includes(branch),
    );
    if (old === undefined) return { from, to, branch: isOnly ? null : exit };
    return { from, to, branch: old.branch, label: old.label, weight: old.weight };
  }
}
