import { faultOf, type Program } from "#engine";

export type FaultyVersion = { readonly workspaceId: string; readonly journeyId: string | null; readonly why: string };

type Read = { readonly id: string; readonly workspaceId: string; readonly program: Program };

/**
 * Selects the versions that can be run. The others are added to `faulty`, from which the check for alerts reports them.
 */
export function runnable(faulty: Map<string, FaultyVersion>, rows: readonly Read[]): Read[] {
  return rows.filter(({ id, workspaceId, program }) => {
    const why = faultOf(program);
    if (why !== null) faulty.set(id, { workspaceId, journeyId: program?.journeyId ?? null, why });
    return why === null;
  });
}
