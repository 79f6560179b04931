export { replacePool } from "./replace-pool.ts";
