/** What a monitoring system is told of the installation. */
export { countAlerts, countOpenOperations, readDatabaseFigures, readOldestDueDelivery } from "./read.ts";
