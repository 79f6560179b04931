export { runOperations } from "./run-operations.ts";
