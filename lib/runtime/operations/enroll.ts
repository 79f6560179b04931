import { enrollEveryone } from "../sql/enroll-everyone.ts";
import { enrollMembers } from "../sql/enroll-members.ts";
import { enrollPeople } from "../sql/enroll-people.ts";
import { shardsBeingBuilt } from "../sql/shards-being-built.ts";
import type { OperationKind } from "./operation.ts";

/** Hands an `enroll` signal to the members of a segment, to the people listed, or to everyone, of the workspace. */
export const enroll: OperationKind = {
  work: async (slice) => {
    const { input, journeyId } = slice.operation;
    const properties = input.properties ? { properties: input.properties } : {};
    const entry = input.nodeId ? { nodeId: input.nodeId } : {};
    const payload = JSON.stringify({ journeyId, origin: input.origin ?? "manual", ...entry, ...properties });
    const listed = input.personIds ?? input.people;
    if (Array.isArray(listed)) return await enrollPeople(slice, payload, listed.map(String));
    if (input.everyone === true) return await enrollEveryone(slice, payload);
    return await enrollMembers(slice, payload, String(input.segmentId), input.origin === "audience");
  },
  // Who is on the list is known only when the segment's own build has been through the shard (R28).
  ready: async (sql, { input }, shards) => {
    if (typeof input.segmentId !== "string") return [...shards];
    const building = await shardsBeingBuilt(sql, input.segmentId, shards);
    return shards.filter((shard) => !building.includes(shard));
  },
};
