import { CLICK_PATH, OPEN_PATH } from "#tracking";
import { MESSAGE_TYPES, type MessageType } from "./messages.ts";

/** How a door answers: Segment's `{success}` or this API's `{data}`. */
export type Dialect = "segment" | "native";

/** `messageType`: of the one message that a call carries; null = a batch, whose messages say their types themselves. */
export type DoorRoute = {
  readonly path: string;
  readonly messageType: MessageType | null;
  readonly dialect: Dialect;
};

/** The addresses by which Segment's browser and mobile clients call the kinds, and those of its server clients for batches. */
const SEGMENT_PATHS: Readonly<Record<string, DoorRoute["messageType"]>> = {
  ...Object.fromEntries(MESSAGE_TYPES.flatMap((type) => [type, type.charAt(0)].map((path) => [path, type]))),
  batch: null,
  b: null,
  import: null,
};

/** Every address that accepts messages. */
export const DOOR_ROUTES: readonly DoorRoute[] = [
  ...Object.entries(SEGMENT_PATHS).map(
    ([path, messageType]): DoorRoute => ({ path: `/v1/${path}`, messageType, dialect: "segment" }),
  ),
  { path: "/api/track", messageType: "track", dialect: "native" },
  { path: "/api/identify", messageType: "identify", dialect: "native" },
  { path: "/api/batch", messageType: null, dialect: "native" },
];

/** The settings that Segment's and Customer.io's clients load first. */
export const SETTINGS_PATH = "/v1/projects/:key/settings";
/** The same for Rudder's. */
export const SOURCE_CONFIG_PATH = "/sourceConfig";

/** Where providers report what happened to messages. */
export const FEEDBACK_PREFIX = "/api/feedback/";

/** Everything below them belongs to the door: compatible clients, the SDK, and what happens to messages. */
const OTHER_PREFIXES = ["/v1/", "/sdk/", FEEDBACK_PREFIX, CLICK_PATH, OPEN_PATH];

const paths = new Set([...DOOR_ROUTES.map((route) => route.path), SOURCE_CONFIG_PATH, `${SOURCE_CONFIG_PATH}/`]);

/** Whether a request belongs to the door. */
export function isDoorPath(pathname: string): boolean {
  return paths.has(pathname) || OTHER_PREFIXES.some((prefix) => pathname.startsWith(prefix));
}
