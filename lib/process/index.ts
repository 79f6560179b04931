export { processSingleton } from "./process-singleton.ts";
