/** Journeys with everything that they need, taken from one workspace to another. */
export { getBundle } from "./get-bundle.ts";
export { promoteJourney } from "./promote-journey.ts";
export { Bundle, BundleInput, PromoteInput, TakenBundle } from "./schema.ts";
export { takeBundle } from "./take-bundle.ts";
