import type { JourneyRow } from "../find-journey.ts";
import type { JourneySource } from "./schema.ts";

/** Where a journey is kept, as the API shows it. */
export const sourceOf = ({ truth, sourceFile }: Pick<JourneyRow, "truth" | "sourceFile">): JourneySource => ({
  truth,
  file: sourceFile,
});
