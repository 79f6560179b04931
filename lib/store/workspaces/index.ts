export { deleteShard } from "./delete-shard.ts";
