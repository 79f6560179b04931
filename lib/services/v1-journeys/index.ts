/** Journeys as ordered steps with the words of source 002, over the same journeys as everywhere. */
export { createV1Journey } from "./create-v1-journey.ts";
export { deleteV1Journey } from "./delete-v1-journey.ts";
export { getV1Journey } from "./get-v1-journey.ts";
export { listV1Journeys } from "./list-v1-journeys.ts";
export {
  NewV1Journey,
  SavedV1Journey,
  V1Journey,
  V1JourneyDetail,
  V1JourneyPatch,
  V1JourneyQuery,
  V1Validation,
} from "./schema.ts";
export { testV1Journey, V1TestRun } from "./test-v1-journey.ts";
export { updateV1Journey } from "./update-v1-journey.ts";
export { validateV1Journey } from "./validate-v1-journey.ts";
