// Made from the API's document by `npm run api:types`: change the schemas of the services, not this file.

export type Alert = {
  id: string;
  code: "depth_limit" | "held_limit" | "signals_rejected" | "stalled" | "signals_waiting" | "failing" | "deliveries_failing" | "operation_failed" | "schedule_missed" | "schedule_failed" | "set_aside" | "after_gap" | "clock_jumped" | "messages_refused" | "sending_not_set_up" | "gone_quiet" | "entries_unusual" | "key_expiring";
  /** What the code was called before, where it had another name. Compare with `code` instead. */
  formerCode?: string;
  /** null = it concerns more than one journey */
  journeyId: string | null;
  journeyName: string | null;
  text: string;
  /** When it was last raised */
  at: string;
  count: number;
};

export type ApiKey = {
  id: string;
  kind: "secret" | "publishable";
  name: string;
  hint: string;
  siteId: string | null;
  /** What the key is limited to; null = no limit */
  scopes: KeyScope[] | null;
  /** Of a personal key: whom it acts for, as long as they are a member; null = the workspace */
  member: {
    id: string;
    email: string;
  } | null;
  createdAt: string;
  lastUsedAt: string | null;
  /** From then on it is refused; null = never */
  expiresAt: string | null;
};

export type Archive = {
  /** `archive.keepDays` of the workspace’s settings; null = forever */
  keepDays: number | null;
  /** How long the installation keeps messages at all; null = forever */
  deliveriesDays: number | null;
  /** The latest 50 receipts, the newest first */
  purges: {
    id: string;
    /** The retention that held */
    keepDays: number;
    /** Messages queued before this time were purged */
    until: string;
    messages: number;
    startedAt: string;
    /** When nothing older was left; null = it was interrupted */
    finishedAt: string | null;
  }[];
};

export type Audit = {
  checkedAt: string;
  enrollments: number;
  accounted: {
    completed: number;
    stopped: number;
    failed: number;
    /** Finished, and hidden by an operator */
    archived: number;
    waitingForTime: number;
    /** For an event, a condition, an answer or a trait */
    waitingForEvent: number;
    /** Held by a pause, or resuming after one */
    held: number;
    /** The engine is about to advance them */
    due: number;
  };
  signals: {
    /** In an inbox, to be processed; 100001 stands for more than 100,000 */
    waiting: number;
    /** Could not be processed, and can be replayed; 100001 stands for more than 100,000 */
    kept: number;
  };
  findings: {
    code: string;
    /** What the code was called before, where it had another name. Compare with `code` instead. */
    formerCode?: string;
    journeyId: string | null;
    enrollmentId: string | null;
    text: string;
  }[];
};

export type AuditEntry = {
  id: string;
  at: string;
  actor: {
    kind: "user" | "key" | "system";
    id: string;
    /** As it was at the time */
    name: string | null;
  };
  /** What was done, such as journey.publish */
  action: string;
  subject: {
    /** `erased` = a person who was erased */
    id: string;
    /** As it was at the time; people are not named */
    name: string | null;
  };
  /** The network address of the request; null = there was none */
  address: string | null;
  /** More about it; `changes` has each changed field with its values before and after */
  detail: Record<string, unknown>;
};

export type Backtest = {
  from: string;
  people: number;
  events: number;
  draft: {
    totals: {
      enrolled: number;
      active: number;
      completed: number;
      stopped: number;
      failed: number;
      converted: number;
      nearMisses: Record<string, number>;
    };
    nodes: {
      nodeId: string;
      entered: number;
      waiting: number;
      advanced: number;
      exited: number;
      failed: number;
    }[];
  };
  /** The published version over the same people and events */
  live: {
    totals: {
      enrolled: number;
      active: number;
      completed: number;
      stopped: number;
      failed: number;
      converted: number;
      nearMisses: Record<string, number>;
    };
    nodes: {
      nodeId: string;
      entered: number;
      waiting: number;
      advanced: number;
      exited: number;
      failed: number;
    }[];
  } | null;
  differences: {
    nodeId: string;
    name: string;
    /** Visits; null = there is no such step */
    draft: number | null;
    live: number | null;
  }[];
  unknown: string[];
};

export type BackupCodes = {
  /** New ones, shown only here; null: as before */
  backupCodes: string[] | null;
};

export type Broadcast = {
  id: string;
  name: string;
  /** The journey of its own that sends the message */
  journeyId: string;
  contentId: string;
  /** null: the content was deleted */
  contentName: string | null;
  channel: string;
  audience: "everyone" | "segment" | "people";
  segmentId: string | null;
  status: "scheduled" | "sending" | "sent" | "stopped";
  /** When the first people enter */
  startsAt: string;
  /** The time on each person's clock at which the message leaves */
  localTime: string | null;
  /** People who enter in a minute at most; with a local time messages that leave */
  perMinute: number | null;
  /** What enrolls the people, with its progress */
  operation: Operation | null;
  finishedAt: string | null;
  createdAt: string;
};

export type BroadcastDetail = {
  id: string;
  name: string;
  /** The journey of its own that sends the message */
  journeyId: string;
  contentId: string;
  /** null: the content was deleted */
  contentName: string | null;
  channel: string;
  audience: "everyone" | "segment" | "people";
  segmentId: string | null;
  status: "scheduled" | "sending" | "sent" | "stopped";
  /** When the first people enter */
  startsAt: string;
  /** The time on each person's clock at which the message leaves */
  localTime: string | null;
  /** People who enter in a minute at most; with a local time messages that leave */
  perMinute: number | null;
  /** What enrolls the people, with its progress */
  operation: Operation | null;
  finishedAt: string | null;
  createdAt: string;
  /** Who could be reached when it was made */
  reach: {
    total: number;
    reachable: number;
    exact: boolean;
    reasons: {
      code: string;
      label: string;
      people: number;
    }[];
  };
  /** Its results so far */
  result: {
    /** People who entered */
    entered: number;
    /** Messages by status */
    messages: Record<string, number>;
    /** Why messages were not sent; a person may have several reasons */
    reasons: {
      code: string;
      label: string;
      people: number;
    }[];
    /** False: it is still counted */
    final: boolean;
  };
};

export type BroadcastPreview = {
  total: number;
  reachable: number;
  /** False: counted from a sample of 10,000 people */
  exact: boolean;
  sampled: number;
  /** A person may have several */
  reasons: {
    code: string;
    label: string;
    people: number;
  }[];
  /** Listed people who are not known */
  unknown: number;
};

export type Bundle = {
  format: "sojourn-bundle";
  version: 1;
  key: string;
  /** The draft in the format `native` */
  journey: unknown;
  segments: {
    name: string;
    key?: string;
    description?: string | null;
    rules?: Record<string, unknown> | null;
    number?: number;
    kind?: "static" | "rules";
  }[];
  content: {
    slug?: string;
    name: string;
    subject?: string | null;
    html?: string | null;
    text?: string | null;
    body?: Record<string, unknown>;
    mail?: MailDesign | null;
    /** For emails and webhooks: what happens to a message in which a variable without the filter `default` is empty, or a calculation does not result in a number. `send` sends it anyway, `skip` does not send it and the person continues, `fail` is a failed delivery. */
    onEmpty?: "send" | "skip" | "fail";
    /** True for receipts, passwords and the like: it passes what people subscribed to. It holds at once, for queued messages too */
    transactional?: boolean;
    /** What a person subscribes to in order to receive it: a topic by id or key */
    topicId?: string | null;
    number?: number;
    type: "email" | "sms" | "push" | "webhook" | "flow" | "tooltip" | "modal" | "banner" | "checklist" | "survey" | "snippet" | "layout";
  }[];
  offers: {
    name: string;
    description?: string | null;
    channel?: string | null;
    /** The creative: a content item by id, slug or number */
    contentId?: number | string | null;
    /** Who is eligible; with `expression`, both have to hold */
    rules?: Record<string, unknown> | null;
    expression?: string | null;
    startsAt?: string | null;
    endsAt?: string | null;
    priority?: number;
    /** CEL that results in a number */
    score?: string | null;
    /** At most `max` offers in `days` × 24 hours to one person; every cap has to leave room */
    caps?: {
      max: number;
      days: number;
    }[];
    properties?: Record<string, unknown>;
    key?: string;
    number?: number;
  }[];
  decisionFlows: {
    name: string;
    description?: string | null;
    /** Ids, keys or numbers of offers; null: every offer of the workspace */
    offers?: (number | string)[] | null;
    /** Only offers of this channel, and offers without a channel */
    channel?: string | null;
    /** Who gets offers of this flow at all */
    rules?: Record<string, unknown> | null;
    expression?: string | null;
    /** CEL that results in a number, for offers without a score; may read `offer` */
    score?: string | null;
    /** Multiplies the score by a rate that is drawn from what is known of the offer (Thompson sampling) */
    sampling?: "off" | "conversion" | "click";
    /** At most `max` offers in `days` × 24 hours to one person; every cap has to leave room */
    caps?: {
      max: number;
      days: number;
    }[];
    /** For how many days an offer is not picked again after one of the outcomes */
    suppress?: {
      outcomes: ("impression" | "click" | "conversion" | "dismiss")[];
      days: number;
    }[];
    maxOffers?: number | null;
    key?: string;
    number?: number;
  }[];
  /** What has to be there already, as it is not part of the bundle */
  needs: {
    journeys: string[];
    campaigns: string[];
    channels: string[];
  };
};

export type BundlePart = {
  kind: "segment" | "content" | "offer" | "decisionFlow" | "journey";
  key: string;
  change: "created" | "changed" | "unchanged";
  /** The fields that differ */
  fields: string[];
};

export type Campaign = {
  id: string;
  key: string;
  number: number;
  name: string;
  kind: "public" | "private";
  isTemplate: boolean;
  contentId: string | null;
  /** Of a public campaign: whom it is for; null = everyone */
  segmentId: string | null;
  /** Of a private campaign: whom it is assigned to */
  personId: string | null;
  /** The campaign that it is a clone of */
  templateId: string | null;
  status: "draft" | "active" | "ended";
  startsAt: string | null;
  endsAt: string | null;
  startedAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type CanvasInput = {
  nodes: {
    id?: string | null;
    type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
    name?: string | null;
    config?: Record<string, unknown>;
    position?: {
      x: number;
      y: number;
    };
    contentId?: string | number | null;
    label?: string | null;
    disabled?: boolean | null;
    [name: string]: unknown;
  }[];
  edges: {
    id?: string | null;
    name?: string | null;
    sourceNodeId: string | number;
    targetNodeId: string | number;
    branch?: string | null;
    label?: string | null;
    weight?: number | null;
    trigger?: {
      type: "event";
      event: string;
      eventFilter?: Record<string, unknown>;
      expression?: string;
      [name: string]: unknown;
    } | {
      type: "timer";
      delay: string | number;
      [name: string]: unknown;
    } | null;
    [name: string]: unknown;
  }[];
  /** Notes and groups; without this list those of before stay */
  annotations?: ({
    id?: string | null;
    kind: "note";
    text?: string;
    position: {
      x: number;
      y: number;
    };
    width?: number;
    height?: number;
  } | {
    id?: string | null;
    kind: "group";
    label?: string;
    nodeIds: string[];
  })[] | null;
};

export type CatalogField = {
  name: string;
  /** `string number boolean date object null`, or of lists `array:` and the types of their items */
  types: string[];
  /** Which part of the sampled ones has it, 0 to 1; null: none was sampled */
  share: number | null;
  lastSeenAt: string | null;
  /** Values that three people or more share; none of a field with more than 40 different values */
  values: (string | number | boolean)[];
};

export type Channel = {
  id: string;
  key: string;
  number: number;
  name: string;
  kind: "email" | "sms" | "push" | "inapp";
  /** While no channel of a kind is on, its messages are skipped */
  status: "on" | "off";
  createdAt: string;
  updatedAt: string;
};

export type ColumnTarget = {
  to: "userId" | "anonymousId" | "trait" | "tags" | "stage" | "subscribed" | "unsubscribed" | "skip";
  trait?: string;
  /** How a trait is read; text unless given */
  form?: "text" | "number" | "boolean";
};

export type Comment = {
  id: string;
  /** The step that it is about; null = the whole journey */
  nodeId: string | null;
  /** What the step was called then */
  stepLabel: string | null;
  /** The comment that it answers */
  parentId: string | null;
  text: string;
  mentions: {
    userId: string;
    name: string;
  }[];
  createdBy: {
    kind: "user" | "key";
    id: string;
    name: string;
  };
  resolvedBy: {
    kind: "user" | "key";
    id: string;
    name: string;
  } | null;
  resolvedAt: string | null;
  isEdited: boolean;
  /** Whether the caller wrote it */
  mayEdit: boolean;
  mayDelete: boolean;
  createdAt: string;
};

export type ConsentExport = {
  csv: string;
  next: string | null;
};

export type ConsentImport = {
  rows: number;
  /** Rows that changed something */
  stored: number;
  unchanged: number;
  refused: number;
  /** The first 1,000 */
  refusedRows: {
    line: number;
    message: string;
  }[];
};

export type Content = {
  id: string;
  number: number;
  slug: string;
  /** The same as `slug` */
  key: string;
  type: "email" | "sms" | "push" | "webhook" | "flow" | "tooltip" | "modal" | "banner" | "checklist" | "survey" | "snippet" | "layout";
  name: string;
  subject: string | null;
  html: string | null;
  text: string | null;
  body: Record<string, unknown>;
  mail: MailDesign | null;
  /** For emails and webhooks: what happens to a message in which a variable without the filter `default` is empty, or a calculation does not result in a number. `send` sends it anyway, `skip` does not send it and the person continues, `fail` is a failed delivery. */
  onEmpty: "send" | "skip" | "fail";
  /** It passes what people subscribed to; only suppressed addresses stop it */
  transactional: boolean;
  topicId: string | null;
  /** The revision that people get */
  revision: number;
  /** When the draft beside it was saved; null: there is none */
  draftAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type ContentDraft = {
  name: string;
  subject: string | null;
  html: string | null;
  text: string | null;
  body: Record<string, unknown>;
  mail: MailDesign | null;
  /** For emails and webhooks: what happens to a message in which a variable without the filter `default` is empty, or a calculation does not result in a number. `send` sends it anyway, `skip` does not send it and the person continues, `fail` is a failed delivery. */
  onEmpty: "send" | "skip" | "fail";
  edit: number;
  /** The published revision with which the draft began */
  baseRevision: number;
  updatedBy: string;
  updatedAt: string;
};

export type ContentFinding = {
  pointer: string;
  severity: "error" | "warning";
  message: string;
  line: number | null;
};

export type ContentPreview = {
  subject: string;
  html: string;
  text: string;
  errors: {
    field: "subject" | "html" | "text" | "fromName" | "replyTo" | "cc" | "utm";
    message: string;
    line?: number | null;
  }[];
  /** Variables that were empty; nothing was printed for them */
  empty: string[];
  /** Calculations that did not result in a number, such as a division by 0; nothing was printed for them */
  notFinite: string[];
  /** What publishing would refuse, or warn of */
  findings: ContentFinding[];
  /** Variables that nobody has and no step sets */
  unknown: string[];
  /** The body as HTML, still with its Liquid, made of blocks or MJML */
  made: string;
  /** The size of the HTML; Gmail hides what is behind 102 KB */
  bytes: number;
  fromName: string;
  replyTo: string;
  cc: string[];
};

export type ContentUse = {
  kind: "journey" | "offer" | "content";
  id: string;
  name: string;
  /** Of a journey: whether its draft or a version uses it */
  detail: string | null;
};

export type ContentVersion = {
  revision: number;
  name: string;
  subject: string | null;
  isPublished: boolean;
  publishedAt: string | null;
  replacedAt: string | null;
};

export type ContentVersionDetail = {
  name: string;
  subject: string | null;
  html: string | null;
  text: string | null;
  body: Record<string, unknown>;
  mail: MailDesign | null;
  /** For emails and webhooks: what happens to a message in which a variable without the filter `default` is empty, or a calculation does not result in a number. `send` sends it anyway, `skip` does not send it and the person continues, `fail` is a failed delivery. */
  onEmpty: "send" | "skip" | "fail";
  revision: number;
};

export type DataTypes = {
  events: {
    name: string;
    count: number;
    lastSeenAt: string;
    /** How many of the latest events of this name were looked at */
    sampled: number;
    properties: SeenField[];
  }[];
  traits: {
    sampled: number;
    fields: SeenField[];
  };
  segments: string[];
  content: {
    key: string;
    type: string;
  }[];
  journeys: string[];
  decisionFlows: string[];
};

export type DecisionFlow = {
  id: string;
  number: number;
  key: string;
  name: string;
  description: string | null;
  offers: {
    id: string;
    key: string;
    name: string;
  }[] | null;
  channel: string | null;
  rules: Record<string, unknown> | null;
  expression: string | null;
  score: string | null;
  sampling: "off" | "conversion" | "click";
  caps: {
    max: number;
    days: number;
  }[];
  suppress: {
    outcomes: ("impression" | "click" | "conversion" | "dismiss")[];
    days: number;
  }[];
  maxOffers: number | null;
  archivedAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type DecisionFlowFigures = {
  totals: OfferFigures;
  offers: {
    id: string;
    key: string;
    name: string;
    figures: OfferFigures;
    /** Share of the shown offers that led to the outcome; null: none shown */
    rate: number | null;
    /** While the flow samples and has 20 offers at most */
    chanceToBeBest: number | null;
  }[];
};

export type DecisionTest = {
  personId: string;
  /** What a step would store; null: the decision failed */
  result: Record<string, unknown> | null;
  receipt: Record<string, unknown> | null;
  error: string | null;
  sentence: string;
};

export type Delivery = {
  id: string;
  /** null for a message that was sent without a journey */
  journeyId: string | null;
  journeyName: string | null;
  versionId: string | null;
  enrollmentId: string | null;
  personId: string;
  nodeId: string | null;
  visit: number;
  channel: string;
  contentType: string;
  contentId: string | null;
  status: "queued" | "held" | "sending" | "unknown" | "sent" | "captured" | "pending" | "shown" | "completed" | "dismissed" | "failed" | "cancelled" | "skipped";
  recipient: string | null;
  sender: string | null;
  subject: string | null;
  attempts: number;
  error: string | null;
  /** Why it could not reach the person, or is held: every reason, each with its `code` and what it is about */
  reasons: Record<string, unknown>[] | null;
  /** A sending policy holds it until then; null for a pause */
  heldUntil: string | null;
  queuedAt: string;
  nextAttemptAt: string | null;
  sentAt: string | null;
  deliveredAt: string | null;
  /** null also where the person did not agree to be tracked */
  openedAt: string | null;
  clickedAt: string | null;
  bouncedAt: string | null;
  complainedAt: string | null;
  unsubscribedAt: string | null;
  trackOpens: boolean;
  trackClicks: boolean;
};

export type DeliveryDetail = {
  id: string;
  /** null for a message that was sent without a journey */
  journeyId: string | null;
  journeyName: string | null;
  versionId: string | null;
  enrollmentId: string | null;
  personId: string;
  nodeId: string | null;
  visit: number;
  channel: string;
  contentType: string;
  contentId: string | null;
  status: "queued" | "held" | "sending" | "unknown" | "sent" | "captured" | "pending" | "shown" | "completed" | "dismissed" | "failed" | "cancelled" | "skipped";
  recipient: string | null;
  sender: string | null;
  subject: string | null;
  attempts: number;
  error: string | null;
  /** Why it could not reach the person, or is held: every reason, each with its `code` and what it is about */
  reasons: Record<string, unknown>[] | null;
  /** A sending policy holds it until then; null for a pause */
  heldUntil: string | null;
  queuedAt: string;
  nextAttemptAt: string | null;
  sentAt: string | null;
  deliveredAt: string | null;
  /** null also where the person did not agree to be tracked */
  openedAt: string | null;
  clickedAt: string | null;
  bouncedAt: string | null;
  complainedAt: string | null;
  unsubscribedAt: string | null;
  trackOpens: boolean;
  trackClicks: boolean;
  html: string | null;
  text: string | null;
  /** Senders that were passed over, and what the message printed nothing for: empty variables, calculations that did not result in a number */
  notes: string[];
  variables: Record<string, unknown>;
  providerId: string | null;
  display: {
    stage: "eligible" | "waiting_for_target" | "gave_up" | "shown";
    reason?: string;
    page?: string;
    at: string;
    step?: string;
    done?: string[];
  } | null;
  /** What happened to it after it was sent, oldest first */
  events: MessageEvent[];
  /** What a webhook's endpoint answered (`status` and `body`), or each device (`devices`) */
  response: Record<string, unknown> | null;
};

export type DemoShop = {
  /** null: the workspace has no site */
  site: {
    id: string;
    name: string;
    publishableKey: string | null;
    asksForProof: boolean;
  } | null;
  /** null: it was not set up */
  journey: {
    id: string;
    name: string;
    status: string;
    /** false: it was made before there was a survey */
    asksSurvey: boolean;
    /** Its draft has changes that are not published */
    hasChanges: boolean;
  } | null;
};

export type Device = {
  token: string;
  platform: "ios" | "android" | "web";
  createdAt: string;
  seenAt: string;
};

export type DocumentPreview = {
  /** As a page gets it: one language, templates filled in, standards written out; null: it has errors */
  document: Record<string, unknown> | null;
  /** What publishing would refuse, or warn of */
  findings: ContentFinding[];
  /** Variables that nobody has and no step sets */
  unknown: string[];
};

export type Downtime = {
  heldAt: string;
  reason: "moved" | "away";
  awaySince: string | null;
  answer: "fire" | "shift" | "drop" | null;
};

export type EnrollPreview = {
  /** People who are known; each once */
  people: number;
  /** Those of them who have an email address */
  withEmail: number;
  unknown: UnknownPeople;
};

export type Enrollment = {
  id: string;
  journeyId: string;
  journeyName: string;
  versionId: string;
  endUserId: string;
  status: "ACTIVE" | "COMPLETED" | "STOPPED" | "ARCHIVED" | "FAILED";
  exitReason: string | null;
  enrolledAt: string;
  endedAt: string | null;
  /** The person's current step, or the last one */
  nodeId: string | null;
  wakeAt: string | null;
  /** What its reached goal is worth, in the currency of the workspace */
  value: number | null;
  endUser: {
    id: string;
    externalId: string | null;
    anonymousId: string | null;
    traits: Record<string, unknown>;
  };
};

export type EnrollmentDetail = {
  id: string;
  journeyId: string;
  journeyName: string;
  versionId: string;
  endUserId: string;
  status: "ACTIVE" | "COMPLETED" | "STOPPED" | "ARCHIVED" | "FAILED";
  exitReason: string | null;
  enrolledAt: string;
  endedAt: string | null;
  /** The person's current step, or the last one */
  nodeId: string | null;
  wakeAt: string | null;
  /** What its reached goal is worth, in the currency of the workspace */
  value: number | null;
  endUser: {
    id: string;
    externalId: string | null;
    anonymousId: string | null;
    traits: Record<string, unknown>;
  };
  versionNumber: number;
  trigger: Record<string, unknown> | null;
  transitions: Transition[];
  deliveries: Delivery[];
};

export type Event = {
  id: string;
  name: string;
  personId: string;
  endUser: {
    id: string;
    externalId: string | null;
    anonymousId: string | null;
    traits: Record<string, unknown>;
  } | null;
  siteId: string | null;
  properties: Record<string, unknown>;
  context: Record<string, unknown> | null;
  timestamp: string;
  receivedAt: string;
  messageId: string | null;
  imported: boolean;
};

export type EventName = {
  name: string;
  count: number;
  firstSeenAt: string;
  lastSeenAt: string;
};

export type Explanation = {
  verdict: "in" | "was_in" | "not_in";
  sentence: string;
  enrollmentId: string | null;
  waiting: {
    nodeId: string;
    name: string;
    /** What people read for the step: its label, else its name */
    label: string;
    since: string;
    /** When a timer ends this; null = there is no timer */
    until: string | null;
    for: {
      kind: "event" | "timer" | "condition" | "delivery" | "resume";
      text: string;
      at?: string | null;
      eventName?: string;
    }[];
  } | null;
  reasons: {
    code: string;
    /** What the code was called before, where it had another name. Compare with `code` instead. */
    formerCode?: string;
    text: string;
    at?: string | null;
    detail: Record<string, unknown>;
  }[];
  wouldMove: string[];
};

export type ExportedJourney = {
  format: "native" | "transition-graph" | "ordered-steps" | "state-machine";
  title: string;
  journey: unknown;
  /** What the format cannot say of the journey */
  losses: FileLoss[];
};

export type FileLoss = {
  nodeId: string | null;
  edgeId: string | null;
  field: string;
  message: string;
};

export type FileProblem = {
  code: string;
  severity: "error" | "warning";
  /** JSON pointer into the file */
  pointer: string;
  message: string;
};

export type Forecast = {
  people: number;
  nodes: {
    nodeId: string;
    entered: number;
    waiting: number;
    ended: number;
  }[];
  edges: {
    edgeId: string;
    count: number;
  }[];
  outcomes: {
    notEntered: number;
    active: number;
    completed: number;
    stopped: number;
    failed: number;
    converted: number;
    byReason: Record<string, number>;
    nearMisses: Record<string, number>;
  };
};

export type Image = {
  id: string;
  name: string;
  /** What it says, for people who do not see it */
  alt: string;
  type: "png" | "jpeg" | "gif" | "webp";
  bytes: number;
  width: number;
  height: number;
  /** The public address for mails */
  url: string;
  createdAt: string;
};

export type ImportReportEntry = {
  /** JSON pointer into the file */
  pointer: string;
  subject: "step" | "setting" | "content" | "segment";
  foreignId: string | null;
  name: string;
  /** The product's own word */
  type: string;
  level: "taken_over" | "approximated" | "left_out";
  reason: string | null;
  /** Names of the nodes that it became */
  nodes: string[];
  /** To be filled in before the journey can be published */
  unfinished: boolean;
};

export type ImportedJourney = {
  /** The format that was found; null = none that is known */
  format: "native" | "transition-graph" | "ordered-steps" | "state-machine" | null;
  title: string | null;
  name: string | null;
  canImport: boolean;
  /** Nodes of the journey */
  steps: number;
  /** What is wrong with the file; errors prevent importing it */
  problems: FileProblem[];
  /** The draft; null in a dry run */
  journey: JourneyDetail | null;
  /** What the draft still needs before it can be published */
  warnings: Problem[];
};

export type InvitedMember = {
  /** The member's user id */
  id: string;
  userId: string;
  number: number;
  email: string;
  name: string;
  role: "viewer" | "editor" | "owner";
  /** `invited`: has an account but has not accepted yet, and has no access */
  status: "active" | "invited";
  createdAt: string;
  /** Signs in the member whose account this invitation created */
  signInLink: string | null;
  /** For an account that existed before: its owner signs in and accepts with it */
  invitationLink: string | null;
};

export type Journey = {
  id: string;
  shortId: string;
  number: number;
  key: string;
  name: string;
  description: string | null;
  status: "DRAFT" | "PUBLISHED" | "PAUSED" | "ARCHIVED";
  siteId: string;
  audienceId: string | null;
  settings: Record<string, unknown>;
  goalConfig: {
    type: "event" | "page_visit" | "attribute_match" | "flow_completed";
    config: Record<string, unknown>;
    deadline?: number | null;
    exitOnGoal?: boolean;
    window?: string | number | null;
    valueProperty?: string | null;
    [name: string]: unknown;
  } | null;
  allowAnonymous: boolean;
  pauseMode: "hold" | "drain" | "queue" | null;
  revision: number;
  publishedVersion: {
    id: string;
    number: number;
    publishedAt: string;
  } | null;
  hasUnpublishedChanges: boolean;
  source: JourneySource;
  createdAt: string;
  updatedAt: string;
  _count: {
    nodes: number;
    edges: number;
    enrollments: number;
    active: number;
  };
};

export type JourneyConflicts = {
  /** false: estimated from a share of all people */
  exact: boolean;
  conflicts: {
    journeys: [{
      id: string;
      name: string;
    }, {
      id: string;
      name: string;
    }];
    /** People who are in both now */
    inBoth: number;
    /** People who got messages of both on the channel within 24 hours, in the last seven days */
    sameChannel: {
      channel: string;
      people: number;
    }[];
  }[];
};

export type JourneyDay = {
  day: string;
  enrolled: number;
  completed: number;
  stopped: number;
  failed: number;
  converted: number;
  /** What the goals of the day are worth */
  value: number;
};

export type JourneyDetail = {
  id: string;
  shortId: string;
  number: number;
  key: string;
  name: string;
  description: string | null;
  status: "DRAFT" | "PUBLISHED" | "PAUSED" | "ARCHIVED";
  siteId: string;
  audienceId: string | null;
  settings: Record<string, unknown>;
  goalConfig: {
    type: "event" | "page_visit" | "attribute_match" | "flow_completed";
    config: Record<string, unknown>;
    deadline?: number | null;
    exitOnGoal?: boolean;
    window?: string | number | null;
    valueProperty?: string | null;
    [name: string]: unknown;
  } | null;
  allowAnonymous: boolean;
  pauseMode: "hold" | "drain" | "queue" | null;
  revision: number;
  publishedVersion: {
    id: string;
    number: number;
    publishedAt: string;
  } | null;
  hasUnpublishedChanges: boolean;
  source: JourneySource;
  createdAt: string;
  updatedAt: string;
  _count: {
    nodes: number;
    edges: number;
    enrollments: number;
    active: number;
  };
  nodes: {
    id: string;
    type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
    name: string;
    config: Record<string, unknown>;
    position: {
      x: number;
      y: number;
    };
    contentId: string | null;
    /** What people read in place of `name`; it may be changed at any time, and code never uses it */
    label?: string;
    /** The step does nothing: people continue at once by its default exit. Only steps between start and end. */
    disabled?: boolean;
  }[];
  edges: {
    id: string;
    name: string;
    sourceNodeId: string;
    targetNodeId: string;
    branch: string | null;
    label: string | null;
    weight: number | null;
    trigger: {
      type: "event";
      event: string;
      eventFilter?: Record<string, unknown>;
      expression?: string;
      [name: string]: unknown;
    } | {
      type: "timer";
      delay: string | number;
      [name: string]: unknown;
    } | null;
  }[];
  /** Notes and groups on the canvas; the engine ignores them */
  annotations: ({
    id: string;
    kind: "note";
    text: string;
    position: {
      x: number;
      y: number;
    };
    width: number;
    height: number;
  } | {
    id: string;
    kind: "group";
    label: string;
    nodeIds: string[];
  })[];
  audience: {
    id: string;
    name: string;
    key: string;
    number: number;
  } | null;
};

export type JourneyHoldout = {
  sides: {
    /** `no_marketing`: entered, and held out by the workspace */
    side: "entered" | "no_marketing" | "held_out";
    people: number;
    converted: number;
    rate: number;
    /** 95 % interval of the rate */
    interval: [number, number];
    /** How much more often those who entered reach the goal than this side, with a 95 % interval */
    lift: {
      value: number;
      interval: [number, number];
    } | null;
  }[];
};

export type JourneyImport = {
  product: "mautic" | "dittofeed" | "posthog" | "klaviyo";
  dryRun: boolean;
  journeys: JourneyImportEntry[];
  skipped: {
    pointer: string;
    message: string;
  }[];
  /** What happens to people who are in the journeys there */
  people: string;
};

export type JourneyImportEntry = {
  foreignId: string;
  name: string;
  status: "created" | "updated" | "unchanged" | "skipped";
  /** Null in a dry run of a new journey */
  journeyId: string | null;
  message: string | null;
  counts: {
    takenOver: number;
    approximated: number;
    leftOut: number;
    unfinished: number;
  };
  report: ImportReportEntry[];
  /** What was changed here since the last import, and so stays */
  kept: {
    kind: "node" | "edge" | "setting" | "content";
    id: string | null;
    name: string;
    field: string | null;
  }[];
  segments: {
    key: string;
    name: string;
    isNew: boolean;
  }[];
  contents: {
    id: string | null;
    name: string;
    type: string;
    status: string;
  }[];
  unnamed: {
    kind: string;
    id: string;
  }[];
};

export type JourneyRevision = {
  id: string;
  revision: number;
  updatedAt: string;
};

/** Where the journey is kept, and where its draft may be changed */
export type JourneySource = {
  /** Where the draft may be changed: `code` = only in its file; `console` = only here, so that its file can only be pulled; `both` = in both, merged when the file is applied */
  truth: "code" | "console" | "both";
  file: {
    /** The file as the command line named it, from the folder of the repository */
    path: string;
    url: string | null;
  } | null;
};

export type JourneyStats = {
  /** The version that is counted; null for all versions */
  version: number | null;
  /** The version that `current` is about; null for the draft */
  drawnVersion: number | null;
  /** Of the workspace, such as EUR; null = none is set */
  currency: string | null;
  totals: {
    enrolled: number;
    active: number;
    completed: number;
    stopped: number;
    failed: number;
    converted: number;
    /** What the reached goals are worth, in `currency` */
    value: number;
    /** Part of `enrolled`: people whom publishing moved to the version; 0 for all versions */
    movedIn: number;
    /** People whom publishing moved from the version to another; not in `enrolled` */
    movedOut: number;
  };
  nodes: {
    nodeId: string;
    name: string;
    type: string;
    /** Whether the shown version has it: the requested version, else the published one */
    current: boolean;
    entered: number;
    waiting: number;
    advanced: number;
    exited: number;
    failed: number;
    /** Seconds, of the most recent visits */
    timeInNode: {
      p50: number | null;
      p90: number | null;
      mean: number | null;
    };
    /** How people arrived; adds up to `entered`. `moved` by publishing, `other` by retrying */
    arrivals: {
      started: number;
      connections: number;
      moved: number;
      other: number;
    };
    /** Part of `exited`: people whom publishing moved to a step of another version */
    movedOut: number;
    /** `waiting` by the number of the version that people are on */
    standing: {
      version: number;
      waiting: number;
    }[];
  }[];
  transitions: {
    edgeId: string;
    name: string;
    count: number;
    rate: number;
    sourceNodeId: string;
    targetNodeId: string;
    branch: string | null;
    /** False for a connection of other versions only; its id may now belong to a connection with another target */
    current: boolean;
  }[];
};

export type JourneyVersion = {
  id: string;
  number: number;
  hash: string;
  publishedBy: string | null;
  name: string | null;
  note: string | null;
  createdAt: string;
  isCurrent: boolean;
  /** People inside who are on this version */
  people: number;
  /** Part of its enrollments: people whom publishing moved from other versions */
  movedIn: number;
  /** People whom publishing moved to other versions; not among its enrollments */
  movedOut: number;
  _count: {
    nodes: number;
    edges: number;
    enrollments: number;
    active: number;
  };
};

export type JourneyVersionDetail = {
  id: string;
  number: number;
  hash: string;
  publishedBy: string | null;
  name: string | null;
  note: string | null;
  createdAt: string;
  nodes: {
    id: string;
    type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
    name: string;
    config: Record<string, unknown>;
    position: {
      x: number;
      y: number;
    };
    contentId: string | null;
    /** What people read in place of `name`; it may be changed at any time, and code never uses it */
    label?: string;
    /** The step does nothing: people continue at once by its default exit. Only steps between start and end. */
    disabled?: boolean;
  }[];
  edges: {
    id: string;
    name: string;
    sourceNodeId: string;
    targetNodeId: string;
    branch: string | null;
    label: string | null;
    weight: number | null;
    trigger: {
      type: "event";
      event: string;
      eventFilter?: Record<string, unknown>;
      expression?: string;
      [name: string]: unknown;
    } | {
      type: "timer";
      delay: string | number;
      [name: string]: unknown;
    } | null;
  }[];
  annotations: ({
    id: string;
    kind: "note";
    text: string;
    position: {
      x: number;
      y: number;
    };
    width: number;
    height: number;
  } | {
    id: string;
    kind: "group";
    label: string;
    nodeIds: string[];
  })[];
};

/** `read`: journeys, figures, segments, content · `draft`: make drafts and hand in plans · `publish`: publish, pause, archive · `send`: record events, enroll people, send again · `personal`: see traits, addresses and events of people */
export type KeyScope = "read" | "draft" | "publish" | "send" | "personal";

export type LoyaltyAccount = {
  externalId: string;
  personId: string;
  tier: string | null;
  tierExpiresAt: string | null;
  classification: "vip" | "new" | "active" | "inactive" | "slipping_away" | "churned" | null;
  /** The events that this emitted, in order */
  events: string[];
};

export type MachineConfig = {
  initial: string;
  states: Record<string, {
    type: "final";
  } | {
    meta: {
      type: "send_email" | "send_sms" | "send_push_notification";
      templateId: number;
    };
    on: {
      DONE: string;
    };
  } | {
    meta: {
      type: "create_campaign";
      campaignId: number;
    };
    on: {
      DONE: string;
    };
  } | {
    meta: {
      type: "wait_for_duration";
      years?: number;
      months?: number;
      weeks?: number;
      days?: number;
      hours?: number;
      minutes?: number;
      seconds?: number;
    };
    on: {
      ELAPSED: string;
    };
  } | {
    meta: {
      type: "wait_for_condition";
      include?: number[];
      exclude?: number[];
    };
    on: {
      DONE: string;
    };
  } | {
    meta: {
      type: "condition";
      attribute: string;
      operator: "eq" | "ne" | "in" | "exists";
      value?: unknown;
    };
    on: {
      TRUE: string;
      FALSE: string;
    };
  }>;
  [name: string]: unknown;
};

export type MailDesign = {
  editor?: "html" | "mjml" | "blocks";
  mjml?: string;
  blocks?: ({
    id: string;
    showIf?: string;
    type: "heading";
    text: string;
    level?: 1 | 2 | 3;
    align?: "left" | "center" | "right";
  } | {
    id: string;
    showIf?: string;
    type: "text";
    text: string;
    align?: "left" | "center" | "right";
  } | {
    id: string;
    showIf?: string;
    type: "image";
    src: string;
    alt: string;
    decorative?: boolean;
    href?: string;
    width?: number;
    align?: "left" | "center" | "right";
  } | {
    id: string;
    showIf?: string;
    type: "button";
    label: string;
    href: string;
    align?: "left" | "center" | "right";
    color?: string;
  } | {
    id: string;
    showIf?: string;
    type: "divider";
    color?: string;
  } | {
    id: string;
    showIf?: string;
    type: "snippet";
    slug: string;
  } | {
    id: string;
    showIf?: string;
    type: "html";
    html: string;
  } | {
    id: string;
    showIf?: string;
    type: "columns";
    columns: ({
      id: string;
      showIf?: string;
      type: "heading";
      text: string;
      level?: 1 | 2 | 3;
      align?: "left" | "center" | "right";
    } | {
      id: string;
      showIf?: string;
      type: "text";
      text: string;
      align?: "left" | "center" | "right";
    } | {
      id: string;
      showIf?: string;
      type: "image";
      src: string;
      alt: string;
      decorative?: boolean;
      href?: string;
      width?: number;
      align?: "left" | "center" | "right";
    } | {
      id: string;
      showIf?: string;
      type: "button";
      label: string;
      href: string;
      align?: "left" | "center" | "right";
      color?: string;
    } | {
      id: string;
      showIf?: string;
      type: "divider";
      color?: string;
    } | {
      id: string;
      showIf?: string;
      type: "snippet";
      slug: string;
    } | {
      id: string;
      showIf?: string;
      type: "html";
      html: string;
    })[][];
  })[];
  style?: {
    background?: string;
    surface?: string;
    ink?: string;
    accent?: string;
    font?: "sans" | "serif" | "mono";
  };
  preheader?: string;
  fromName?: string;
  replyTo?: string;
  cc?: string[];
  layout?: string | null;
  utm?: {
    source?: string;
    medium?: string;
    campaign?: string;
    term?: string;
    content?: string;
  } | null;
  language?: string;
  languages?: Record<string, {
    subject?: string;
    preheader?: string;
    html?: string;
    mjml?: string;
    blocks?: ({
      id: string;
      showIf?: string;
      type: "heading";
      text: string;
      level?: 1 | 2 | 3;
      align?: "left" | "center" | "right";
    } | {
      id: string;
      showIf?: string;
      type: "text";
      text: string;
      align?: "left" | "center" | "right";
    } | {
      id: string;
      showIf?: string;
      type: "image";
      src: string;
      alt: string;
      decorative?: boolean;
      href?: string;
      width?: number;
      align?: "left" | "center" | "right";
    } | {
      id: string;
      showIf?: string;
      type: "button";
      label: string;
      href: string;
      align?: "left" | "center" | "right";
      color?: string;
    } | {
      id: string;
      showIf?: string;
      type: "divider";
      color?: string;
    } | {
      id: string;
      showIf?: string;
      type: "snippet";
      slug: string;
    } | {
      id: string;
      showIf?: string;
      type: "html";
      html: string;
    } | {
      id: string;
      showIf?: string;
      type: "columns";
      columns: ({
        id: string;
        showIf?: string;
        type: "heading";
        text: string;
        level?: 1 | 2 | 3;
        align?: "left" | "center" | "right";
      } | {
        id: string;
        showIf?: string;
        type: "text";
        text: string;
        align?: "left" | "center" | "right";
      } | {
        id: string;
        showIf?: string;
        type: "image";
        src: string;
        alt: string;
        decorative?: boolean;
        href?: string;
        width?: number;
        align?: "left" | "center" | "right";
      } | {
        id: string;
        showIf?: string;
        type: "button";
        label: string;
        href: string;
        align?: "left" | "center" | "right";
        color?: string;
      } | {
        id: string;
        showIf?: string;
        type: "divider";
        color?: string;
      } | {
        id: string;
        showIf?: string;
        type: "snippet";
        slug: string;
      } | {
        id: string;
        showIf?: string;
        type: "html";
        html: string;
      })[][];
    })[];
    text?: string;
  }>;
};

export type Me = {
  user: {
    id: string;
    email: string;
    name: string;
    hasPassword: boolean;
    hasSecondFactor: boolean;
    /** Whether the account is connected with an identity provider */
    hasSignOn: boolean;
  } | null;
  /** The workspace requires a second factor and the user has none: all else is refused until they have */
  lacksSecondFactor: boolean;
  workspace: {
    id: string;
    name: string;
    slug: string;
    placeId: number;
    timezone: string;
    /** Of the values of goals, such as EUR */
    currency: string | null;
    isDemo: boolean;
  };
  role: "viewer" | "editor" | "owner";
  workspaces: {
    id: string;
    name: string;
    slug: string;
    role: "viewer" | "editor" | "owner";
    isDemo: boolean;
  }[];
  /** What this member does not want to see any more, such as first_steps */
  dismissed: string[];
  mail: {
    mode: "capture" | "smtp";
  };
  /** The identity provider of the installation, by which members may sign in */
  signOn: {
    name: string;
  } | null;
  baseUrl: string;
};

export type Member = {
  /** The member's user id */
  id: string;
  userId: string;
  number: number;
  email: string;
  name: string;
  role: "viewer" | "editor" | "owner";
  /** `invited`: has an account but has not accepted yet, and has no access */
  status: "active" | "invited";
  createdAt: string;
};

export type MessageEvent = {
  id: string;
  kind: string;
  at: string;
  detail: Record<string, unknown>;
};

export type MessageFigures = {
  nodeId: string;
  sent: number;
  /** Kept instead of sent, in test mode; in no other figure */
  captured: number;
  /** Sent with a pixel: people who agreed to it. The whole of `openRate` */
  openTracked: number;
  /** Sent with links that tell of clicks. The whole of `clickRate` */
  clickTracked: number;
  delivered: number;
  opened: number;
  /** Only a mail program loaded the pictures; not in `opened` */
  machineOpened: number;
  clicked: number;
  bounced: number;
  complained: number;
  unsubscribed: number;
  /** 0 to 1; null where nothing could be seen */
  openRate: number | null;
  /** 0 to 1; null where nothing could be seen */
  clickRate: number | null;
};

export type Migration = {
  steps: {
    /** A step of an older version */
    nodeId: string;
    /** Only for this version; by default for all older versions */
    versionId?: string;
    action: "stay" | "move" | "exit";
    /** The target step; by default the step with the same id, else with the same name */
    toNodeId?: string;
    /** For this step, instead of the setting for all */
    timers?: "keep" | "recompute";
  }[];
  /** `keep`: a running timer of the same edge continues; `recompute`: all timers are recalculated. By default `recompute` for steps whose own wait changed, else `keep` */
  timers?: "keep" | "recompute";
  /** People moved per minute; all at once by default */
  perMinute?: number;
};

export type Moments = {
  now: string;
  zone: string | null;
  zoneFrom: "step" | "person" | "journey" | "workspace" | "fallback" | null;
  /** The person's trait `timezone`, which is not a time zone */
  unreadableZone: string | null;
  moments: {
    at: string;
    local: string;
  }[];
  /** Why there is no moment */
  problem: string | null;
};

export type NamedPerson = {
  personId?: string;
  userId?: string;
  anonymousId?: string;
  /** Properties of this enrollment only; they override the common ones. If a person occurs twice, the first entry is used */
  properties?: Record<string, unknown>;
};

export type NearMissGroup = {
  reason: string;
  count: number;
  samples: {
    personId: string;
    at: string;
    detail: Record<string, unknown>;
  }[];
};

export type NewApiKey = {
  id: string;
  kind: "secret" | "publishable";
  name: string;
  hint: string;
  siteId: string | null;
  /** What the key is limited to; null = no limit */
  scopes: KeyScope[] | null;
  /** Of a personal key: whom it acts for, as long as they are a member; null = the workspace */
  member: {
    id: string;
    email: string;
  } | null;
  createdAt: string;
  lastUsedAt: string | null;
  /** From then on it is refused; null = never */
  expiresAt: string | null;
  key: string;
};

export type NewProofSecret = {
  id: string;
  name: string;
  origins: string[];
  publishableKey: string | null;
  userProof: {
    mode: "off" | "warn" | "required";
    secretSince: string | null;
    hasFormerSecret: boolean;
  };
  createdAt: string;
  updatedAt: string;
  secret: string;
};

export type Notice = {
  id: string;
  kind: "alert" | "report" | "mention";
  channel: "email" | "webhook";
  recipient: string;
  /** The alert's text, or the day before which the reported week ended */
  about: string;
  status: "queued" | "sending" | "sent" | "captured" | "failed";
  error: string | null;
  createdAt: string;
  sentAt: string | null;
};

export type Occurrence = {
  journey: {
    id: string;
    name: string;
  };
  at: string;
};

export type Offer = {
  id: string;
  number: number;
  key: string;
  name: string;
  description: string | null;
  channel: string | null;
  contentId: string | null;
  rules: Record<string, unknown> | null;
  expression: string | null;
  startsAt: string | null;
  endsAt: string | null;
  priority: number;
  score: string | null;
  caps: {
    max: number;
    days: number;
  }[];
  properties: Record<string, unknown>;
  status: "active" | "scheduled" | "ended" | "archived";
  figures: OfferFigures;
  createdAt: string;
  updatedAt: string;
};

export type OfferFigures = {
  offered: number;
  /** Picks that sampling made to learn, though another offer promised more */
  explored: number;
  sent: number;
  impressions: number;
  clicks: number;
  conversions: number;
  dismissals: number;
};

export type Operation = {
  id: string;
  kind: string;
  journeyId: string | null;
  status: "waiting" | "running" | "done" | "cancelled" | "failed";
  done: number;
  /** People it is about; exact once it is done */
  total: number | null;
  /** Additional results of the operation */
  result: Record<string, unknown> | null;
  error: string | null;
  /** Whether it can be cancelled now; completed work is kept */
  cancellable: boolean;
  createdAt: string;
  finishedAt: string | null;
};

export type Order = {
  id: string;
  externalId: string;
  personId: string;
  status: string;
  /** The events that this emitted, in order */
  events: string[];
};

export type Overview = {
  data: OverviewJourney[];
  meta: PageMeta;
  /** Of all journeys that match, not only of the page */
  totals: {
    enrolled: number;
    active: number;
    completed: number;
    stopped: number;
    failed: number;
    converted: number;
    /** What the reached goals are worth, in `currency` */
    value: number;
    journeys: number;
    messages: {
      sent: number;
      /** Kept instead of sent, in test mode; in no other figure */
      captured: number;
      delivered: number;
      opened: number;
      clicked: number;
      bounced: number;
      complained: number;
      unsubscribed: number;
      /** 0 to 1; null where there is nothing to take a share of */
      openRate: number | null;
      /** 0 to 1; null where there is nothing to take a share of */
      clickRate: number | null;
    };
  };
  /** Of the workspace, such as EUR; null = none is set */
  currency: string | null;
};

export type OverviewJourney = {
  enrolled: number;
  active: number;
  completed: number;
  stopped: number;
  failed: number;
  converted: number;
  /** What the reached goals are worth, in `currency` */
  value: number;
  id: string;
  name: string;
  status: "DRAFT" | "PUBLISHED" | "PAUSED" | "ARCHIVED";
  /** The number of the published version */
  version: number | null;
  hasGoal: boolean;
  /** `converted` of `enrolled`, 0 to 1; null without a goal or enrollments */
  goalRate: number | null;
  messages: {
    sent: number;
    /** Kept instead of sent, in test mode; in no other figure */
    captured: number;
    delivered: number;
    opened: number;
    clicked: number;
    bounced: number;
    complained: number;
    unsubscribed: number;
    /** 0 to 1; null where there is nothing to take a share of */
    openRate: number | null;
    /** 0 to 1; null where there is nothing to take a share of */
    clickRate: number | null;
  };
};

export type PageMeta = {
  total: number;
  page: number;
  limit: number;
  totalPages: number;
  /** `total` is an estimate, as there are more than ten thousand */
  isAbout?: boolean;
  /** For `cursor`: the page after this one; null on the last one. Only long lists have it */
  nextCursor?: string | null;
};

export type Passkey = {
  id: string;
  name: string;
  /** Whether a password manager keeps it on several devices */
  isBackedUp: boolean;
  createdAt: string;
  lastUsedAt: string | null;
};

export type PeopleChange = {
  type: "tag";
  tag: string;
} | {
  type: "untag";
  tag: string;
} | {
  type: "add_to_segment";
  segmentId: string;
} | {
  type: "remove_from_segment";
  segmentId: string;
} | {
  type: "enroll";
  journeyId: string;
} | {
  type: "take_out";
  journeyId: string;
} | {
  type: "erase";
  /** How many people this erases, as a confirmation; any other number is refused */
  people: number;
};

export type PeopleImport = {
  id: string;
  name: string | null;
  /** Rows of the list */
  rows: number;
  /** Rows that cannot be read; they are not stored */
  refused: number;
  /** People created so far */
  created: number;
  /** Rows so far that changed somebody who was there, be it by an earlier row */
  updated: number;
  delimiter: string;
  columns: {
    name: string;
    to: "userId" | "anonymousId" | "trait" | "tags" | "stage" | "subscribed" | "unsubscribed" | "skip";
    trait?: string;
    /** How a trait is read; text unless given */
    form?: "text" | "number" | "boolean";
    note: string | null;
  }[];
  createdBy: string;
  createdAt: string;
  operation: Operation;
};

export type PeopleImportPreview = {
  /** Rows of the list */
  rows: number;
  /** Rows that cannot be read; they are not stored */
  refused: number;
  /** The first 1,000 */
  refusedRows: RefusedRow[];
  delimiter: string;
  columns: {
    name: string;
    to: "userId" | "anonymousId" | "trait" | "tags" | "stage" | "subscribed" | "unsubscribed" | "skip";
    trait?: string;
    /** How a trait is read; text unless given */
    form?: "text" | "number" | "boolean";
    note: string | null;
  }[];
  /** The first rows as they would be stored */
  first: Record<string, unknown>[];
  notes: string[];
};

export type Person = {
  id: string;
  externalId: string | null;
  anonymousId: string | null;
  traits: Record<string, unknown>;
  tags: string[];
  stage: string | null;
  segments: {
    id: string;
    key: string;
    name: string;
  }[];
  lastSeenAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export type PersonConsent = {
  addresses: {
    channel: "email" | "sms" | "push";
    address: string;
    suppressed: boolean;
    /** All that this address ever had, the latest first */
    entries: Suppression[];
  }[];
  subscriptions: {
    /** Null: all topics */
    topicId: string | null;
    /** The key of the topic */
    topic: string | null;
    /** Null: all channels */
    channel: "email" | "sms" | "push" | null;
    state: "subscribed" | "unsubscribed" | "pending";
    source: string;
    at: string;
  }[];
  topics: {
    topicId: string;
    topic: string;
    name: string;
    receives: boolean;
    /** False: the topic's default holds */
    answered: boolean;
  }[];
  tracking: {
    opens: boolean;
    clicks: boolean;
    /** False: the workspace's default holds */
    answered: boolean;
  };
  frequency: "daily" | "weekly" | "monthly" | null;
  snoozedUntil: string | null;
  history: {
    id: string;
    at: string;
    what: "subscription" | "track_opens" | "track_clicks" | "frequency" | "snooze";
    topic: string | null;
    channel: string | null;
    from: string | null;
    to: string | null;
    source: string;
    reason: string | null;
  }[];
  /** The signed address of the person's preference page */
  preferencesUrl: string;
};

export type PersonExportLine = {
  /** The first line */
  kind: "person";
  personId: string;
  exportedAt: string;
  /** Tables that are left out, with the reason */
  leftOut: Record<string, string>;
} | {
  kind: "row";
  table: string;
  row: Record<string, unknown>;
} | {
  /** The last line; without it the export is not whole */
  kind: "end";
  /** Rows of each table */
  tables: Record<string, number>;
};

export type PersonReference = {
  personId?: string;
  userId?: string;
  anonymousId?: string;
};

export type PickedElement = {
  /** How the element is found again, as a document has it */
  target: Record<string, unknown>;
  /** Elements that fit as well as this one, itself included */
  matches: number;
  score: number;
  /** The score of the next best element */
  runnerUp: number;
  words: string;
  url: string;
};

export type PlaceJourney = {
  id: number;
  placeId: number;
  /** The member who owns the key with which it was made */
  userId: number | null;
  name: string;
  description: string | null;
  triggerEvent: "manual" | "order.created" | "order.updated" | "order.closed" | "campaign.public.started" | "campaign.private.started" | "account.created" | "account.updated" | "account.tier.upgraded" | "account.tier.downgraded" | "account.tier.extended" | "account.classification.became_vip" | "account.classification.became_new" | "account.classification.became_active" | "account.classification.became_inactive" | "account.classification.became_slipping_away" | "account.classification.became_churned";
  machineConfig: MachineConfig | Record<string, unknown> | null;
  active: boolean;
  /** Unix seconds */
  created: number;
  /** Unix seconds */
  updated: number;
};

export type Plan = {
  id: string;
  journey: {
    id: string;
    shortId: string;
    name: string;
    revision: number;
  };
  status: "pending" | "approved" | "rejected" | "void";
  title: string;
  reason: string | null;
  /** The revision of the draft that was looked at */
  revision: number;
  migration: Migration | null;
  includePresent: boolean;
  effect: PlanEffect;
  /** What the draft changes of the version that is published; null = none is, or it was not noted */
  difference: VersionDifference | null;
  backtest: Backtest | null;
  proposedBy: {
    kind: "user" | "key";
    id: string;
    name: string;
  };
  decidedBy: {
    kind: "user" | "key";
    id: string;
    name: string;
  } | null;
  decidedAt: string | null;
  /** What was said with the decision, or why it is void */
  note: string | null;
  /** The counts that made it void */
  drift: {
    count: string;
    planned: number;
    now: number;
    allowed: number;
  }[];
  /** Whether the caller may approve it */
  mayDecide: boolean;
  createdAt: string;
};

export type PlanEffect = {
  /** People inside, on any version */
  people: number;
  stay: number;
  move: number;
  exit: number;
  /** Of those who move: how many would continue or be sent something at once */
  dueAtOnce: number;
  /** People whom publishing enrolls: present members and the audience */
  entering: number;
  steps: {
    name: string;
    /** What people read for the step */
    label: string | null;
    version: number;
    people: number;
    change: "same" | "changed" | "removed";
    action: "stay" | "move" | "exit";
    /** The step of the new version to which they move */
    to: string | null;
    toLabel: string | null;
    timers: "keep" | "recompute" | null;
    dueAtOnce: number;
  }[];
  /** How far each count may drift until the approval: the larger of the two */
  tolerance: {
    percent: number;
    people: number;
  };
};

export type PlanInput = {
  /** By id, `jrn_…`, key or number */
  journeyId: string;
  title: string;
  /** Why, for the person who decides */
  reason?: string | null;
  /** The revision of the draft: 412 if it is another one */
  revision: number;
  migration?: Migration | null;
  includePresent?: boolean;
  /** Replays the past through the draft, by default 30 days and 1,000 people; null = none */
  backtest?: {
    days: number;
    people?: number;
  } | null;
};

export type PreviewLink = {
  id: string;
  mode: "pick" | "show";
  /** The address to open; only where the link was made */
  url: string | null;
  expiresAt: string;
  status: "waiting" | "opened" | "picked" | "expired";
  picked: PickedElement | null;
};

export type Problem = {
  code: string;
  severity: "error" | "warning";
  nodeId: string | null;
  edgeId: string | null;
  field: string | null;
  /** JSON pointer to the field: in `nodes` or `edges`, or in the journey */
  pointer: string;
  message: string;
};

export type ProblemDocument = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors: {
    pointer: string;
    field: string | null;
    nodeId?: string;
    edgeId?: string;
    code?: string;
    message: string;
  }[];
  requestId: string;
};

export type PropertyCatalog = {
  events: {
    name: string;
    count: number;
    firstSeenAt: string;
    lastSeenAt: string;
    properties: CatalogField[];
  }[];
  traits: CatalogField[];
  /** Tags, stages and the shares of traits are counted among so many people */
  sampledPeople: number;
  tags: {
    name: string;
    count: number;
  }[];
  stages: {
    name: string;
    count: number;
  }[];
  segments: {
    id: string;
    number: number;
    key: string;
    name: string;
    kind: "static" | "rules";
    members: number;
  }[];
};

export type Provider = {
  service: "sms" | "web_push" | "fcm" | "apns" | "ses" | "sendgrid" | "postmark" | "mailgun" | "resend" | "sparkpost" | "smtp" | "endpoints";
  /** null = not set up */
  settings: Record<string, unknown> | null;
  /** The names of the secrets that are kept; they are never shown */
  secrets: string[];
  /** false: SOJOURN_SECRET has changed since, so that the secrets have to be entered again */
  isReadable: boolean;
  /** The address for the provider’s reports */
  feedbackUrl: string | null;
  updatedAt: string | null;
};

export type PublishPreview = {
  /** The number that the version would get */
  version: number;
  /** The revision of the draft that was checked */
  revision: number;
  people: number;
  /** Of them, those who stay on their version under the plan */
  stay: number;
  move: number;
  exit: number;
  steps: {
    versionId: string;
    versionNumber: number;
    nodeId: string;
    name: string;
    /** What people read for the step */
    label: string;
    type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
    people: number;
    /** Of them, held by the pause that publishing would end */
    held: number;
    change: "same" | "changed" | "removed";
    action: "stay" | "move" | "exit";
    /** Where they would go: as planned, else the step with the same id or name, else the next step after it */
    toNodeId: string | null;
    /** What happens to running waits: as planned, else `recompute` where the step's own wait changed */
    timers: "keep" | "recompute";
    /** How many of those who move would continue or be sent something immediately; an estimate for more than 1,000 people on a step */
    dueAtOnce: number;
  }[];
  /** Triggers on entering a segment, with the people who are in it now: `includePresent` enrolls them */
  present: {
    nodeId: string;
    segmentId: string;
    segmentName: string;
    people: number;
    /** The current version is not triggered by this segment */
    isNew: boolean;
  }[];
  problems: Problem[];
};

export type ReachCount = {
  total: number;
  reachable: number;
  /** False: counted from a sample of 10,000 people */
  exact: boolean;
  sampled: number;
  /** A person may have several */
  reasons: {
    code: string;
    label: string;
    people: number;
  }[];
};

export type Recommendation = {
  type: "template";
  data: {
    slug?: string;
    name: string;
    subject?: string | null;
    html?: string | null;
    text?: string | null;
    body?: Record<string, unknown>;
    mail?: MailDesign | null;
    /** For emails and webhooks: what happens to a message in which a variable without the filter `default` is empty, or a calculation does not result in a number. `send` sends it anyway, `skip` does not send it and the person continues, `fail` is a failed delivery. */
    onEmpty?: "send" | "skip" | "fail";
    /** True for receipts, passwords and the like: it passes what people subscribed to. It holds at once, for queued messages too */
    transactional?: boolean;
    /** What a person subscribes to in order to receive it: a topic by id or key */
    topicId?: string | null;
    number?: number;
    type?: "email" | "sms" | "push" | "webhook" | "flow" | "tooltip" | "modal" | "banner" | "checklist" | "survey" | "snippet" | "layout";
    /** The name by which journeys of this tree use it: `templateRef` */
    localRef?: string;
  };
  children?: Recommendation[];
} | {
  type: "journey";
  data: {
    name: string;
    description?: string | null;
    trigger_event?: string;
    triggerEvent?: string;
    machine_config?: unknown;
    machineConfig?: unknown;
    localRef?: string;
  };
  children?: Recommendation[];
};

export type RecordedOutcome = {
  status: "accepted" | "duplicate";
  /** The offer for which it counts */
  offerId: string | null;
  enrollmentId: string | null;
};

export type RefusedMessage = {
  /** changed = stored, but not exactly as received */
  outcome: "refused" | "changed";
  reason: "invalid" | "no_person" | "reserved_name" | "unproved" | "unstorable" | "not_stored" | "time_unreadable" | "time_ahead" | "text_mended" | "unproved_stored";
  field: string;
  count: number;
  firstAt: string;
  lastAt: string;
  samples: {
    at: string;
    /** The address it was sent to */
    path: string;
    /** The full path of the field */
    field: string | null;
    message: string;
    userId: string | null;
    anonymousId: string | null;
    /** The message as JSON, cut after 1,000 characters */
    text: string;
  }[];
};

export type RefusedRow = {
  line: number;
  column: string | null;
  message: string;
};

export type RejectedSignal = {
  id: string;
  personId: string;
  /** The kind of signal: event, patch, enroll, stop, delivery and others */
  kind: string;
  /** The signal as it was accepted */
  payload: Record<string, unknown>;
  reason: "refused" | "process_died";
  error: string;
  receivedAt: string;
  rejectedAt: string;
};

export type RemovedDemo = {
  people: number;
  journeys: number;
};

export type ReplayedSignals = {
  replayed: number;
  /** How many are still kept; 1001 stands for more than 1,000 */
  left: number;
  /** Changes to a person from which fields were skipped, because a later change has set them */
  superseded: {
    id: string;
    fields: string[];
  }[];
};

export type ReportedUserEvent = {
  id: string;
  name: string;
  personId: string;
  receivedAt: string;
};

export type ResumePreview = {
  /** People who are in the journey */
  inside: number;
  /** People with overdue steps or queued actions from the pause; the others keep waiting */
  due: number;
};

export type Retention = {
  kinds: {
    kind: "events" | "receipts" | "surveyAnswers" | "testSends" | "refusedMessages" | "rejectedSignals" | "auditLog";
    /** `retention` of the workspace’s settings */
    keepDays: number | null;
    /** What holds without it; null = forever */
    installationDays: number | null;
    least: number;
    most: number;
  }[];
  /** The latest 50 receipts, the newest first */
  purges: {
    id: string;
    kind: "events" | "receipts" | "surveyAnswers" | "testSends" | "refusedMessages" | "rejectedSignals" | "auditLog";
    keepDays: number;
    /** What is older is gone */
    until: string;
    rows: number;
    startedAt: string;
    /** null = it was interrupted, and a later run went on */
    finishedAt: string | null;
  }[];
};

export type RetriedDeliveries = {
  retried: number;
  /** Another call takes the rest */
  more: boolean;
};

export type RulesPreview = {
  of: "people" | "events";
  /** How many match; an estimate unless `isExact` */
  matching: number;
  /** How many there are */
  total: number;
  /** How many were looked at */
  looked: number;
  isExact: boolean;
  /** Ten people who match */
  inside: {
    id: string;
    externalId: string | null;
    anonymousId: string | null;
    traits: Record<string, unknown>;
  }[];
  /** Ten people who do not */
  outside: {
    id: string;
    externalId: string | null;
    anonymousId: string | null;
    traits: Record<string, unknown>;
  }[];
  /** Why it could not be computed for some of them */
  error: string | null;
};

export type SavedView = {
  id: string;
  name: string;
  path: string;
  query: string;
  /** Everyone in the workspace has it; else only who made it */
  isShared: boolean;
  mayDelete: boolean;
  createdAt: string;
};

export type SecondFactor = {
  isOn: boolean;
  /** It was not given in this session yet; nothing else may be done */
  isPending: boolean;
  /** How it can be given */
  ways: ("totp" | "passkey" | "backup_code")[];
  backupCodesLeft: number;
};

export type SeenField = {
  name: string;
  /** How many of the sampled ones have it */
  count: number;
  /** `string number boolean null object`, or of lists `array:` and the types of their items */
  types: {
    type: string;
    count: number;
  }[];
};

export type Segment = {
  id: string;
  number: number;
  key: string;
  /** Keys that it had; they still lead to it */
  formerKeys: string[];
  name: string;
  description: string | null;
  kind: "static" | "rules";
  rules: Record<string, unknown> | null;
  revision: number;
  builtAt: string | null;
  createdAt: string;
  updatedAt: string;
  _count: {
    members: number;
  };
};

export type SegmentUse = {
  kind: "journey" | "segment" | "offer" | "decision flow";
  id: string;
  name: string;
  /** Of a journey: whether its draft or a version uses it */
  detail: string | null;
};

export type SenderIdentity = {
  id: string;
  key: string;
  number: number;
  email: string;
  name: string | null;
  status: "unverified" | "verified";
  verifiedAt: string | null;
  verifiedBy: "link" | "dns" | "declaration" | null;
  isDefault: boolean;
  link: {
    status: "queued" | "sending" | "sent" | "failed";
    expiresAt: string;
    error: string | null;
  } | null;
  dns: {
    name: string;
    value: string;
  };
  createdAt: string;
  updatedAt: string;
};

export type SendingPolicies = {
  quietHours: {
    /** Wall clock time of the person, `HH:MM` */
    from: string;
    /** Wall clock time of the person, `HH:MM` */
    to: string;
    channels: ("email" | "sms" | "push")[];
  } | null;
  sendWindows: {
    channel: "email" | "sms" | "push";
    /** 1 is Monday, 7 is Sunday: the day on which the window opens */
    days: number[];
    /** Wall clock time of the person, `HH:MM` */
    from: string;
    /** Wall clock time of the person, `HH:MM` */
    to: string;
  }[];
  /** For people without a time zone; null: that of the workspace */
  fallbackZone: string | null;
  caps: {
    /** `any`: all of them together; `inapp`: content shown in pages */
    channel: "email" | "sms" | "push" | "inapp" | "any";
    /** Only messages of this topic; null: all */
    topicId: string | null;
    limit: number;
    period: {
      kind: "rolling";
      hours: number;
    } | {
      kind: "calendar";
      unit: "day" | "week" | "month";
    };
    /** `hold`: until there is room, or the message expires */
    whenFull: "hold" | "skip";
  }[];
  rateLimits: {
    channel: "email" | "sms" | "push" | "webhook";
    /** One service of push messages; null: all */
    provider: "web_push" | "fcm" | "apns" | null;
    messages: number;
    perSeconds: number;
  }[];
  /** The share of people who get no marketing at all, so that its effect can be measured */
  holdout: {
    percent: number;
  } | null;
  /** 0: nothing was set yet */
  revision: number;
  updatedAt: string | null;
};

export type Session = {
  id: string;
  /** Browser and system, or the name of the program */
  device: string;
  /** The network address of the sign-in */
  address: string | null;
  createdAt: string;
  /** To the minute */
  lastSeenAt: string;
  expiresAt: string;
  /** The one that makes this request */
  isCurrent: boolean;
};

export type Site = {
  id: string;
  name: string;
  origins: string[];
  publishableKey: string | null;
  userProof: {
    mode: "off" | "warn" | "required";
    secretSince: string | null;
    hasFormerSecret: boolean;
  };
  createdAt: string;
  updatedAt: string;
};

export type Split = {
  nodeId: string;
  name: string;
  allocation: "fixed" | "thompson";
  /** People on every path before shares are learned */
  minSample: number;
  /** Percent that every path keeps while shares are learned */
  minShare: number;
  sticky: boolean;
  branches: {
    edgeId: string;
    /** The edge's name */
    key: string;
    label: string;
    /** Share of 100 on the canvas */
    weight: number;
    /** Share of 100 by which new people are assigned */
    currentWeight: number;
    holdout: boolean;
    /** People whose first visit took this path; the same as `people` */
    entered: number;
    /** People whose first visit took this path, each once */
    people: number;
    /** All visits of this path, including repeated visits */
    visits: number;
    /** Those of the people who reached the goal afterwards */
    converted: number;
    rate: number;
    /** Wilson's 95 % interval of the rate */
    interval: [number, number];
    /** The probability that this path has the highest rate; null for the holdout */
    probabilityBest: number | null;
    /** The improvement over the holdout, as a share of its rate, with a 95 % interval */
    lift: {
      value: number;
      interval: [number, number];
    } | null;
  }[];
  promotedEdgeId: string | null;
  /** When the current shares replaced the shares of the canvas */
  reweightedAt: string | null;
};

export type StepTimes = {
  /** The most recent visits that have ended, up to about 2,000 of all steps together */
  finished: {
    p50: number | null;
    p90: number | null;
    mean: number | null;
    visits: number;
    histogram: {
      /** Seconds, included */
      from: number;
      /** Seconds, not included; null = no end */
      to: number | null;
      count: number;
    }[];
  };
  waiting: {
    /** People who were looked at */
    people: number;
    /** More people wait here than were looked at */
    isSample: boolean;
    histogram: {
      /** Seconds, included */
      from: number;
      /** Seconds, not included; null = no end */
      to: number | null;
      count: number;
    }[];
    /** Those who have been here at least `longerThan` seconds */
    longer: number;
    /** Up to 100 of them, the longest wait first */
    longest: {
      enrollmentId: string;
      personId: string;
      personLabel: string;
      since: string;
    }[];
  };
};

export type Suppression = {
  id: string;
  channel: "email" | "sms" | "push";
  /** Null once a person with this address was erased */
  address: string | null;
  reason: "hard_bounce" | "complaint" | "soft_bounces" | "manual" | "stop_word" | "provider";
  source: string;
  detail: string | null;
  at: string;
  /** When it ends by itself */
  until: string | null;
  liftedAt: string | null;
  liftedBy: string | null;
  liftReason: string | null;
};

export type SurveyQuestionResult = {
  id: string;
  type: "nps" | "csat" | "rating" | "single" | "multiple" | "text";
  title: string;
  /** Sets that came to this question */
  asked: number;
  answered: number;
  /** Sets that came to it and did not continue */
  dropped: number;
  options: {
    /** The id of the option, or the number */
    option: string;
    label: string;
    count: number;
  }[];
  score: {
    mean: number;
    /** Promoters minus detractors, in percent; null: of another question */
    nps: number | null;
    promoters: number;
    passives: number;
    detractors: number;
    /** Part of 4 and 5 in percent; null: of another question */
    satisfied: number | null;
  } | null;
};

export type SurveyResponse = {
  id: string;
  revision: number;
  /** Null: answered by a link for everyone */
  personId: string | null;
  /** An address or an id by which the person is known */
  person: string | null;
  source: "page" | "link";
  /** The delivery, journey, enrollment and step that led to it */
  place: Record<string, unknown>;
  answers: Record<string, number | string | string[] | null>;
  score: number | null;
  startedAt: string;
  /** Null: it was left before the end */
  completedAt: string | null;
};

export type SurveyResults = {
  id: string;
  key: string;
  name: string;
  from: string;
  to: string;
  revision: number | null;
  /** Those with answers, the newest first */
  revisions: number[];
  /** How often pages showed it */
  shown: number;
  /** Sets with an answer at least */
  started: number;
  completed: number;
  questions: SurveyQuestionResult[];
  days: {
    day: string;
    started: number;
    completed: number;
    nps: number | null;
  }[];
};

export type TakenBundle = {
  dryRun: boolean;
  parts: BundlePart[];
  /** The draft; null in a dry run */
  journey: JourneyDetail | null;
  /** What the draft still needs before it can be published */
  warnings: Problem[];
};

export type TemplateVariable = {
  /** As it is written in a template, such as `traits.plan` */
  name: string;
  text: string;
  kind: "built-in" | "workspace" | "trait" | "step";
};

export type TemplateWords = {
  variables: TemplateVariable[];
  filters: string[];
  tags: string[];
};

export type TestRun = {
  steps: {
    at: string;
    fromNodeId: string | null;
    toNodeId: string | null;
    edgeId: string | null;
    cause: string;
    receipt: Record<string, unknown>;
    sentence: string;
  }[];
  deliveries: {
    at: string;
    nodeId: string;
    name: string;
    contentType: string;
    contentId: string;
    contentName: string | null;
    subject: string | null;
    recipient: string | null;
    variables: Record<string, unknown>;
    /** false = cancelled, because the person left the journey first */
    sent: boolean;
  }[];
  outcome: {
    status: "active" | "completed" | "stopped" | "failed" | "not_entered";
    exitReason: string | null;
    nearMiss: string | null;
    sentence: string;
  };
  path: {
    nodeIds: string[];
    edgeIds: string[];
  };
};

export type TestRunNote = {
  id: string;
  at: string;
  /** The member’s name, or the name of the key */
  by: string;
  /** null = a sample person */
  personId: string | null;
  outcome: string;
};

export type TestSend = {
  id: string;
  to: string;
  subject: string;
  personId: string | null;
  status: "queued" | "sending" | "sent" | "captured" | "failed";
  error: string | null;
  sentBy: string;
  createdAt: string;
  sentAt: string | null;
};

export type TestedProvider = {
  status: "sent" | "failed";
  error: string | null;
  providerId: string | null;
};

export type Topic = {
  id: string;
  key: string;
  name: string;
  description: string | null;
  defaultOn: boolean;
  doubleOptIn: boolean;
  confirmationContentId: string | null;
  position: number;
  archived: boolean;
  createdAt: string;
  updatedAt: string;
};

export type TotpStart = {
  /** To type into the app; not shown again */
  secret: string;
  /** The `otpauth:` address for a QR code */
  address: string;
};

export type Transition = {
  id: string;
  fromNodeId: string | null;
  fromNodeName: string | null;
  toNodeId: string | null;
  toNodeName: string | null;
  edgeId: string | null;
  at: string;
  cause: string;
  receipt: Record<string, unknown>;
  /** Why it was made, for people */
  sentence: string;
  /** The version that the enrollment was on after it; 0 = deleted */
  versionNumber: number;
};

export type UnknownPeople = {
  count: number;
  first: {
    /** The position in the list of named people, counted from 1 */
    place: number;
    personId?: string;
    userId?: string;
    anonymousId?: string;
  }[];
};

export type V1Journey = {
  /** `jrn_…` */
  id: string;
  name: string;
  status: "draft" | "active" | "paused" | "archived";
  /** In days */
  maxDuration: number | null;
  stepCount: number;
  createdAt: string;
  updatedAt: string;
};

export type V1JourneyDetail = {
  /** `jrn_…` */
  id: string;
  name: string;
  status: "draft" | "active" | "paused" | "archived";
  /** In days */
  maxDuration: number | null;
  stepCount: number;
  createdAt: string;
  updatedAt: string;
  description: string | null;
  entryConditions: {
    segments?: (string | number)[];
    event?: string;
    minDaysSinceLastJourney?: number | {
      days: number;
      scope?: "workspace" | "journey";
      calendarDays?: boolean;
    };
    filter?: Record<string, unknown>;
    rules?: __schema0;
    expression?: string;
  };
  steps: ({
    id: string;
    type: "wait";
    config: {
      duration: number;
      unit: "minutes" | "hours" | "days";
    };
    next?: string | null;
  } | {
    id: string;
    type: "decide";
    config: {
      decisionFlowId: string | number;
      maxOffers?: number;
      storeResultAs?: string;
    };
    next?: string | null;
  } | {
    id: string;
    type: "branch";
    config: {
      conditions: {
        label: string;
        expression?: string;
        rules?: __schema0;
        targetStepId: string | null;
      }[];
      defaultTargetStepId?: string | null;
    };
    next?: string | null;
  } | {
    id: string;
    type: "send";
    config: {
      channelId: string | number;
      creativeId?: string | number;
      resultSource?: string;
    };
    next?: string | null;
  } | {
    id: string;
    type: "update";
    config: {
      operations: ({
        type: "set_attribute";
        key: string;
        value?: unknown;
        expression?: string;
      } | {
        type: "unset_attribute";
        key: string;
      } | {
        type: "add_segment";
        segment: string | number;
      } | {
        type: "remove_segment";
        segment: string | number;
      } | {
        type: "set_flag";
        key: string;
        value?: unknown;
      })[];
    };
    next?: string | null;
  })[];
  /** What a journey that was drawn elsewhere has and steps cannot say */
  losses?: {
    stepId: string | null;
    field: string;
    message: string;
  }[];
};

export type V1Problem = {
  code: string;
  severity: "error" | "warning";
  stepId: string | null;
  /** JSON pointer into the journey as this API writes it */
  pointer: string;
  message: string;
};

export type V1TestRun = {
  steps: {
    at: string;
    cause: string;
    receipt: Record<string, unknown>;
    sentence: string;
    fromStepId: string | null;
    toStepId: string | null;
  }[];
  deliveries: {
    at: string;
    contentType: string;
    contentId: string;
    contentName: string | null;
    subject: string | null;
    recipient: string | null;
    variables: Record<string, unknown>;
    /** false = cancelled, because the person left the journey first */
    sent: boolean;
    stepId: string;
  }[];
  outcome: {
    status: "active" | "completed" | "stopped" | "failed" | "not_entered";
    exitReason: string | null;
    nearMiss: string | null;
    sentence: string;
  };
};

export type V1Validation = {
  /** True when it can be activated */
  valid: boolean;
  problems: V1Problem[];
};

export type VersionDifference = {
  nodes: {
    nodeId: string;
    name: string;
    /** What people read for the step, if it has a label */
    label?: string | null;
    type: "TRIGGER" | "CONTENT" | "ACTION" | "DECIDE" | "LIVE_DATA" | "WAIT" | "WAIT_FOR_EVENT" | "WAIT_FOR_CONDITION" | "CONDITION" | "SPLIT" | "GOAL_CHECK" | "EXIT";
    change: "added" | "removed" | "changed" | "moved";
    fields: {
      path: string;
      before: unknown;
      after: unknown;
    }[];
  }[];
  edges: {
    edgeId: string;
    name: string;
    change: "added" | "removed" | "changed";
    fields: {
      path: string;
      before: unknown;
      after: unknown;
    }[];
  }[];
  settings: {
    path: string;
    before: unknown;
    after: unknown;
  }[];
};

export type WebAuthnOptions = {
  challenge: string;
  [name: string]: unknown;
};

export type Workspace = {
  id: string;
  placeId: number;
  name: string;
  slug: string;
  timezone: string;
  isDemo: boolean;
  settings: Record<string, unknown>;
  createdAt: string;
  updatedAt: string;
};

export type __schema0 = {
  all?: ({
    field: string;
    op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "in" | "contains" | "exists" | "matches" | "before" | "after" | "within_next" | "within_last" | "is_today" | "anniversary_today";
    value?: unknown;
  } | {
    event: string;
    count?: Record<string, number>;
    within?: string | number | Record<string, unknown>;
    filter?: Record<string, unknown>;
  } | {
    segment: string | number;
    not?: boolean;
  } | __schema0)[];
  any?: ({
    field: string;
    op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "in" | "contains" | "exists" | "matches" | "before" | "after" | "within_next" | "within_last" | "is_today" | "anniversary_today";
    value?: unknown;
  } | {
    event: string;
    count?: Record<string, number>;
    within?: string | number | Record<string, unknown>;
    filter?: Record<string, unknown>;
  } | {
    segment: string | number;
    not?: boolean;
  } | __schema0)[];
  not?: boolean;
};
