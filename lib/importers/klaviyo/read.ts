import type { GoalConfig } from "#journey";
import { isObject } from "#values";
import { checkedContent } from "../contents.ts";
import type { ImportedContent, ImportedJourney, Importer, ImportProblem, ReadOptions } from "../contract.ts";
import { drawFlow } from "../graph/draw-flow.ts";
import type { FlowStep } from "../graph/sketch.ts";
import { listOf, objectOf, textOf } from "../json.ts";
import { Outline } from "../outline.ts";
import { conditionalSplit, linksOf, multiBranch, outputSplit, triggerSplit } from "./branching.ts";
import { dateTraitOf, ENTRY_ID, settingsOf, triggerOf } from "./entry.ts";
import { experiment, listUpdate, send, updateProfile } from "./messages.ts";
import { type Action, leftOut, nameOf, Scene, type Translate, type Translation } from "./scene.ts";
import { backInStock, countdown, targetDate, timeDelay } from "./timing.ts";

type Fields = Readonly<Record<string, unknown>>;
type Flow = { readonly id: string; readonly name: string; readonly definition: Fields; readonly pointer: string };

const ACTIONS: Readonly<Record<string, Translate>> = {
  "send-email": send("email"),
  "send-sms": send("sms"),
  "send-mobile-push": send("push"),
  "send-webhook": send("webhook"),
  "send-whatsapp": () => leftOut("There is no channel WhatsApp here."),
  "send-internal-alert": () => leftOut("Messages to colleagues are not part of a journey here."),
  "time-delay": timeDelay,
  "countdown-delay": countdown,
  "target-date": targetDate,
  "back-in-stock-delay": backInStock,
  "conditional-split": conditionalSplit,
  "trigger-split": triggerSplit,
  "multi-branch-split": multiBranch,
  "action-output-split": outputSplit,
  "ab-test": experiment,
  "content-experiment": experiment,
  "update-profile": updateProfile,
  "list-update": listUpdate,
};

const hasDefinition = (value: unknown): boolean =>
  isObject(value) && Array.isArray(value.actions) && "triggers" in value;

/** The resources of an answer in JSON:API, or a bare definition. */
function resourcesOf(file: unknown): readonly { readonly resource: Fields; readonly pointer: string }[] {
  if (!isObject(file)) return [];
  if (hasDefinition(file)) return [{ resource: { attributes: { definition: file } }, pointer: "" }];
  const list = Array.isArray(file.data) ? file.data : [file.data];
  return list.map((one, index) => ({
    resource: objectOf(one),
    pointer: Array.isArray(file.data) ? `/data/${index}` : "/data",
  }));
}

const isFlow = ({ resource }: { readonly resource: Fields }): boolean =>
  resource.type === "flow" || hasDefinition(objectOf(resource.attributes).definition);

/** Flows of Klaviyo, as its API answers them with their definitions. */
export const klaviyo: Importer = {
  product: "klaviyo",
  title: "Klaviyo",
  matches: (file) => resourcesOf(file).some(isFlow),
  read(file, options) {
    const flows: Flow[] = [];
    const skipped: ImportProblem[] = [];
    const isBare = hasDefinition(file);
    for (const { resource, pointer } of resourcesOf(file).filter(isFlow)) {
      const { name, definition } = objectOf(resource.attributes);
      const place = isBare ? "" : `${pointer}/attributes/definition`;
      const flow = { id: textOf(resource.id), name: textOf(name), definition: objectOf(definition), pointer: place };
      if (hasDefinition(definition)) flows.push(flow);
      else skipped.push({ pointer: place, message: sayMissing(flow.name) });
    }
    if (flows.length === 0) return { problems: skipped };
    const problems = flows.flatMap(problemsOf);
    return problems.length > 0 ? { problems } : { journeys: flows.map((flow) => readFlow(flow, options)), skipped };
  },
};

const sayMissing = (name: string): string =>
  `${name ? `“${name}”` : "A flow"} has no definition: ask for it with additional-fields[flow]=definition.`;

const idOf = (action: unknown): string => textOf(objectOf(action).id) || textOf(objectOf(action).temporary_id);

function problemsOf({ definition, pointer }: Flow): ImportProblem[] {
  const ids = new Set<string>();
  const problems = listOf(definition.actions).flatMap((action, index): ImportProblem[] => {
    const place = `${pointer}/actions/${index}`;
    if (textOf(objectOf(action).type) === "") return [{ pointer: `${place}/type`, message: "The action has no type." }];
    if (idOf(action) === "") return [{ pointer: `${place}/id`, message: "The action has no id." }];
    if (ids.has(idOf(action))) return [{ pointer: `${place}/id`, message: "Two actions have this id." }];
    ids.add(idOf(action));
    return [];
  });
  const entry = textOf(definition.entry_action_id);
  if (entry !== "" && problems.length === 0 && !ids.has(entry))
    problems.push({ pointer: `${pointer}/entry_action_id`, message: `There is no action ${entry}.` });
  return problems;
}

function readFlow({ id, name, definition, pointer }: Flow, options: ReadOptions): ImportedJourney {
  const outline = new Outline(options.names);
  const contents = new Map<string, ImportedContent>();
  const addContent = (given: ImportedContent) => {
    const { content, reasons } = checkedContent(given);
    contents.set(content.key, content);
    return reasons;
  };
  const scene = new Scene(outline, addContent, dateTraitOf(definition));
  const trigger = triggerOf(definition, pointer, outline);
  const settings = settingsOf(definition, pointer, outline);
  const steps = listOf(definition.actions).map((action, index) => stepOf(action, `${pointer}/actions/${index}`, scene));
  const start = textOf(definition.entry_action_id) || null;
  const { nodes, edges, namesOf } = drawFlow({ triggers: [trigger], entryId: ENTRY_ID, start, steps });
  return {
    foreignId: id || name || "flow",
    name: (name || "Flow").slice(0, 255),
    description: null,
    nodes,
    edges,
    settings,
    goalConfig: goalOf(scene),
    contents: [...contents.values()],
    segments: outline.segments,
    unnamed: outline.unnamed,
    report: outline.report(namesOf),
  };
}

function stepOf(value: unknown, pointer: string, scene: Scene): FlowStep {
  const fields = objectOf(value);
  const action: Action = { id: idOf(value), fields, data: objectOf(fields.data), pointer };
  const type = textOf(fields.type);
  const translate = Object.hasOwn(ACTIONS, type) ? ACTIONS[type] : undefined;
  const unknown = (): Translation =>
    leftOut(`Actions of the type ${type} have no counterpart, or come from a newer version.`);
  const { piece, level, reasons, unfinished = false } = (translate ?? unknown)(action, scene);
  const about = { pointer, subject: "step" as const, id: action.id, name: nameOf(action), type };
  scene.outline.note(about, { level, reason: reasons.length > 0 ? reasons.join(" ") : null, unfinished });
  const links = linksOf(action);
  const ways = [...Object.keys(piece?.exits ?? {}), "next", "next_if_false"];
  // The variations of a test continue where the test does, and so do those whom a filter skips.
  const next = Object.fromEntries(ways.map((way) => [way, links[way] ?? (way in links ? null : (links.next ?? null))]));
  return { id: action.id, piece, next, through: "next" in links ? "next" : "next_if_false" };
}

/** The metric that is asked for since the start of the flow: reaching it ends nothing. */
function goalOf({ goalMetric }: Scene): GoalConfig | null {
  return goalMetric === null ? null : { type: "event", config: { eventName: goalMetric }, exitOnGoal: false };
}
