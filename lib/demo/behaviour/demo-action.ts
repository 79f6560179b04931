import type { DemoPerson } from "../people/make-person.ts";

/** One thing a demo person does: an event, or traits that change. `at` is in ms since 1970. */
export type DemoAction = {
  readonly person: DemoPerson;
  readonly at: number;
  readonly event?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly traits?: Readonly<Record<string, unknown>>;
};
