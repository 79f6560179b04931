import type { RouteModule } from "../api/route-module.ts";
import * as placesJourneysById from "./[placeId]/journeys/[journeyId]/route.ts";
import * as placesJourneysByIdRun from "./[placeId]/journeys/[journeyId]/run/route.ts";
import * as placesJourneysByIdStart from "./[placeId]/journeys/[journeyId]/start/route.ts";
import * as placesJourneysByIdStop from "./[placeId]/journeys/[journeyId]/stop/route.ts";
import * as placesJourneys from "./[placeId]/journeys/route.ts";
import * as placesRecommendationsAccept from "./[placeId]/recommendations/accept/route.ts";

/** The routes of the places API by their addresses. */
export const placeRoutes: Readonly<Record<string, RouteModule>> = {
  "/places/[placeId]/journeys": placesJourneys,
  "/places/[placeId]/journeys/[journeyId]": placesJourneysById,
  "/places/[placeId]/journeys/[journeyId]/run": placesJourneysByIdRun,
  "/places/[placeId]/journeys/[journeyId]/start": placesJourneysByIdStart,
  "/places/[placeId]/journeys/[journeyId]/stop": placesJourneysByIdStop,
  "/places/[placeId]/recommendations/accept": placesRecommendationsAccept,
};
