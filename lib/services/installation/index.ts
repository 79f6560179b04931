/** The state of the installation, for operators. */
export { figuresFrom } from "./figures.ts";
export { isReady } from "./is-ready.ts";
export { measureInstallation } from "./measure-installation.ts";
export { isHealthy, watchDatabase } from "./watch-database.ts";
