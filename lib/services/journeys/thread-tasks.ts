/** The slow checks of large journeys; called by name in threads. */
export { findProblems } from "#engine";
