/** The client for Node: events through a queue that loses nothing while the server is away, and the typed API. */
export { answerOf } from "./answers.ts";
export type { Clock } from "./clock.ts";
export { type Api, type Connection, connectApi } from "./connect-api.ts";
export {
  type FieldError,
  type LossReason,
  type LostMessage,
  SojournLoss,
  SojournProblem,
  SojournUnreachable,
} from "./errors.ts";
export type {
  AliasMessage,
  GroupMessage,
  IdentifyMessage,
  Message,
  PageMessage,
  TrackMessage,
  Who,
} from "./messages.ts";
export type { QueueOptions, Retry } from "./queue.ts";
export { Sojourn, type SojournOptions } from "./sojourn.ts";
export type * from "./types/api.ts";
