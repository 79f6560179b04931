/** What an operator asks about the installation itself. */
export { isReady } from "./is-ready.ts";
export { isHealthy, watchDatabase } from "./watch-database.ts";
