import type { EnrollmentDetail, JourneyDetail } from "#data";

type Way = { readonly id: string; readonly name: string; readonly mark: "passed" | "here" | "ahead" };

/** The steps of a journey, and how far an enrollment is: where it is now or where it ended, and what it passed before. */
export function wayOf(
  nodes: JourneyDetail["nodes"],
  enrollment: Pick<EnrollmentDetail, "status" | "nodeId" | "transitions"> | null,
): Way[] {
  const passed = new Set(enrollment?.transitions.flatMap(({ fromNodeId, toNodeId }) => [fromNodeId, toNodeId]));
  const isActive = enrollment?.status === "ACTIVE";
  return nodes.map(({ id, name }) => {
    if (isActive && enrollment.nodeId === id) return { id, name, mark: "here" };
    return { id, name, mark: passed.has(id) || (!isActive && enrollment?.nodeId === id) ? "passed" : "ahead" };
  });
}
