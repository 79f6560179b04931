export { changeConsent } from "./change-consent.ts";
export { liftAddress, suppressAddress } from "./change-suppressions.ts";
export { type Confirming, confirmByLink, openConfirming } from "./confirm-by-link.ts";
export { countReach, type ReachAudience, reachOf } from "./count-reach.ts";
export { csvLine, exportConsent } from "./export-consent.ts";
export { getConsent } from "./get-consent.ts";
export { importConsent } from "./import-consent.ts";
export { listSuppressions } from "./list-suppressions.ts";
export { openPreferences, type PreferenceForm, type PreferenceModel, savePreferences } from "./preference-page.ts";
export { readPreferenceForm } from "./read-preference-form.ts";
export {
  ConsentExport,
  ConsentExportQuery,
  ConsentImport,
  ConsentImportInput,
  ConsentPatch,
  LiftInput,
  NewSuppression,
  PersonConsent,
  ReachCount,
  ReachQuery,
  Suppression,
  SuppressionQuery,
} from "./schema.ts";
export type { Answer, Answers } from "./store-answers.ts";
export { openUnsubscribing, type Unsubscribing, unsubscribeByLink } from "./unsubscribe-by-link.ts";
