import type { FlowStep, Piece, SketchNode, Way } from "../graph/sketch.ts";
import { listOf, objectOf, textOf } from "../json.ts";
import type { Outline } from "../outline.ts";
import { allOf } from "../rules/join.ts";
import { conditional, randomCohorts } from "./branching.ts";
import { rulesOf } from "./filters.ts";
import { callFunction, email, push, sms } from "./messages.ts";
import { delay, timeWindow, waitUntil } from "./timing.ts";
import { keyOf, leftOut, nodeOf, type Scene, type Translate, type Translation } from "./translation.ts";
import { type Action, actionName, actionType, type Workflow } from "./workflow.ts";

const exit: Translate = (_, action) => ({
  piece: { nodes: [nodeOf(action, "EXIT", {})], links: [], exits: {} },
  level: "taken_over",
  reasons: [],
});

const STEPS: Readonly<Record<string, Translate>> = {
  delay,
  wait_until_time_window: timeWindow,
  wait_until_condition: waitUntil,
  wait_until_event: waitUntil,
  conditional_branch: conditional,
  random_cohort_branch: randomCohorts,
  function: callFunction,
  function_email: email,
  function_sms: sms,
  function_push: push,
  exit,
};

/** One action as a step, with its entry in the report. */
export function stepOf(action: Action, { edges }: Workflow, outline: Outline, scene: Scene): FlowStep {
  const type = actionType(action);
  const translate = Object.hasOwn(STEPS, type) ? STEPS[type] : undefined;
  const unknown = () => leftOut(`Actions of the type ${type} have no counterpart, or come from a newer version.`);
  const translated = guarded(action, (translate ?? unknown)(objectOf(action.fields.config), action, scene));
  const reasons = [...translated.reasons, ...notesOf(action)];
  const isTaken = translated.level === "taken_over" && reasons.length > translated.reasons.length;
  const about = { pointer: action.pointer, subject: "step" as const, id: action.id, name: actionName(action), type };
  outline.note(about, {
    level: isTaken ? "approximated" : translated.level,
    reason: reasons.length > 0 ? reasons.join(" ") : null,
    unfinished: translated.unfinished ?? false,
  });
  return {
    id: action.id,
    piece: translated.piece,
    next: nextOf(translated, edges.get(action.id) ?? {}),
    through: "continue",
  };
}

/** A branch without an edge continues where the others do; each event of a wait leads where branch 0 leads. */
function nextOf({ piece }: Translation, edges: Readonly<Record<string, string>>): Record<string, string | null> {
  const ways = [...Object.keys(piece?.exits ?? {}), "continue"];
  return Object.fromEntries(ways.map((way) => [way, edges[way.split("/")[0] ?? ""] ?? edges.continue ?? null]));
}

/** An action with filters runs only for those who match; the others pass it. */
function guarded(action: Action, translated: Translation): Translation {
  const { filters } = action.fields;
  if (listOf(objectOf(filters).properties).length === 0 || translated.piece === null) return translated;
  const rules = rulesOf(filters);
  const key = `${keyOf(action)}/filter`;
  const config = { rules: rules === null || rules.length === 0 ? { all: [] } : allOf(rules) };
  const condition: SketchNode = { key, name: `${actionName(action)}: for whom?`, type: "CONDITION", config };
  const { nodes, links, exits } = translated.piece;
  const skip: Record<string, Way> = { skip: { node: key, branch: "FALSE" } };
  const piece: Piece = {
    nodes: [condition, ...nodes],
    links: [{ node: key, branch: "TRUE", to: nodes[0].key }, ...links],
    exits: { ...exits, ...skip },
  };
  if (rules !== null) return { ...translated, piece };
  const reasons = [...translated.reasons, "Its filter could not be read: choose for whom it runs."];
  return { ...translated, piece, level: "approximated", reasons, unfinished: true };
}

function notesOf({ fields }: Action): string[] {
  const notes: string[] = [];
  if (fields.on_error === "abort") notes.push("A failure ends the workflow there; here people continue.");
  if (fields.output_variable) notes.push("Its result is not kept in a variable here.");
  if (textOf(objectOf(fields.config).message_category_id) !== "") notes.push("Its message category is left out.");
  return notes;
}
