import type { RouteModule } from "../route-module.ts";
import * as journeysByIdBacktest from "./[id]/backtest/route.ts";
import * as journeysByIdBundle from "./[id]/bundle/route.ts";
import * as journeysByIdCanvas from "./[id]/canvas/route.ts";
import * as journeysByIdCommentsByCommentId from "./[id]/comments/[commentId]/route.ts";
import * as journeysByIdComments from "./[id]/comments/route.ts";
import * as journeysByIdEnrollmentsByEnrollmentIdArchive from "./[id]/enrollments/[enrollmentId]/archive/route.ts";
import * as journeysByIdEnrollmentsByEnrollmentIdRetry from "./[id]/enrollments/[enrollmentId]/retry/route.ts";
import * as journeysByIdEnrollmentsByEnrollmentId from "./[id]/enrollments/[enrollmentId]/route.ts";
import * as journeysByIdEnrollmentsByEnrollmentIdStop from "./[id]/enrollments/[enrollmentId]/stop/route.ts";
import * as journeysByIdEnrollmentsPreview from "./[id]/enrollments/preview/route.ts";
import * as journeysByIdEnrollmentsRetry from "./[id]/enrollments/retry/route.ts";
import * as journeysByIdEnrollments from "./[id]/enrollments/route.ts";
import * as journeysByIdExplain from "./[id]/explain/route.ts";
import * as journeysByIdExport from "./[id]/export/route.ts";
import * as journeysByIdForecast from "./[id]/forecast/route.ts";
import * as journeysByIdHoldout from "./[id]/holdout/route.ts";
import * as journeysByIdLive from "./[id]/live/route.ts";
import * as journeysByIdMoments from "./[id]/moments/route.ts";
import * as journeysByIdNearMisses from "./[id]/near-misses/route.ts";
import * as journeysByIdNodesByNodeIdRelease from "./[id]/nodes/[nodeId]/release/route.ts";
import * as journeysByIdNodesByNodeIdTimes from "./[id]/nodes/[nodeId]/times/route.ts";
import * as journeysByIdPause from "./[id]/pause/route.ts";
import * as journeysByIdPromote from "./[id]/promote/route.ts";
import * as journeysByIdPublishPreview from "./[id]/publish/preview/route.ts";
import * as journeysByIdPublish from "./[id]/publish/route.ts";
import * as journeysByIdRecount from "./[id]/recount/route.ts";
import * as journeysByIdRestore from "./[id]/restore/route.ts";
import * as journeysByIdResumePreview from "./[id]/resume/preview/route.ts";
import * as journeysByIdResume from "./[id]/resume/route.ts";
import * as journeysByIdRevision from "./[id]/revision/route.ts";
import * as journeysById from "./[id]/route.ts";
import * as journeysByIdSource from "./[id]/source/route.ts";
import * as journeysByIdSplitsByNodeIdPromote from "./[id]/splits/[nodeId]/promote/route.ts";
import * as journeysByIdSplits from "./[id]/splits/route.ts";
import * as journeysByIdStats from "./[id]/stats/route.ts";
import * as journeysByIdTest from "./[id]/test/route.ts";
import * as journeysByIdTests from "./[id]/tests/route.ts";
import * as journeysByIdTimeseries from "./[id]/timeseries/route.ts";
import * as journeysByIdUnpublish from "./[id]/unpublish/route.ts";
import * as journeysByIdValidate from "./[id]/validate/route.ts";
import * as journeysByIdVersionsByVersionIdRollbackPreview from "./[id]/versions/[versionId]/rollback/preview/route.ts";
import * as journeysByIdVersionsByVersionIdRollback from "./[id]/versions/[versionId]/rollback/route.ts";
import * as journeysByIdVersionsByVersionId from "./[id]/versions/[versionId]/route.ts";
import * as journeysByIdVersionsCompare from "./[id]/versions/compare/route.ts";
import * as journeysByIdVersions from "./[id]/versions/route.ts";
import * as journeysImport from "./import/route.ts";
import * as journeys from "./route.ts";

/** The routes of journeys by their addresses. */
export const journeyRoutes: Readonly<Record<string, RouteModule>> = {
  "/api/journeys": journeys,
  "/api/journeys/[id]": journeysById,
  "/api/journeys/[id]/backtest": journeysByIdBacktest,
  "/api/journeys/[id]/bundle": journeysByIdBundle,
  "/api/journeys/[id]/canvas": journeysByIdCanvas,
  "/api/journeys/[id]/enrollments": journeysByIdEnrollments,
  "/api/journeys/[id]/enrollments/[enrollmentId]": journeysByIdEnrollmentsByEnrollmentId,
  "/api/journeys/[id]/enrollments/[enrollmentId]/archive": journeysByIdEnrollmentsByEnrollmentIdArchive,
  "/api/journeys/[id]/enrollments/[enrollmentId]/retry": journeysByIdEnrollmentsByEnrollmentIdRetry,
  "/api/journeys/[id]/enrollments/[enrollmentId]/stop": journeysByIdEnrollmentsByEnrollmentIdStop,
  "/api/journeys/[id]/enrollments/preview": journeysByIdEnrollmentsPreview,
  "/api/journeys/[id]/enrollments/retry": journeysByIdEnrollmentsRetry,
  "/api/journeys/[id]/explain": journeysByIdExplain,
  "/api/journeys/[id]/export": journeysByIdExport,
  "/api/journeys/[id]/forecast": journeysByIdForecast,
  "/api/journeys/[id]/holdout": journeysByIdHoldout,
  "/api/journeys/[id]/live": journeysByIdLive,
  "/api/journeys/[id]/moments": journeysByIdMoments,
  "/api/journeys/[id]/comments": journeysByIdComments,
  "/api/journeys/[id]/comments/[commentId]": journeysByIdCommentsByCommentId,
  "/api/journeys/[id]/near-misses": journeysByIdNearMisses,
  "/api/journeys/[id]/nodes/[nodeId]/release": journeysByIdNodesByNodeIdRelease,
  "/api/journeys/[id]/nodes/[nodeId]/times": journeysByIdNodesByNodeIdTimes,
  "/api/journeys/[id]/pause": journeysByIdPause,
  "/api/journeys/[id]/promote": journeysByIdPromote,
  "/api/journeys/[id]/publish": journeysByIdPublish,
  "/api/journeys/[id]/publish/preview": journeysByIdPublishPreview,
  "/api/journeys/[id]/recount": journeysByIdRecount,
  "/api/journeys/[id]/restore": journeysByIdRestore,
  "/api/journeys/[id]/resume": journeysByIdResume,
  "/api/journeys/[id]/resume/preview": journeysByIdResumePreview,
  "/api/journeys/[id]/revision": journeysByIdRevision,
  "/api/journeys/[id]/source": journeysByIdSource,
  "/api/journeys/[id]/splits": journeysByIdSplits,
  "/api/journeys/[id]/splits/[nodeId]/promote": journeysByIdSplitsByNodeIdPromote,
  "/api/journeys/[id]/stats": journeysByIdStats,
  "/api/journeys/[id]/test": journeysByIdTest,
  "/api/journeys/[id]/tests": journeysByIdTests,
  "/api/journeys/[id]/timeseries": journeysByIdTimeseries,
  "/api/journeys/[id]/unpublish": journeysByIdUnpublish,
  "/api/journeys/[id]/validate": journeysByIdValidate,
  "/api/journeys/[id]/versions": journeysByIdVersions,
  "/api/journeys/[id]/versions/[versionId]": journeysByIdVersionsByVersionId,
  "/api/journeys/[id]/versions/[versionId]/rollback": journeysByIdVersionsByVersionIdRollback,
  "/api/journeys/[id]/versions/[versionId]/rollback/preview": journeysByIdVersionsByVersionIdRollbackPreview,
  "/api/journeys/[id]/versions/compare": journeysByIdVersionsCompare,
  "/api/journeys/import": journeysImport,
};
