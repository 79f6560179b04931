export { type PackedHop, unpackHops } from "./hops.ts";
export { insertHistory } from "./write.ts";
