import { ActionConfig, type Operation } from "#journey";
import { knownExpression } from "../expressions/index.ts";
import { segmentId } from "../guards/index.ts";
import type { Behaviour, Visit } from "../model.ts";
import { ruleContextFor, viewOf } from "../person/facts.ts";
import { FIRST_FORMAT } from "../program.ts";
import type { PersonPatch } from "../signal.ts";
import { faultIn, growsTooLarge, MOST_TRAIT_BYTES } from "../storable.ts";
import { change, emit, enrollElsewhere, mapped } from "./effects.ts";
import { toJson } from "./json.ts";

export const action: Behaviour = {
  format: () => FIRST_FORMAT,
  repeats: false,
  enter(visit) {
    const { operations } = ActionConfig.parse(visit.state.program.config);
    for (const operation of operations) perform(visit, operation);
    return { exit: "next", receipt: { did: operations.map((operation) => operation.type) } };
  },
};

function perform(visit: Visit, operation: Operation): void {
  switch (operation.type) {
    case "none":
      return;
    case "set_flag":
      visit.enrollment.memory.flags = { ...visit.enrollment.memory.flags, [operation.flag]: operation.value };
      return;
    case "emit_event":
      emit(visit, operation.eventName, mapped(visit, operation.properties));
      return;
    case "enroll":
      enrollElsewhere(visit, journeyMeant(visit, String(operation.journey)), mapped(visit, operation.properties));
      return;
    default:
      change(visit, patchOf(visit, operation));
      return;
  }
}

type Change = Exclude<Operation, { type: "none" | "set_flag" | "emit_event" | "enroll" }>;

function patchOf(visit: Visit, operation: Change): PersonPatch {
  switch (operation.type) {
    case "tag_user":
      return { addTags: [operation.tagName] };
    case "untag_user":
      return { removeTags: [operation.tagName] };
    case "advance_stage":
      return { stage: operation.stageName };
    case "set_attribute":
      return { traits: { [operation.attribute]: newTrait(visit, operation) } };
    case "unset_attribute":
      return { traits: { [operation.attribute]: null } };
    case "add_segment":
      return { addSegments: [segmentToJoin(visit, String(operation.segment))] };
    case "remove_segment":
      return { removeSegments: segmentMeant(visit, String(operation.segment)) };
  }
}

/** Nobody is in a segment that is not there, so that leaving it is done already. */
function segmentMeant({ work, enrollment }: Visit, reference: string): string[] {
  const id = segmentId(reference, work.turn.world.segments, enrollment.prepared.program.pins?.segments);
  return id === null ? [] : [id];
}

/** A list that was deleted, or is not of this workspace, cannot be joined: the step fails (R46). */
function segmentToJoin(visit: Visit, reference: string): string {
  const [id] = segmentMeant(visit, reference);
  if (id === undefined) throw new Error(`There is no segment “${reference}”.`);
  return id;
}

const journeyMeant = ({ enrollment }: Visit, reference: string): string =>
  enrollment.prepared.program.pins?.journeys[reference] ?? reference;

type SetAttribute = Extract<Operation, { type: "set_attribute" }>;

/** A value that cannot be stored, or that makes the person too large, fails the step (R47). */
function newTrait(visit: Visit, operation: SetAttribute): unknown {
  const value = computedValue(visit, operation);
  const name = `The value of ${operation.attribute}`;
  const fault = faultIn(value, MOST_TRAIT_BYTES);
  if (fault !== null) throw new Error(`${name} ${fault}.`);
  const { traits } = viewOf(visit.work, visit.enrollment);
  if (growsTooLarge(traits, { ...traits, [operation.attribute]: value }))
    throw new Error(`${name} makes the person's traits longer than ${MOST_TRAIT_BYTES / 1_024} KB.`);
  return value;
}

/** A value that cannot be computed fails the step. */
function computedValue(visit: Visit, operation: { value?: unknown; expression?: string | undefined }): unknown {
  if (operation.expression === undefined) return operation.value;
  const expression = knownExpression(operation.expression);
  if ("error" in expression) throw new Error(expression.error);
  return toJson(expression.evaluate(ruleContextFor(visit.work, visit.enrollment, visit.at, null).scope, visit.at));
}
