import { MESSAGE_TYPES, type MessageType } from "./messages.ts";

/** How a door answers: Segment's `{success}` or this API's `{data}`. */
export type Dialect = "segment" | "native";

export type DoorRoute = { readonly path: string; readonly type: MessageType | "batch"; readonly dialect: Dialect };

/**
 * The addresses by which Segment's browser and mobile clients call the kinds, and those of its server clients for
 * batches.
 */
const SEGMENT_PATHS: Readonly<Record<string, DoorRoute["type"]>> = {
  ...Object.fromEntries(MESSAGE_TYPES.flatMap((type) => [type, type.charAt(0)].map((path) => [path, type]))),
  batch: "batch",
  b: "batch",
  import: "batch",
};

/** Every address that accepts messages. */
export const DOOR_ROUTES: readonly DoorRoute[] = [
  ...Object.entries(SEGMENT_PATHS).map(
    ([path, type]): DoorRoute => ({ path: `/v1/${path}`, type, dialect: "segment" }),
  ),
  { path: "/api/track", type: "track", dialect: "native" },
  { path: "/api/identify", type: "identify", dialect: "native" },
  { path: "/api/batch", type: "batch", dialect: "native" },
];

/** The settings that Segment's and Customer.io's clients load first. */
export const SETTINGS_PATH = "/v1/projects/:key/settings";
/** The same for Rudder's. */
export const SOURCE_CONFIG_PATH = "/sourceConfig";

const paths = new Set([...DOOR_ROUTES.map((route) => route.path), SOURCE_CONFIG_PATH, `${SOURCE_CONFIG_PATH}/`]);

/** Whether a request belongs to the door: its own addresses, and everything under /v1. */
export function isDoorPath(pathname: string): boolean {
  return paths.has(pathname) || pathname.startsWith("/v1/");
}
