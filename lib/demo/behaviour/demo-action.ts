import type { DemoPerson } from "../people/make-person.ts";

/** One action of a demo person: an event, or a change of traits. `at` is in ms since 1970. */
export type DemoAction = {
  readonly person: DemoPerson;
  readonly at: number;
  readonly event?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly traits?: Readonly<Record<string, unknown>>;
};
