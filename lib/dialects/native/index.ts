import { isObject } from "#values";
import type { Dialect } from "../dialect.ts";
import { read } from "./read.ts";
import { NATIVE_FORMAT, NativeJourney } from "./schema.ts";
import { write } from "./write.ts";

/** Our own files: the whole document with names in place of ids. */
export const native: Dialect<NativeJourney> = {
  key: "native",
  title: "Sojourn journey",
  schema: NativeJourney,
  recognizes: (foreign) =>
    isObject(foreign) &&
    (foreign.format === NATIVE_FORMAT || (Array.isArray(foreign.nodes) && Array.isArray(foreign.edges))),
  read,
  write,
};
