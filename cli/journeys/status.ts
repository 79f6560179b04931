import type { Journey } from "#sdk/node";

/** The words of source 000 for the status of a journey. */
export const STATUSES = ["draft", "active", "paused", "archived"] as const;
export type Status = (typeof STATUSES)[number];

const IN_API = { draft: "DRAFT", active: "PUBLISHED", paused: "PAUSED", archived: "ARCHIVED" } as const;

export const apiStatus = (status: Status): Journey["status"] => IN_API[status];

export function statusOf({ status }: Pick<Journey, "status">): Status {
  return STATUSES.find((word) => IN_API[word] === status) ?? "draft";
}
