import type { DocumentInUse } from "#store/versions";

/** How a message names them: `the draft of Welcome, version 2 of Welcome`. */
export const sayDocuments = (documents: readonly DocumentInUse[]): string[] =>
  documents.map(
    ({ journey, version }) => `${version === null ? "the draft" : `version ${version}`} of ${journey.name}`,
  );
