import { ERROR_CODES, type JourneyEdge, type JourneyNode, type Problem, type ProblemCode } from "#journey";

export type Place = {
  readonly node?: JourneyNode | undefined;
  readonly edge?: JourneyEdge | undefined;
  readonly field?: string | undefined;
};

/** Makes a problem; its code decides the severity unless one is given. */
export function problem(
  code: ProblemCode,
  message: string,
  place: Place = {},
  severity: Problem["severity"] = (ERROR_CODES as readonly string[]).includes(code) ? "error" : "warning",
): Problem {
  const { node, edge, field } = place;
  return { code, severity, nodeId: node?.id ?? null, edgeId: edge?.id ?? null, field: field ?? null, message };
}

/** How a message names a node: as the canvas does, by its label, if it has one. */
export function quoted(node: JourneyNode | undefined): string {
  return node === undefined ? "a node that is not there" : `“${node.label ?? node.name}”`;
}

/** Errors block publishing, warnings do not. */
export function blocksPublishing(problems: readonly Problem[]): boolean {
  return problems.some((found) => found.severity === "error");
}
