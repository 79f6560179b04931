import { splitsOf } from "#engine";
import type { WorkspaceSnapshot } from "./workspace-snapshot.ts";

const known = new WeakMap<WorkspaceSnapshot, { readonly size: number; readonly found: boolean }>();

/** Whether any loaded program has a split that uses earlier paths; cached until another program is loaded. */
export function hasStickySplits(world: WorkspaceSnapshot | undefined): boolean {
  if (world === undefined) return false;
  const memory = known.get(world);
  if (memory?.size === world.programs.size) return memory.found;
  const found = [...world.programs.values()].flatMap(splitsOf).some(({ config }) => Boolean(config.sticky));
  known.set(world, { size: world.programs.size, found });
  return found;
}
