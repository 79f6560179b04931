import type { Journey, JourneySource } from "#data";

type Truth = JourneySource["truth"];

/** The sources of truth, as the settings explain them. */
export const TRUTH_WORDS: Readonly<Record<Truth, { readonly label: string; readonly text: string }>> = {
  both: {
    label: "Code and console",
    text: "May be changed here and in its file. Applying the file merges both, and names what both changed.",
  },
  code: {
    label: "Code",
    text: "Changed only in its file, which is applied with the command line. Here it is read-only; publishing, pausing and enrolling work as ever.",
  },
  console: { label: "Console", text: "Changed only here. Its file can be pulled, and applying it is refused." },
};

/** What the badge of a journey says; null = there is nothing to say. */
export function badgeOf({ truth, file }: Journey["source"]): { readonly label: string; readonly title: string } | null {
  if (truth === "both" && file === null) return null;
  const label = { code: "Kept as code", console: "Kept in the console", both: "Also as code" }[truth];
  return { label, title: file === null ? label : `${label}: ${file.path}` };
}

/** Why the draft cannot be changed here, and where it can. */
export function readOnlySentence({ file }: Journey["source"]): string {
  const where = file === null ? "its file" : file.path;
  return `This journey is kept as code. Change ${where} and apply it; it appears here at once.`;
}

/** Whether the draft may be changed here, if the role allows it. */
export const isEditableHere = ({ source }: Pick<Journey, "source">): boolean => source.truth !== "code";
