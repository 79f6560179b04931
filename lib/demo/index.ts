export { type SeedOptions, type SeedOutcome, seedDemo } from "./seed-demo.ts";
export { type LoadOptions, type LoadOutcome, seedLoad } from "./seed-load.ts";
export { type DemoTickerOptions, startDemoTicker } from "./ticker/start-demo-ticker.ts";
