/** Operations that may stop anywhere, because each person's part is complete in itself. */
const CANCELLABLE: readonly string[] = [
  "enroll",
  "migrate",
  "retry",
  "recount",
  "start_campaign",
  "import_people",
  "release",
  "change_people",
];

/** What to do instead for operations that must not stop half-way. */
export const INSTEAD: Readonly<Record<string, string>> = {
  resume: "Pause the journey again instead: people who have not resumed yet stay held.",
  archive: "The journey is archived already; this operation only ends its enrollments.",
  delete_journey: "The journey is deleted already; this operation only deletes its rows.",
  build_segment: "A half-built segment would be wrong; change its rules instead.",
  plan_dates: "Only some people would have their dates planned; pause or unpublish the journey instead.",
  erase: "A half-erased person would be inconsistent.",
};

export const isCancellable = (kind: string): boolean => CANCELLABLE.includes(kind);
