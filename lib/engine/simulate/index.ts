export { type Simulation, type SimulationOptions, simulate } from "./simulate.ts";
export type * from "./types.ts";
