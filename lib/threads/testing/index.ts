export { holdTask } from "./hold-task.ts";
export { replacePool } from "./replace-pool.ts";
