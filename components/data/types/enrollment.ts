import type { JsonObject } from "#journey";
import type { Delivery } from "./delivery.ts";

export type EnrollmentStatus = "ACTIVE" | "COMPLETED" | "STOPPED" | "ARCHIVED" | "FAILED";

export type EnrollmentPerson = {
  id: string;
  externalId: string | null;
  anonymousId: string | null;
  traits: JsonObject;
};

export type Enrollment = {
  id: string;
  journeyId: string;
  journeyName: string;
  versionId: string;
  endUserId: string;
  status: EnrollmentStatus;
  exitReason: string | null;
  enrolledAt: string;
  endedAt: string | null;
  /** The person's current step, or the last one. */
  nodeId: string | null;
  wakeAt: string | null;
  endUser: EnrollmentPerson;
};

/** One hop, with the receipt that says why. */
export type Transition = {
  id: string;
  fromNodeId: string | null;
  fromNodeName?: string | null;
  toNodeId: string | null;
  toNodeName?: string | null;
  edgeId: string | null;
  at: string;
  cause: string;
  receipt: JsonObject;
};

export type EnrollmentDetail = Enrollment & {
  versionNumber: number;
  trigger: JsonObject | null;
  transitions: Transition[];
  deliveries: Delivery[];
};
