import type { JsonObject } from "#journey";

export type DeliveryStatus =
  | "queued"
  | "held"
  | "sending"
  | "sent"
  | "captured"
  | "pending"
  | "shown"
  | "completed"
  | "dismissed"
  | "unknown"
  | "failed"
  | "cancelled"
  | "skipped";

export type Delivery = {
  id: string;
  journeyId: string;
  journeyName: string | null;
  enrollmentId: string;
  personId: string;
  nodeId: string;
  channel: string;
  contentType: string;
  contentId: string | null;
  status: DeliveryStatus;
  recipient: string | null;
  sender: string | null;
  subject: string | null;
  attempts: number;
  error: string | null;
  queuedAt: string;
  sentAt: string | null;
  nextAttemptAt: string | null;
};

/** One delivery with the message as it was rendered. */
export type DeliveryDetail = Delivery & {
  /** What the message printed nothing for, in sentences. */
  notes: string[];
  html: string | null;
  text: string | null;
  variables: JsonObject;
};
