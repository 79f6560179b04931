import { type JourneyDraft, orderedSteps } from "#dialects";
import { isEnd, isEntry, type JourneyNode } from "#journey";
import { type Context, type FieldError, invalid } from "#services";
import { type JourneyRow, type PlacedProblem, problemsOf } from "#services/journeys";
import type { V1Problem } from "./schema.ts";

/** Everything that is wrong with a draft, in the words and with the pointers of this API. */
export async function findStepProblems(ctx: Context, row: JourneyRow, draft: JourneyDraft): Promise<V1Problem[]> {
  const { foreign } = orderedSteps.write(draft);
  const places = new Map(foreign.steps.map(({ id }, index) => [id, index]));
  const { problems } = orderedSteps.read(foreign, { seed: row.id, before: draft });
  const undefinedTargets = problems.map(({ code, pointer, message }): V1Problem => {
    const stepId = foreign.steps[Number(/^\/steps\/(\d+)/.exec(pointer)?.[1] ?? -1)]?.id ?? null;
    return { code, severity: "error", stepId, pointer, message };
  });
  const none: V1Problem[] =
    foreign.steps.length > 0
      ? []
      : [
          {
            code: "missing_config",
            severity: "error",
            stepId: null,
            pointer: "/steps",
            message: "There are no steps yet.",
          },
        ];
  const others = (await problemsOf(ctx, row, draft.document)).flatMap((problem) => placed(problem, draft, places));
  return [...none, ...undefinedTargets, ...others];
}

/** The problems that prevent activating, as one refusal. */
export async function requireActivatable(ctx: Context, row: JourneyRow, draft: JourneyDraft): Promise<void> {
  const errors = (await findStepProblems(ctx, row, draft)).filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  throw invalid(
    "This journey cannot be activated yet.",
    errors.map(({ pointer, code, message }): FieldError => {
      return { pointer, field: pointer.slice(1).replaceAll("/", ".") || null, code, message };
    }),
  );
}

/** A problem of the document at its step. Steps that are not defined are reported where they are named. */
function placed(problem: PlacedProblem, { document }: JourneyDraft, places: ReadonlyMap<string, number>): V1Problem[] {
  const { code, severity, message, field } = problem;
  const edge = document.edges.find(({ id }) => id === problem.edgeId);
  const nodeId = problem.nodeId ?? edge?.sourceNodeId ?? null;
  const node = document.nodes.find(({ id }) => id === nodeId);
  const index = node === undefined ? undefined : places.get(node.name);
  const isStep = node !== undefined && !isEntry(node) && !isEnd(node);
  if (isStep && index === undefined) return [];
  const stepId = index === undefined ? null : (node?.name ?? null);
  return [{ code, severity, stepId, pointer: pointerTo(index, node, field), message }];
}

/** Names of fields in a document that steps call otherwise. */
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^contentId$/, "config.creativeId"],
  [/^config\.branches\b/, "config.conditions"],
  [/^(config\.operations\.\d+\.)(attribute|flag)$/, "$1key"],
  [/^settings\.entryConditions\b/, "entryConditions"],
  [/^settings\.minDaysSinceLastJourney\b/, "entryConditions.minDaysSinceLastJourney"],
  [/^settings\./, ""],
  [/^exits\..*$/, ""],
];

function pointerTo(index: number | undefined, node: JourneyNode | undefined, field: string | null): string {
  if (node && isEntry(node)) return "/entryConditions";
  const written = FIELDS.reduce((path, [from, to]) => path.replace(from, to), field ?? "");
  const parts = written.split(".").filter((part) => part !== "");
  return [...(index === undefined ? [] : ["steps", String(index)]), ...parts].map((part) => `/${part}`).join("");
}
