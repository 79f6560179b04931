export { type SeedOptions, type SeedOutcome, seedDemo } from "./seed-demo.ts";
export { type DemoTickerOptions, startDemoTicker } from "./ticker/start-demo-ticker.ts";
