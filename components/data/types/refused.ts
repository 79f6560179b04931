export type RefusedReason =
  | "invalid"
  | "no_person"
  | "reserved_name"
  | "unstorable"
  | "not_stored"
  | "time_unreadable"
  | "time_ahead"
  | "text_mended";

export type RefusedSample = {
  at: string;
  path: string;
  field: string | null;
  message: string;
  userId: string | null;
  anonymousId: string | null;
  text: string;
};

/** Messages that were refused, or stored after a change, for one reason and field. */
export type RefusedMessage = {
  outcome: "refused" | "changed";
  reason: RefusedReason;
  field: string;
  count: number;
  firstAt: string;
  lastAt: string;
  samples: RefusedSample[];
};

export type RefusedTotals = { received: number; refused: number; changed: number };
