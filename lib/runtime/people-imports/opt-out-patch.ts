import type { ImportedPerson } from "#store/people-import-parts";

/** Where an imported opt-out is stored: as a trait. Nothing if the row does not say. */
export const optOutPatch = ({ unsubscribed }: ImportedPerson): Readonly<Record<string, unknown>> =>
  unsubscribed === undefined ? {} : { unsubscribed };
