/** The report of a process; `dateReplaced` = its global `Date` was replaced since the start. */
export type Report = { readonly cases: number; readonly dateReplaced: boolean; readonly failures: readonly string[] };

const DateAtStart = Date;

/** Runs the cases in this process. They are loaded only now, so that they use the engine that was loaded before. */
export async function report(): Promise<Report> {
  const { caseCount, failures } = await import("./failures.ts");
  return { cases: caseCount, dateReplaced: Date !== DateAtStart, failures: failures() };
}
