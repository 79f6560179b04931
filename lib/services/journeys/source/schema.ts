import * as z from "zod";

export const Truth = z.enum(["code", "console", "both"]).meta({
  description:
    "Where the draft may be changed: `code` = only in its file; `console` = only here, so that its file can only be pulled; `both` = in both, merged when the file is applied",
});
export type Truth = z.infer<typeof Truth>;

const FilePath = z.string().trim().min(1).max(1_000);
const FileUrl = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .meta({ description: "Where the file can be looked at, such as its page in the repository" });

export const SourceFile = z.strictObject({
  path: FilePath.meta({ description: "The file as the command line named it, from the folder of the repository" }),
  url: FileUrl.nullable(),
});

/** The stated source of truth of a journey. */
export const JourneySource = z
  .object({ truth: Truth, file: SourceFile.nullable() })
  .meta({ id: "JourneySource", description: "Where the journey is kept, and where its draft may be changed" });
export type JourneySource = z.infer<typeof JourneySource>;

/** Only given fields change. */
export const SourceInput = z.strictObject({
  truth: Truth.optional(),
  file: SourceFile.nullish().meta({ description: "null = the journey is kept in no file any more" }),
});
export type SourceInput = z.infer<typeof SourceInput>;

/** What a file that is applied says of itself. */
export const FromFile = z.strictObject({
  path: FilePath,
  url: FileUrl.nullish(),
  truth: Truth.optional().meta({
    description: "The source of truth that the file states; as it is unless it is given",
  }),
});
export type FromFile = z.infer<typeof FromFile>;
