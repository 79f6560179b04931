export { insertJourneyCounts, type JourneyCount, rollUpJourneyCounts } from "./write.ts";
