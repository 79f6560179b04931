import { shardsBeingBuilt } from "#store/operation-shards";
import type { OperationKind } from "./operation.ts";

/**
 * A shard can only be processed after the segment's own build has processed it, because its members are unknown before
 * that (R28).
 */
export const builtShards: NonNullable<OperationKind["ready"]> = async (sql, { input }, shards) => {
  const { segmentId, include = [], exclude = [] } = input;
  const ids = [segmentId, include, exclude].flat().filter((id): id is string => typeof id === "string");
  const building = new Set<number>();
  for (const id of ids) for (const shard of await shardsBeingBuilt(sql, id, shards)) building.add(shard);
  return shards.filter((shard) => !building.has(shard));
};
