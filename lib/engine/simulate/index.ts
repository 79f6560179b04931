export { backtest, sayUnknown } from "./backtest.ts";
export { forecast } from "./forecast.ts";
export { type Simulation, simulate } from "./simulate.ts";
export { samplePerson, testRun } from "./test-run.ts";
export type * from "./trial-types.ts";
export type * from "./types.ts";
