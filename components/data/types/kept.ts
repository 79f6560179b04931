/** A signal that was accepted, could not be processed and is kept until somebody replays or discards it. */
export type KeptSignal = {
  id: string;
  personId: string;
  kind: string;
  payload: Record<string, unknown>;
  reason: "refused" | "process_died";
  error: string;
  receivedAt: string;
  rejectedAt: string;
};

export type Replay = { replayed: number; left: number; superseded: { id: string; fields: string[] }[] };
