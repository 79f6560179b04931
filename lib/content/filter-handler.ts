import type { FilterImplOptions, Liquid } from "liquidjs";

/** The function of a filter; `this` has the rendered message. */
export type FilterHandler = Extract<FilterImplOptions, (...args: never[]) => unknown>;
export type FilterImpl = ThisParameterType<FilterHandler>;

/** The handler of a built-in filter of the library. */
export function handlerOf(engine: Liquid, name: string): FilterHandler {
  const written: FilterImplOptions | undefined = engine.filters[name];
  const handler = typeof written === "function" ? written : written?.handler;
  if (!handler) throw new Error(`Liquid has no filter “${name}”.`);
  return handler;
}
