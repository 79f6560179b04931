import type { Catalog, JourneyDocument, Problem } from "#journey";
import { withinOneDocument } from "../patterns.ts";
import { findCycleProblems } from "./cycles.ts";
import { findEdgeProblems } from "./edges.ts";
import { graphOf } from "./graph.ts";
import { findJourneyProblems } from "./journey.ts";
import { findNodeProblems } from "./nodes.ts";
import { findPastDates } from "./past-dates.ts";
import { findReferenceProblems } from "./references.ts";
import { findUnknownFields } from "./unknown-fields.ts";

export { blocksPublishing } from "./report.ts";

/**
 * All problems of a document, errors first; what the catalog does not know is not checked. Template sources are checked
 * where templates are rendered.
 */
export function findProblems(document: JourneyDocument, catalog: Catalog): Problem[] {
  return withinOneDocument(() => findAll(document, catalog));
}

function findAll(document: JourneyDocument, catalog: Catalog): Problem[] {
  const graph = graphOf(document);
  const problems = [
    ...findJourneyProblems(graph),
    ...findNodeProblems(graph, catalog),
    ...findUnknownFields(document),
    ...findEdgeProblems(graph),
    ...findCycleProblems(graph),
    ...findReferenceProblems(graph, catalog),
    ...findPastDates(graph, catalog),
  ];
  return problems.sort((left, right) => Number(left.severity === "warning") - Number(right.severity === "warning"));
}
