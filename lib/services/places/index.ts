export { createPlaceJourney, insertPlaced, isManual, readPlacing } from "./create-place-journey.ts";
export { requirePlace } from "./find-place.ts";
export { getPlaceJourney, listPlaceJourneys } from "./list-place-journeys.ts";
export { deletePlaceJourney, startPlaceJourney, stopPlaceJourney } from "./move-place-journey.ts";
export { runPlaceJourney } from "./run-place-journey.ts";
export {
  NewPlaceJourney,
  PlaceJourneyList,
  PlaceJourneyParams,
  PlaceJourneyPatch,
  PlaceJourneyQuery,
  PlaceJourneys,
  PlaceParams,
  PlaceWarning,
  RunInput,
  SavedPlaceJourney,
  Triggered,
} from "./schema.ts";
export { updatePlaceJourney } from "./update-place-journey.ts";
