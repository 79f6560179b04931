import { placeRoutes } from "../places/routes.ts";
import * as accountsByExternalId from "./accounts/[externalId]/route.ts";
import * as alertsByIdDismiss from "./alerts/[id]/dismiss/route.ts";
import * as alerts from "./alerts/route.ts";
import * as archive from "./archive/route.ts";
import * as audit from "./audit/route.ts";
import * as auditLogExport from "./audit-log/export/route.ts";
import * as auditLog from "./audit-log/route.ts";
import { authRoutes } from "./auth/routes.ts";
import * as broadcastsById from "./broadcasts/[id]/route.ts";
import * as broadcastsByIdStop from "./broadcasts/[id]/stop/route.ts";
import * as broadcastsPreview from "./broadcasts/preview/route.ts";
import * as broadcasts from "./broadcasts/route.ts";
import * as bundles from "./bundles/route.ts";
import * as campaignsByIdEnd from "./campaigns/[id]/end/route.ts";
import * as campaignsById from "./campaigns/[id]/route.ts";
import * as campaignsByIdStart from "./campaigns/[id]/start/route.ts";
import * as campaigns from "./campaigns/route.ts";
import * as channelsById from "./channels/[id]/route.ts";
import * as channels from "./channels/route.ts";
import * as consentExport from "./consent/export/route.ts";
import * as consentImport from "./consent/import/route.ts";
import * as contentByIdDraft from "./content/[id]/draft/route.ts";
import * as contentByIdDuplicate from "./content/[id]/duplicate/route.ts";
import * as contentByIdPreviewLinksByLinkId from "./content/[id]/preview-links/[linkId]/route.ts";
import * as contentByIdPreviewLinks from "./content/[id]/preview-links/route.ts";
import * as contentByIdPublish from "./content/[id]/publish/route.ts";
import * as contentById from "./content/[id]/route.ts";
import * as contentByIdTestSends from "./content/[id]/test-sends/route.ts";
import * as contentByIdUses from "./content/[id]/uses/route.ts";
import * as contentByIdVersionsByRevisionRestore from "./content/[id]/versions/[revision]/restore/route.ts";
import * as contentByIdVersionsByRevision from "./content/[id]/versions/[revision]/route.ts";
import * as contentByIdVersions from "./content/[id]/versions/route.ts";
import * as contentPreview from "./content/preview/route.ts";
import * as contentPreviewDocument from "./content/preview-document/route.ts";
import * as content from "./content/route.ts";
import * as contentWords from "./content/words/route.ts";
import * as dataTypes from "./data-types/route.ts";
import * as decisionFlowsByIdArchive from "./decision-flows/[id]/archive/route.ts";
import * as decisionFlowsByIdFigures from "./decision-flows/[id]/figures/route.ts";
import * as decisionFlowsByIdRestore from "./decision-flows/[id]/restore/route.ts";
import * as decisionFlowsById from "./decision-flows/[id]/route.ts";
import * as decisionFlowsByIdTest from "./decision-flows/[id]/test/route.ts";
import * as decisionFlows from "./decision-flows/route.ts";
import * as deliveriesByIdRetry from "./deliveries/[id]/retry/route.ts";
import * as deliveriesById from "./deliveries/[id]/route.ts";
import * as deliveriesByIdSettle from "./deliveries/[id]/settle/route.ts";
import * as deliveries from "./deliveries/route.ts";
import * as demo from "./demo/route.ts";
import * as demoShop from "./demo-shop/route.ts";
import * as engineGap from "./engine/gap/route.ts";
import * as eventsNames from "./events/names/route.ts";
import * as eventsRefused from "./events/refused/route.ts";
import * as events from "./events/route.ts";
import * as imagesById from "./images/[id]/route.ts";
import * as images from "./images/route.ts";
import * as imports from "./imports/route.ts";
import { journeyRoutes } from "./journeys/routes.ts";
import * as keysById from "./keys/[id]/route.ts";
import * as keys from "./keys/route.ts";
import * as mcp from "./mcp/route.ts";
import * as meDismissed from "./me/dismissed/route.ts";
import * as me from "./me/route.ts";
import * as meWorkspace from "./me/workspace/route.ts";
import * as membersById from "./members/[id]/route.ts";
import * as members from "./members/route.ts";
import * as notices from "./notices/route.ts";
import * as offersByIdArchive from "./offers/[id]/archive/route.ts";
import * as offersByIdRestore from "./offers/[id]/restore/route.ts";
import * as offersById from "./offers/[id]/route.ts";
import * as offers from "./offers/route.ts";
import * as operationsByIdCancel from "./operations/[id]/cancel/route.ts";
import * as operationsById from "./operations/[id]/route.ts";
import * as operations from "./operations/route.ts";
import * as ordersByOrderId from "./orders/[orderId]/route.ts";
import * as outcomes from "./outcomes/route.ts";
import * as overview from "./overview/route.ts";
import * as peopleByIdApprove from "./people/[id]/approve/route.ts";
import * as peopleByIdConsent from "./people/[id]/consent/route.ts";
import * as peopleByIdDeliveries from "./people/[id]/deliveries/route.ts";
import * as peopleByIdDevices from "./people/[id]/devices/route.ts";
import * as peopleByIdEnrollments from "./people/[id]/enrollments/route.ts";
import * as peopleByIdEvents from "./people/[id]/events/route.ts";
import * as peopleByIdExport from "./people/[id]/export/route.ts";
import * as peopleByIdLogin from "./people/[id]/login/route.ts";
import * as peopleById from "./people/[id]/route.ts";
import * as peopleByIdSignout from "./people/[id]/signout/route.ts";
import * as peopleByIdWaitlist from "./people/[id]/waitlist/route.ts";
import * as peopleChanges from "./people/changes/route.ts";
import * as people from "./people/route.ts";
import * as peopleImportRefused from "./people-imports/[id]/refused/route.ts";
import * as peopleImport from "./people-imports/[id]/route.ts";
import * as peopleImportPreview from "./people-imports/preview/route.ts";
import * as peopleImports from "./people-imports/route.ts";
import * as plansByIdApprove from "./plans/[id]/approve/route.ts";
import * as plansByIdReject from "./plans/[id]/reject/route.ts";
import * as plansById from "./plans/[id]/route.ts";
import * as plans from "./plans/route.ts";
import * as propertyCatalog from "./property-catalog/route.ts";
import * as reach from "./reach/route.ts";
import * as retention from "./retention/route.ts";
import type { RouteModule } from "./route-module.ts";
import * as rulesPreview from "./rules/preview/route.ts";
import * as savedViewsById from "./saved-views/[id]/route.ts";
import * as savedViews from "./saved-views/route.ts";
import * as segmentsByIdMembers from "./segments/[id]/members/route.ts";
import * as segmentsById from "./segments/[id]/route.ts";
import * as segmentsByIdUses from "./segments/[id]/uses/route.ts";
import * as segments from "./segments/route.ts";
import * as senderIdentitiesByIdDefault from "./sender-identities/[id]/default/route.ts";
import * as senderIdentitiesById from "./sender-identities/[id]/route.ts";
import * as senderIdentitiesByIdVerifyDeclaration from "./sender-identities/[id]/verify/declaration/route.ts";
import * as senderIdentitiesByIdVerifyDns from "./sender-identities/[id]/verify/dns/route.ts";
import * as senderIdentitiesByIdVerifyLink from "./sender-identities/[id]/verify/link/route.ts";
import * as senderIdentities from "./sender-identities/route.ts";
import * as senderIdentitiesVerify from "./sender-identities/verify/route.ts";
import * as sendingPoliciesConflicts from "./sending-policies/conflicts/route.ts";
import * as sendingPoliciesOccurrences from "./sending-policies/occurrences/route.ts";
import * as sendingPolicies from "./sending-policies/route.ts";
import { sendingRoutes } from "./sending-routes.ts";
import * as signalsRejectedDiscard from "./signals/rejected/discard/route.ts";
import * as signalsRejectedReplay from "./signals/rejected/replay/route.ts";
import * as signalsRejected from "./signals/rejected/route.ts";
import * as sitesByIdProofSecret from "./sites/[id]/proof-secret/route.ts";
import * as sitesById from "./sites/[id]/route.ts";
import * as sitesByIdUserProof from "./sites/[id]/user-proof/route.ts";
import * as sites from "./sites/route.ts";
import * as suppressionsLift from "./suppressions/lift/route.ts";
import * as suppressions from "./suppressions/route.ts";
import * as surveysByIdExport from "./surveys/[id]/export/route.ts";
import * as surveysByIdLink from "./surveys/[id]/link/route.ts";
import * as surveysByIdResponses from "./surveys/[id]/responses/route.ts";
import * as surveysByIdResults from "./surveys/[id]/results/route.ts";
import * as topicsById from "./topics/[id]/route.ts";
import * as topics from "./topics/route.ts";
import * as v1JourneysById from "./v1/journeys/[id]/route.ts";
import * as v1JourneysByIdTest from "./v1/journeys/[id]/test/route.ts";
import * as v1JourneysByIdValidate from "./v1/journeys/[id]/validate/route.ts";
import * as v1Journeys from "./v1/journeys/route.ts";
import * as workspace from "./workspace/route.ts";

/** Every route of the API by its address: loading this file is what fills the OpenAPI document. */
export const apiRoutes: Readonly<Record<string, RouteModule>> = {
  ...authRoutes,
  ...journeyRoutes,
  ...placeRoutes,
  "/api/accounts/[externalId]": accountsByExternalId,
  "/api/alerts": alerts,
  "/api/alerts/[id]/dismiss": alertsByIdDismiss,
  "/api/audit": audit,
  "/api/audit-log": auditLog,
  "/api/audit-log/export": auditLogExport,
  "/api/bundles": bundles,
  "/api/archive": archive,
  "/api/broadcasts": broadcasts,
  "/api/broadcasts/[id]": broadcastsById,
  "/api/broadcasts/[id]/stop": broadcastsByIdStop,
  "/api/broadcasts/preview": broadcastsPreview,
  "/api/campaigns": campaigns,
  "/api/campaigns/[id]": campaignsById,
  "/api/campaigns/[id]/end": campaignsByIdEnd,
  "/api/campaigns/[id]/start": campaignsByIdStart,
  "/api/channels": channels,
  "/api/channels/[id]": channelsById,
  "/api/consent/export": consentExport,
  "/api/consent/import": consentImport,
  "/api/content": content,
  "/api/content/[id]": contentById,
  "/api/content/[id]/draft": contentByIdDraft,
  "/api/content/[id]/duplicate": contentByIdDuplicate,
  "/api/content/[id]/preview-links": contentByIdPreviewLinks,
  "/api/content/[id]/preview-links/[linkId]": contentByIdPreviewLinksByLinkId,
  "/api/content/[id]/publish": contentByIdPublish,
  "/api/content/[id]/test-sends": contentByIdTestSends,
  "/api/content/[id]/uses": contentByIdUses,
  "/api/content/[id]/versions": contentByIdVersions,
  "/api/content/[id]/versions/[revision]": contentByIdVersionsByRevision,
  "/api/content/[id]/versions/[revision]/restore": contentByIdVersionsByRevisionRestore,
  "/api/content/preview": contentPreview,
  "/api/content/preview-document": contentPreviewDocument,
  "/api/data-types": dataTypes,
  "/api/content/words": contentWords,
  "/api/decision-flows": decisionFlows,
  "/api/decision-flows/[id]": decisionFlowsById,
  "/api/decision-flows/[id]/archive": decisionFlowsByIdArchive,
  "/api/decision-flows/[id]/figures": decisionFlowsByIdFigures,
  "/api/decision-flows/[id]/restore": decisionFlowsByIdRestore,
  "/api/decision-flows/[id]/test": decisionFlowsByIdTest,
  "/api/deliveries": deliveries,
  "/api/deliveries/[id]": deliveriesById,
  "/api/deliveries/[id]/retry": deliveriesByIdRetry,
  "/api/deliveries/[id]/settle": deliveriesByIdSettle,
  "/api/demo": demo,
  "/api/demo-shop": demoShop,
  "/api/engine/gap": engineGap,
  "/api/events": events,
  "/api/events/names": eventsNames,
  "/api/events/refused": eventsRefused,
  "/api/images": images,
  "/api/images/[id]": imagesById,
  "/api/imports": imports,
  "/api/keys": keys,
  "/api/keys/[id]": keysById,
  "/api/mcp": mcp,
  "/api/me": me,
  "/api/me/dismissed": meDismissed,
  "/api/me/workspace": meWorkspace,
  "/api/members": members,
  "/api/members/[id]": membersById,
  "/api/notices": notices,
  "/api/offers": offers,
  "/api/offers/[id]": offersById,
  "/api/offers/[id]/archive": offersByIdArchive,
  "/api/offers/[id]/restore": offersByIdRestore,
  "/api/operations": operations,
  "/api/operations/[id]": operationsById,
  "/api/operations/[id]/cancel": operationsByIdCancel,
  "/api/orders/[orderId]": ordersByOrderId,
  "/api/outcomes": outcomes,
  "/api/overview": overview,
  "/api/people": people,
  "/api/people/[id]": peopleById,
  "/api/people/[id]/approve": peopleByIdApprove,
  "/api/people/[id]/consent": peopleByIdConsent,
  "/api/people/[id]/deliveries": peopleByIdDeliveries,
  "/api/people/[id]/devices": peopleByIdDevices,
  "/api/people/[id]/enrollments": peopleByIdEnrollments,
  "/api/people/[id]/events": peopleByIdEvents,
  "/api/people/[id]/export": peopleByIdExport,
  "/api/people/[id]/login": peopleByIdLogin,
  "/api/people/[id]/signout": peopleByIdSignout,
  "/api/people/[id]/waitlist": peopleByIdWaitlist,
  "/api/people/changes": peopleChanges,
  "/api/people-imports": peopleImports,
  "/api/people-imports/[id]": peopleImport,
  "/api/people-imports/[id]/refused": peopleImportRefused,
  "/api/people-imports/preview": peopleImportPreview,
  "/api/plans": plans,
  "/api/plans/[id]": plansById,
  "/api/plans/[id]/approve": plansByIdApprove,
  "/api/plans/[id]/reject": plansByIdReject,
  "/api/property-catalog": propertyCatalog,
  "/api/reach": reach,
  ...sendingRoutes,
  "/api/surveys/[id]/export": surveysByIdExport,
  "/api/surveys/[id]/link": surveysByIdLink,
  "/api/surveys/[id]/responses": surveysByIdResponses,
  "/api/surveys/[id]/results": surveysByIdResults,
  "/api/saved-views": savedViews,
  "/api/saved-views/[id]": savedViewsById,
  "/api/retention": retention,
  "/api/rules/preview": rulesPreview,
  "/api/segments": segments,
  "/api/segments/[id]/uses": segmentsByIdUses,
  "/api/segments/[id]": segmentsById,
  "/api/segments/[id]/members": segmentsByIdMembers,
  "/api/sender-identities": senderIdentities,
  "/api/sender-identities/[id]": senderIdentitiesById,
  "/api/sender-identities/[id]/default": senderIdentitiesByIdDefault,
  "/api/sender-identities/[id]/verify/declaration": senderIdentitiesByIdVerifyDeclaration,
  "/api/sender-identities/[id]/verify/dns": senderIdentitiesByIdVerifyDns,
  "/api/sender-identities/[id]/verify/link": senderIdentitiesByIdVerifyLink,
  "/api/sender-identities/verify": senderIdentitiesVerify,
  "/api/signals/rejected": signalsRejected,
  "/api/signals/rejected/discard": signalsRejectedDiscard,
  "/api/signals/rejected/replay": signalsRejectedReplay,
  "/api/sites": sites,
  "/api/sites/[id]": sitesById,
  "/api/sites/[id]/proof-secret": sitesByIdProofSecret,
  "/api/sites/[id]/user-proof": sitesByIdUserProof,
  "/api/suppressions": suppressions,
  "/api/suppressions/lift": suppressionsLift,
  "/api/sending-policies": sendingPolicies,
  "/api/sending-policies/conflicts": sendingPoliciesConflicts,
  "/api/sending-policies/occurrences": sendingPoliciesOccurrences,
  "/api/topics": topics,
  "/api/topics/[id]": topicsById,
  "/api/v1/journeys": v1Journeys,
  "/api/v1/journeys/[id]": v1JourneysById,
  "/api/v1/journeys/[id]/test": v1JourneysByIdTest,
  "/api/v1/journeys/[id]/validate": v1JourneysByIdValidate,
  "/api/workspace": workspace,
};
