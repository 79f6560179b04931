/** What a process says about the cases; `dateReplaced` = it runs with another global `Date` than it started with. */
export type Report = { readonly cases: number; readonly dateReplaced: boolean; readonly failures: readonly string[] };

const DateAtStart = Date;

/** Runs the cases in this process. They are loaded only now: what loaded the engine before is what is asked. */
export async function report(): Promise<Report> {
  const { caseCount, failures } = await import("./failures.ts");
  return { cases: caseCount, dateReplaced: Date !== DateAtStart, failures: failures() };
}
