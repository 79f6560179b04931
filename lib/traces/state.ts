import { AsyncLocalStorage } from "node:async_hooks";
import { processSingleton } from "#process";
import type { Exporter } from "./exporter.ts";
import type { Span } from "./span.ts";

/** Of a process there is one; Next has copies of modules of its own. */
type Traces = {
  exporter: Exporter | null;
  /** The share of new traces that is recorded, 0 to 1. */
  ratio: number;
  readonly running: AsyncLocalStorage<Span>;
};

export const traces = processSingleton<Traces>("traces", () => ({
  exporter: null,
  ratio: 1,
  running: new AsyncLocalStorage(),
}));
