import type { PersonPatch } from "#engine";
import type { ImportedPerson } from "#store/people-import-parts";

type Key = { readonly kind: "external" | "anonymous"; readonly value: string };

/** The change that a row makes. Ids that somebody who existed before gets by it are written on the person too. */
export function patchOf(row: ImportedPerson, taken: readonly Key[]): PersonPatch {
  const { traits = {} } = row;
  const external = taken.find(({ kind }) => kind === "external")?.value;
  const anonymous = taken.find(({ kind }) => kind === "anonymous")?.value;
  return {
    ...(Object.keys(traits).length > 0 ? { traits } : {}),
    ...(row.addTags === undefined ? {} : { addTags: row.addTags }),
    ...(row.stage === undefined ? {} : { stage: row.stage }),
    ...(external === undefined ? {} : { externalId: external }),
    ...(anonymous === undefined ? {} : { anonymousId: anonymous }),
  };
}
