import { type JourneyDraft, type ReadContext, stateMachine } from "#dialects";
import { isEntry } from "#journey";
import { type FieldError, invalid, pointerOf, ServiceError } from "#services";
import type { PlaceJourneys, PlaceWarning, SavedPlaceJourney } from "./schema.ts";

/** Reads a journey of a request; throws `invalid` with everything wrong, pointing into the body. */
export function readMachine(foreign: unknown, context: ReadContext): JourneyDraft {
  const { journey, problems } = stateMachine.read(foreign, context);
  if (journey !== null) return journey;
  const errors = problems
    .filter(({ severity }) => severity === "error")
    .map(({ pointer, code, message }): FieldError => ({ pointer, field: fieldOf(pointer), code, message }));
  throw invalid(errors[0]?.message ?? "The journey cannot be read.", errors);
}

/** An answer with what the steps of the request say that does nothing: unknown fields, and states that nothing leads to. */
export function withWarnings(answer: PlaceJourneys, machineConfig: unknown): SavedPlaceJourney {
  const foreign = { name: "Any", trigger_event: "manual", machine_config: machineConfig };
  const { problems } = stateMachine.read(foreign, { seed: "any" });
  const warnings = problems.map(({ pointer, code, message }): PlaceWarning => ({ pointer, code, message }));
  return warnings.length === 0 ? answer : { ...answer, warnings };
}

const fieldOf = (pointer: string): string =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(".");

/** Runs what publishes; its refusal points to the states instead of the nodes made of them. */
export async function inTermsOfStates<Result>(journey: JourneyDraft, publish: () => Promise<Result>): Promise<Result> {
  try {
    return await publish();
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== "invalid") throw error;
    throw invalid(
      error.message,
      error.errors.map((one) => stateError(journey, one)),
    );
  }
}

function stateError(
  { document: { nodes, edges } }: JourneyDraft,
  { nodeId, edgeId, ...error }: FieldError,
): FieldError {
  const source = nodeId ?? edges.find(({ id }) => id === edgeId)?.sourceNodeId;
  const node = nodes.find(({ id }) => id === source);
  const path = ["machine_config", ...(node && !isEntry(node) ? ["states", node.name] : [])];
  return { ...error, pointer: pointerOf(path), field: path.join(".") };
}
