import { findProblems } from "#engine";
import type { Catalog, JourneyDocument, Problem } from "#journey";
import { orBusy } from "#services";
import { tasksOf, threadFault } from "#threads";
import { MINUTE_MS } from "#times";

const run = tasksOf<typeof import("./thread-tasks.ts")>("lib/services/journeys/thread-tasks.ts");

/**
 * The length of config, as JSON, that is checked without a thread. 500 waits are 10,000 characters and take about 15
 * ms; expressions are slow: 500 with 200 comparisons each are 2.9 million characters and took 4 s.
 */
const HERE = MINUTE_MS;
const LIMIT_MS = 10_000;

/** Finds the problems of a document, except those of its templates. */
export type LookOver = (document: JourneyDocument, catalog: Catalog) => Problem[] | Promise<Problem[]>;

const sizeOf = ({ nodes, edges, settings, goalConfig }: JourneyDocument): number =>
  JSON.stringify([nodes.map(({ config }) => config), edges.map(({ trigger }) => trigger), settings, goalConfig]).length;

/** Uses a thread if it may take long, so that other requests do not wait. Throws `busy` if no thread is free. */
export const lookOver: LookOver = async (document, catalog) => {
  if (sizeOf(document) <= HERE) return findProblems(document, catalog);
  try {
    return await orBusy(run("trials", LIMIT_MS, "findProblems", document, catalog));
  } catch (error) {
    const fault = threadFault(error);
    if (fault !== "too_slow" && fault !== "too_large") throw error;
    return [
      aboutAll("error", `Its expressions took longer than ${LIMIT_MS / 1_000} s to check, or needed too much memory.`),
    ];
  }
};

/** The same for a save, which does not wait or fail if no thread is free: it reports that the check was not made. */
export const lookOverOrSaySo: LookOver = async (document, catalog) => {
  try {
    return await lookOver(document, catalog);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "busy")) throw error;
    return [aboutAll("warning", "The journey could not be checked now: too many other tasks are running.")];
  }
};

const aboutAll = (severity: Problem["severity"], message: string): Problem => ({
  code: "bad_expression",
  severity,
  nodeId: null,
  edgeId: null,
  field: null,
  message,
});
