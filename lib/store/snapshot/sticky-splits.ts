import { splitsOf, type WorkspaceSnapshot } from "#engine";

const known = new WeakMap<WorkspaceSnapshot, { readonly size: number; readonly found: boolean }>();

/** Whether any loaded program has a split that uses earlier paths; cached until another program is loaded. */
export function hasStickySplits(snapshot: WorkspaceSnapshot | undefined): boolean {
  if (snapshot === undefined) return false;
  const memory = known.get(snapshot);
  if (memory?.size === snapshot.programs.size) return memory.found;
  const found = [...snapshot.programs.values()].flatMap(splitsOf).some(({ config }) => Boolean(config.sticky));
  known.set(snapshot, { size: snapshot.programs.size, found });
  return found;
}
