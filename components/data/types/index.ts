/**
 * The API's types as the pages name them. What is answered comes from `api.ts`; only what the pages send, and streams, which the
 * document does not describe, are written here.
 */
import type { GoalConfig, JourneyEdge, JourneyNode, JsonObject, Problem } from "#journey";
import type * as api from "./api.ts";

export type {
  Alert,
  Archive,
  AuditEntry,
  Backtest,
  Broadcast,
  BroadcastDetail,
  BroadcastPreview,
  Campaign,
  ColumnTarget,
  Comment,
  ConsentImport,
  Content,
  ContentDraft,
  ContentFinding,
  ContentPreview,
  ContentUse,
  ContentVersion,
  DecisionFlow,
  DecisionFlowFigures,
  DecisionTest,
  Delivery,
  DeliveryDetail,
  DemoShop,
  DocumentPreview,
  Downtime,
  Enrollment,
  EnrollmentDetail,
  EnrollPreview,
  EventName,
  Explanation,
  ExportedJourney,
  Forecast,
  Image,
  ImportedJourney,
  ImportReportEntry,
  InvitedMember,
  Journey,
  JourneyConflicts,
  JourneyDetail,
  JourneyHoldout,
  JourneyImport,
  JourneyImportEntry,
  JourneyRevision,
  JourneySource,
  JourneyStats,
  JourneyVersion,
  KeyScope,
  Member,
  MessageFigures,
  Migration,
  Moments,
  NewProofSecret,
  Notice,
  Occurrence,
  Offer,
  Operation,
  Overview,
  OverviewJourney,
  Passkey,
  PeopleChange,
  PeopleImport,
  PeopleImportPreview,
  Person,
  PersonConsent,
  PickedElement,
  Plan,
  PreviewLink,
  PropertyCatalog,
  Provider,
  PublishPreview,
  ReachCount,
  RefusedMessage,
  RefusedRow,
  ReportedUserEvent,
  ResumePreview,
  Retention,
  RetriedDeliveries,
  RulesPreview,
  SavedView,
  SecondFactor,
  Segment,
  SegmentUse,
  SenderIdentity,
  SendingPolicies,
  Session,
  Site,
  Split,
  StepTimes,
  Suppression,
  SurveyResponse,
  SurveyResults,
  TakenBundle,
  TemplateWords,
  TestedProvider,
  TestRun,
  TestRunNote,
  TestSend,
  Topic,
  Transition,
  UnknownPeople,
  VersionDifference,
  Workspace,
} from "./api.ts";

/** In full only in the answer that made it. */
export type ApiKey = api.ApiKey & Partial<Pick<api.NewApiKey, "key">>;
export type AwaitedThing = NonNullable<api.Explanation["waiting"]>["for"][number];
export type BacktestSide = api.Backtest["draft"];
export type DeliveryStatus = api.Delivery["status"];
export type EdgeChange = api.VersionDifference["edges"][number];
export type EnrollmentPerson = api.Enrollment["endUser"];
export type EnrollmentStatus = api.Enrollment["status"];
export type FieldChange = api.VersionDifference["settings"][number];
export type ForecastNode = api.Forecast["nodes"][number];
export type DowntimeAnswer = NonNullable<api.Downtime["answer"]>;
export type JourneyConflict = api.JourneyConflicts["conflicts"][number];
export type JourneyStatus = api.Journey["status"];
export type KeptSignal = api.RejectedSignal;
export type MigrationAction = MigrationStep["action"];
export type MigrationStep = api.Migration["steps"][number];
export type NearMiss = api.NearMissGroup;
export type NodeChange = api.VersionDifference["nodes"][number];
export type NodeStats = api.JourneyStats["nodes"][number];
export type OnEmpty = api.Content["onEmpty"];
/** By outcome, and those who were kept out by reason; a forecast and a backtest count different ones. */
export type Outcomes = Partial<api.Backtest["draft"]["totals"] & api.Forecast["outcomes"]>;
export type PersonEvent = api.Event;
export type PresentMembers = api.PublishPreview["present"][number];
export type PreviewStep = api.PublishPreview["steps"][number];
export type RefusedReason = api.RefusedMessage["reason"];
export type RefusedSample = api.RefusedMessage["samples"][number];
export type Replay = api.ReplayedSignals;
export type Role = api.Me["role"];
/** Under `plans` in the workspace's settings. */
export type PlanPolicy = {
  fourEyes: boolean;
  approver: "editor" | "owner";
  tolerancePercent: number;
  tolerancePeople: number;
};
export type SplitBranch = api.Split["branches"][number];
export type StatsTotals = api.JourneyStats["totals"];
export type TemplateProblem = api.ContentPreview["errors"][number];
export type TestDelivery = api.TestRun["deliveries"][number];
export type TestStep = api.TestRun["steps"][number];
export type TimeseriesDay = api.JourneyDay;
export type TransitionStats = api.JourneyStats["transitions"][number];
export type WorkspaceSummary = api.Me["workspaces"][number];

/** Pages are opened by people, never with a key. */
export type Me = api.Me & { user: NonNullable<api.Me["user"]> };

/** Every save answers the journey and what is wrong with it so far. */
export type SavedJourney = { data: api.JourneyDetail; warnings: Problem[] };

export type Validation = { problems: Problem[]; canPublish: boolean };

export type Published = SavedJourney & { operation?: api.Operation | null };

export type RefusedTotals = { received: number; refused: number; changed: number };

/** One hop of anybody, as the live feed sends it. */
export type LiveHop = {
  enrollmentId: string;
  personLabel: string;
  fromNodeId: string | null;
  toNodeId: string | null;
  cause: string;
  at: string;
};

/** As a form makes it: what is left empty may be `undefined`. */
type SentGoal = { goalConfig: GoalConfig | null };

export type JourneyPatch = Partial<
  Pick<api.Journey, "name" | "siteId" | "description" | "audienceId" | "settings" | "allowAnonymous"> & SentGoal
>;

export type NewJourney = JourneyPatch & { name: string; siteId: string; nodes?: unknown[]; edges?: unknown[] };

/** A `null` trait removes it. */
export type PersonPatch = { traits?: JsonObject; addTags?: string[]; removeTags?: string[]; stage?: string | null };

/** A draft as it stands on the canvas, saved or not. */
export type DraftDocument = Pick<api.Journey, "settings"> &
  SentGoal & {
    nodes: readonly JourneyNode[];
    edges: readonly JourneyEdge[];
  };

export type TestInput = {
  personId?: string;
  person?: { externalId?: string; traits?: JsonObject; tags?: string[]; stage?: string; segments?: string[] };
  trigger?: { eventName: string; properties?: JsonObject };
  events?: { after: string; eventName: string; properties?: JsonObject }[];
  draft?: DraftDocument;
};
