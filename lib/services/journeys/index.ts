export { countStanding } from "#store/positions";
export { archiveJourney } from "./archive-journey.ts";
export { readCanvas } from "./canvas.ts";
export { loadCatalog } from "./catalog.ts";
export { checkAhead, checkKnown } from "./check-ahead.ts";
export { createJourney, createJourneyIn, insertJourney } from "./create-journey.ts";
export { deleteJourney } from "./delete-journey.ts";
export { draftOf } from "./document.ts";
export { draftChange } from "./draft-changes.ts";
export { findJourney, type JourneyRow, lockJourney } from "./find-journey.ts";
export { getJourney } from "./get-journey.ts";
export { getRevision, JourneyRevision } from "./get-revision.ts";
export { CanvasInput, DraftInput, JourneyPatch, NewJourney, PauseInput, ResumeInput } from "./input.ts";
export { listJourneyRows, listJourneys } from "./list-journeys.ts";
export { Migration, PreviewInput, PublishInput } from "./migration/input.ts";
export { PublishPreview, previewPublish, previewRollback } from "./migration/preview.ts";
export { type JourneyChange, updateRow } from "./move-journey.ts";
export { pauseJourney } from "./pause-journey.ts";
export type { PlacedProblem } from "./placed-problem.ts";
export { previewResume } from "./preview-resume.ts";
export { problemsOf } from "./problems.ts";
export { type Published, publishFrom, publishJourney, publishNewIn } from "./publish-journey.ts";
export { recountJourney } from "./recount-journey.ts";
export { replaceDraft } from "./replace-draft.ts";
export { requireDocumentRuns } from "./require-document-runs.ts";
export { checkRevision } from "./require-revision.ts";
export { restoreJourney } from "./restore-journey.ts";
export { resumeJourney } from "./resume-journey.ts";
export { runnableDraft } from "./runnable-draft.ts";
export { saveCanvas } from "./save-canvas.ts";
export { saveDraft } from "./save-draft.ts";
export {
  DeleteQuery,
  Journey,
  JourneyDetail,
  JourneyQuery,
  LooseReference,
  PauseMode,
  Problem,
  PublishedJourney,
  ResumePreview,
  SavedJourney,
} from "./schema.ts";
export { type Origin, requireEditable } from "./source/require-editable.ts";
export { FromFile, SourceInput } from "./source/schema.ts";
export { changeByFile, setSource } from "./source/set-source.ts";
export { unpublishJourney } from "./unpublish-journey.ts";
export { updateJourney } from "./update-journey.ts";
export { validateJourney } from "./validate-journey.ts";
export { CompareQuery, compareVersions, VersionDifference } from "./versions/compare-versions.ts";
export { findVersionId } from "./versions/find-version.ts";
export { rollbackJourney } from "./versions/rollback-journey.ts";
export { changeToDraft, writtenDraft } from "./written-draft.ts";
