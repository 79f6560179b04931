import type { Operation } from "#journey";
import type { Execution } from "../execution.ts";
import { knownExpression } from "../expressions/index.ts";
import { segmentId } from "../guards/index.ts";
import type { Behaviour } from "../model.ts";
import { FIRST_FORMAT } from "../program.ts";
import type { PersonPatch } from "../signal.ts";
import { faultIn, growsTooLarge, MOST_TRAIT_BYTES } from "../storable.ts";
import { change, enrollElsewhere, makeEvent, mapped } from "./effects.ts";
import { toJson } from "./json.ts";

export const action: Behaviour<"ACTION"> = {
  format: () => FIRST_FORMAT,
  repeats: false,
  prepare: ({ config: { operations } }) => ({
    enter(run) {
      for (const operation of operations) perform(run, operation);
      return { exit: "next", receipt: { did: operations.map((operation) => operation.type) } };
    },
  }),
};

function perform(run: Execution, operation: Operation): void {
  switch (operation.type) {
    case "none":
      return;
    case "set_flag":
      run.enrollment.memory.flags = { ...run.enrollment.memory.flags, [operation.flag]: operation.value };
      return;
    case "emit_event":
      makeEvent(run, operation.eventName, mapped(run, operation.properties));
      return;
    case "enroll":
      enrollElsewhere(run, journeyMeant(run, String(operation.journey)), mapped(run, operation.properties));
      return;
    default:
      change(run, patchOf(run, operation));
      return;
  }
}

type Change = Exclude<Operation, { type: "none" | "set_flag" | "emit_event" | "enroll" }>;

function patchOf(run: Execution, operation: Change): PersonPatch {
  switch (operation.type) {
    case "tag_user":
      return { addTags: [operation.tagName] };
    case "untag_user":
      return { removeTags: [operation.tagName] };
    case "advance_stage":
      return { stage: operation.stageName };
    case "set_attribute":
      return { traits: { [operation.attribute]: newTrait(run, operation) } };
    case "unset_attribute":
      return { traits: { [operation.attribute]: null } };
    case "add_segment":
      return { addSegments: [segmentToJoin(run, String(operation.segment))] };
    case "remove_segment":
      return { removeSegments: segmentMeant(run, String(operation.segment)) };
  }
}

/** Nobody is in a segment that does not exist, so leaving one does nothing. */
function segmentMeant({ advanceState, enrollment }: Execution, reference: string): string[] {
  const id = segmentId(reference, advanceState.input.snapshot.segments, enrollment.prepared.program.pins?.segments);
  return id === null ? [] : [id];
}

/** A segment that was deleted, or belongs to another workspace, cannot be joined: the node fails (R46). */
function segmentToJoin(run: Execution, reference: string): string {
  const [id] = segmentMeant(run, reference);
  if (id === undefined) throw new Error(`There is no segment “${reference}”.`);
  return id;
}

const journeyMeant = ({ enrollment }: Execution, reference: string): string =>
  enrollment.prepared.program.pins?.journeys[reference] ?? reference;

type SetAttribute = Extract<Operation, { type: "set_attribute" }>;

/** The node fails if the value cannot be stored or makes the person's traits too large (R47). */
function newTrait(run: Execution, operation: SetAttribute): unknown {
  const value = computedValue(run, operation);
  const name = `The value of ${operation.attribute}`;
  const fault = faultIn(value, MOST_TRAIT_BYTES);
  if (fault !== null) throw new Error(`${name} ${fault}.`);
  const { traits } = run.person;
  if (growsTooLarge(traits, { ...traits, [operation.attribute]: value }))
    throw new Error(`${name} makes the person's traits longer than ${MOST_TRAIT_BYTES / 1_024} KB.`);
  return value;
}

/** The node fails if the value cannot be computed. */
function computedValue(run: Execution, operation: { value?: unknown; expression?: string | undefined }): unknown {
  if (operation.expression === undefined) return operation.value;
  const expression = knownExpression(operation.expression);
  if ("error" in expression) throw new Error(expression.error);
  return toJson(expression.evaluate(run.facts().scope, run.at));
}
