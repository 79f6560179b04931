import type { Operation } from "#journey";
import type { Execution } from "../execution.ts";
import { knownExpression } from "../expressions/index.ts";
import { segmentId } from "../guards/index.ts";
import type { Behaviour } from "../model.ts";
import { CAMPAIGNS_FORMAT, FIRST_FORMAT } from "../program.ts";
import type { PersonPatch } from "../signal.ts";
import { faultIn, growsTooLarge, MOST_TRAIT_BYTES } from "../storable.ts";
import { createCampaign } from "./campaigns.ts";
import { change, enrollElsewhere, makeEvent, mapped } from "./effects.ts";
import { toJson } from "./json.ts";

export const action: Behaviour<"ACTION"> = {
  format: ({ operations }) => (makesCampaigns(operations) ? CAMPAIGNS_FORMAT : FIRST_FORMAT),
  repeats: false,
  prepare: ({ config: { operations } }) => ({
    enter(run) {
      const unknown = operations.flatMap((operation) => perform(run, operation) ?? []);
      const did = operations.map((operation) => operation.type);
      return { exit: "next", receipt: { did, ...(unknown.length > 0 ? { unknown } : {}) } };
    },
  }),
};

const makesCampaigns = (operations: unknown): boolean =>
  Array.isArray(operations) && operations.some((operation) => operation?.type === "create_campaign");

/** Performs an operation; returns the name of something that it needs and that does not exist. */
function perform(run: Execution, operation: Operation): string | undefined {
  switch (operation.type) {
    case "none":
      return undefined;
    case "create_campaign":
      return createCampaign(run, String(operation.campaign)) ? undefined : `campaign ${operation.campaign}`;
    case "set_flag":
      run.enrollment.memory.flags = { ...run.enrollment.memory.flags, [operation.flag]: operation.value };
      return undefined;
    case "emit_event":
      makeEvent(run, operation.eventName, mapped(run, operation.properties));
      return undefined;
    case "enroll":
      enrollElsewhere(run, journeyMeant(run, String(operation.journey)), mapped(run, operation.properties));
      return undefined;
    default:
      change(run, patchOf(run, operation));
      return undefined;
  }
}

type Change = Exclude<Operation, { type: "none" | "set_flag" | "emit_event" | "enroll" | "create_campaign" }>;

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
