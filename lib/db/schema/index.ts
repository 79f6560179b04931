export * from "./accounts.ts";
export * from "./catalog.ts";
export * from "./counts.ts";
export * from "./journeys.ts";
export * from "./people.ts";
export * from "./trips.ts";
export * from "./workspaces.ts";
