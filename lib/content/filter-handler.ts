import type { FilterImplOptions, Liquid } from "liquidjs";

/** What runs as a filter; `this` knows the message that is rendered. */
export type FilterHandler = Extract<FilterImplOptions, (...args: never[]) => unknown>;
export type FilterImpl = ThisParameterType<FilterHandler>;

/** The handler of a filter that the library brings along. */
export function handlerOf(engine: Liquid, name: string): FilterHandler {
  const written: FilterImplOptions | undefined = engine.filters[name];
  const handler = typeof written === "function" ? written : written?.handler;
  if (!handler) throw new Error(`Liquid has no filter “${name}”.`);
  return handler;
}
