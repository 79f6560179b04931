export { type PackedHop, packHops, unpackHops } from "./hops.ts";
