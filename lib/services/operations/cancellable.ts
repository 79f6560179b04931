/** Work that may end anywhere, because each person's part of it is whole by itself. */
const CANCELLABLE: readonly string[] = ["enroll", "migrate", "retry", "recount"];

/** What to do about work that must not stop half-way. */
export const INSTEAD: Readonly<Record<string, string>> = {
  resume: "Pause the journey again instead: whoever has not been handed on stays held.",
  archive: "The journey is archived already; this only does the bookkeeping behind it.",
  delete_journey: "The journey is deleted already; this only clears away its rows.",
  build_segment: "A segment built by half would be wrong; change its rules instead.",
  plan_dates: "Dates planned for some people only would start nobody else; pause or unpublish the journey instead.",
  erase: "A person erased by half would be neither here nor gone.",
};

export const isCancellable = (kind: string): boolean => CANCELLABLE.includes(kind);
