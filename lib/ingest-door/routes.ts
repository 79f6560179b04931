import { MESSAGE_TYPES, type MessageType } from "./messages.ts";

/** How a door answers: Segment's `{success}` or this API's `{data}`. */
export type Dialect = "segment" | "native";

export type DoorRoute = { readonly path: string; readonly type: MessageType | "batch"; readonly dialect: Dialect };

/** Every address the door answers at. */
export const DOOR_ROUTES: readonly DoorRoute[] = [
  ...MESSAGE_TYPES.map((type): DoorRoute => ({ path: `/v1/${type}`, type, dialect: "segment" })),
  { path: "/v1/batch", type: "batch", dialect: "segment" },
  { path: "/api/track", type: "track", dialect: "native" },
  { path: "/api/identify", type: "identify", dialect: "native" },
  { path: "/api/batch", type: "batch", dialect: "native" },
];

const paths = new Set(DOOR_ROUTES.map((route) => route.path));

/** Whether a request belongs to the door: its own addresses, and everything under /v1. */
export function isDoorPath(pathname: string): boolean {
  return paths.has(pathname) || pathname.startsWith("/v1/");
}
