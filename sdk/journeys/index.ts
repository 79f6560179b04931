/** Journeys as TypeScript: the same documents as in JSON and YAML files, with names that an editor checks. */
export { after, anyEdge, type Edge, edge, onEvent } from "./edges.ts";
export { type Journey, type JourneyParts, journey } from "./journey.ts";
export type { ContentName, EventName, JourneyName, PropertiesOf, SegmentName, TraitName } from "./names.ts";
export {
  action,
  anyNode,
  condition,
  content,
  decide,
  exit,
  goalCheck,
  liveData,
  type Node,
  type Place,
  split,
  trigger,
  wait,
  waitForCondition,
  waitForEvent,
} from "./nodes.ts";
export type * from "./types/configs.ts";
