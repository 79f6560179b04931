import { enrollMembers } from "../sql/enroll-members.ts";
import { enrollPeople } from "../sql/enroll-people.ts";
import type { OperationKind } from "./operation.ts";

/** Hands an `enroll` signal to the members of a segment, or to the people listed, who belong to the workspace. */
export const enroll: OperationKind = {
  work: async (slice) => {
    const { input, journeyId } = slice.operation;
    const properties = input.properties ? { properties: input.properties } : {};
    const payload = JSON.stringify({ journeyId, origin: input.origin ?? "manual", ...properties });
    const listed = input.personIds ?? input.people;
    if (Array.isArray(listed)) return await enrollPeople(slice, payload, listed.map(String));
    return await enrollMembers(slice, payload, String(input.segmentId));
  },
};
