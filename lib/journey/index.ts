export * from "./problem.ts";
export * from "./schema.ts";
