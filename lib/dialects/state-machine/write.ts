import { type JourneyEdge, type JourneyNode, type JsonObject, routesAmong } from "#journey";
import type { JourneyDraft, Loss, Writing } from "../dialect.ts";
import { EMPTY_END, OWN_SETTINGS, triggerName } from "./assemble.ts";
import type { State, StateMachine } from "./schema.ts";
import { TRIGGER_EVENTS } from "./schema.ts";
import { stepOf } from "./step-of.ts";
import { hasOnly, objectOr } from "./steps/step.ts";

/**
 * Writes a journey as a request of the places API. A step that the format cannot say gets a type that reading refuses,
 * so that nobody stores the journey without it by accident.
 */
export function write({ name, description, document }: JourneyDraft): Writing<StateMachine> {
  const losses = [...settingLosses(document.settings), ...restLosses(document)];
  const outgoing = Map.groupBy(document.edges, ({ sourceNodeId }) => sourceNodeId);
  const names = new Map(document.nodes.map((node) => [node.id, node.name]));
  const triggers = document.nodes.filter(({ type }) => type === "TRIGGER");
  const others = document.nodes.filter(({ type }) => type !== "TRIGGER");
  const entry = writeTriggers(triggers, new Set(others.map((node) => node.name)), losses);
  const initial = initialOf(triggers, outgoing, losses);
  const states = others.map((node): [string, State] => [
    node.name,
    writeState(node, { edges: outgoing.get(node.id) ?? [], names, losses }),
  ]);
  const [only] = others;
  const isEmpty = others.length === 1 && only?.type === "EXIT" && only.name === EMPTY_END && initial === only.id;
  const machine = { initial: names.get(initial ?? "") ?? "", states: Object.fromEntries(states) };
  const described = description === null ? {} : { description };
  return {
    foreign: { name, trigger_event: entry, ...described, machine_config: isEmpty ? null : machine },
    losses,
  };
}

/** The event by which people enter; null = the format has no such trigger. */
function writeTriggers(triggers: readonly JourneyNode[], states: ReadonlySet<string>, losses: Loss[]): string | null {
  const [first, ...others] = triggers;
  if (first === undefined) {
    losses.push({ field: "nodes", message: "The journey has no trigger, and this format needs one." });
    return null;
  }
  for (const { id, name } of others)
    losses.push({ nodeId: id, field: "config", message: `“${name}”: this format has one trigger only.` });
  if (first.name !== triggerName(states, []))
    losses.push({
      nodeId: first.id,
      field: "name",
      message: `The trigger “${first.name}” has no name in this format.`,
    });
  const event = eventOf(first.config);
  if (event === null)
    losses.push({ nodeId: first.id, field: "config", message: `“${first.name}”: this format has no such trigger.` });
  return others.length > 0 ? null : event;
}

function eventOf(config: JsonObject): string | null {
  const { triggerType, triggerConfig } = config;
  if (!hasOnly(config, ["triggerType", "triggerConfig"])) return null;
  const inner = objectOr(triggerConfig);
  if (triggerType === "MANUAL") return hasOnly(inner, []) ? "manual" : null;
  if (triggerType !== "CUSTOM_EVENT" || !hasOnly(inner, ["eventName"])) return null;
  return TRIGGER_EVENTS.find((event) => event !== "manual" && event === inner.eventName) ?? null;
}

function initialOf(
  triggers: readonly JourneyNode[],
  outgoing: ReadonlyMap<string, readonly JourneyEdge[]>,
  losses: Loss[],
): string | null {
  const [first] = triggers;
  const edges = triggers.flatMap(({ id }) => outgoing.get(id) ?? []);
  const [edge, ...more] = edges;
  for (const { id, name } of more)
    losses.push({
      edgeId: id,
      field: "sourceNodeId",
      message: `“${name}”: one step follows the trigger in this format.`,
    });
  if (edge !== undefined && edge.trigger === null && more.length === 0) return edge.targetNodeId;
  if (first !== undefined && more.length === 0)
    losses.push({ nodeId: first.id, field: "config", message: `“${first.name}” leads to no step at once.` });
  return null;
}

type Surroundings = {
  readonly edges: readonly JourneyEdge[];
  readonly names: ReadonlyMap<string, string>;
  readonly losses: Loss[];
};

function writeState(node: JourneyNode, { edges, names, losses }: Surroundings): State {
  const lose = (field: string, message: string) => losses.push({ nodeId: node.id, field, message });
  if (node.type === "EXIT") return { type: "final" };
  const step = stepOf(node);
  if (step === null) lose("config", `“${node.name}”: this format has no step for ${node.type} as it is set up.`);
  for (const field of step?.carries ?? [])
    if (node.config[field] !== undefined)
      lose(`config.${field}`, `“${node.name}”: this format has no ${field} for messages.`);
  const routes = routesAmong(node, edges);
  for (const { id, name } of routes.races)
    losses.push({ edgeId: id, field: "trigger", message: `“${name}”: edges with triggers are not in this format.` });
  const on: Record<string, string> = {};
  const events = Object.entries(step?.on ?? {});
  for (const { key, edge } of routes.exits) {
    const event = events.find(([, exit]) => exit === key)?.[0] ?? key;
    if (edge !== null) on[event] = names.get(edge.targetNodeId) ?? "";
    else if (step !== null)
      lose("config", `“${node.name}” ends the journey at ${event}; here a final state would say it.`);
  }
  const isSaid = step !== null && routes.races.length === 0;
  return { meta: isSaid ? step.meta : { type: node.type.toLowerCase() }, on };
}

function settingLosses(settings: JsonObject): Loss[] {
  const keys = new Set([...Object.keys(settings), ...Object.keys(OWN_SETTINGS)]);
  return [...keys].flatMap((key): Loss[] => {
    const { [key]: value } = settings;
    if (JSON.stringify(value) === JSON.stringify(OWN_SETTINGS[key])) return [];
    return [{ field: `settings.${key}`, message: `The setting ${key} is not in this format.` }];
  });
}

function restLosses({ goalConfig, audienceId, allowAnonymous }: JourneyDraft["document"]): Loss[] {
  return [
    ...(goalConfig === null ? [] : [{ field: "goalConfig", message: "The goal is not in this format." }]),
    ...(audienceId === null ? [] : [{ field: "audienceId", message: "The audience is not in this format." }]),
    ...(allowAnonymous ? [{ field: "allowAnonymous", message: "Anonymous visitors are not in this format." }] : []),
  ];
}
