import type * as z from "zod";
import { processSingleton } from "#process";
import type { Role } from "#services";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** A route as the document and the tests need it. */
export type RouteInfo = {
  readonly method: Method;
  /** As in the address, with Next's names: `/api/journeys/[journeyId]`. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  /** `public` needs no caller; otherwise the lowest role that may call. */
  readonly role: Role | "public";
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Content type of the success answer; JSON by default. */
  readonly produces?: string;
  readonly status?: number;
  readonly response?: z.ZodType;
  /** Supports `Idempotency-Key`: every POST of `route`. */
  readonly repeatable?: boolean;
};

const routes = processSingleton("routes", () => new Map<string, RouteInfo>());

export function registerRoute(info: RouteInfo): void {
  routes.set(`${info.method} ${info.path}`, info);
}

/** Every route defined so far in this process, by path and method. */
export function registeredRoutes(): RouteInfo[] {
  return [...routes.values()].sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
}
