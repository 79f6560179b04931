export { getHoldout } from "./get-holdout.ts";
export { getStats } from "./get-stats.ts";
export { getTimeseries } from "./get-timeseries.ts";
export { getVersion } from "./get-version.ts";
export { listVersions } from "./list-versions.ts";
export { MessageFigures, messageFigures } from "./message-figures.ts";
export { Day, JourneyHoldout, JourneyStats, StatsQuery, TimeseriesQuery, Version, VersionDetail } from "./schema.ts";
export { type LiveEvent, watchJourney } from "./watch-journey.ts";
