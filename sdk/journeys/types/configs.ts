// Made from the schemas of nodes, settings and goals by `npm run api:types`: change those, not this file.
import type { EventName, FlowName, JourneyName, SegmentName, TraitName } from "../names.ts";

export type ActionConfig = {
  operations: ({
    type: "none";
  } | {
    type: "tag_user";
    tagName: string;
  } | {
    type: "untag_user";
    tagName: string;
  } | {
    type: "advance_stage";
    stageName: string;
  } | {
    type: "set_attribute";
    attribute: TraitName;
    value?: unknown;
    expression?: string;
  } | {
    type: "unset_attribute";
    attribute: TraitName;
  } | {
    type: "add_segment";
    segment: SegmentName | number;
  } | {
    type: "remove_segment";
    segment: SegmentName | number;
  } | {
    type: "emit_event";
    eventName: EventName;
    properties?: Record<string, unknown>;
  } | {
    type: "enroll";
    journey: JourneyName | number;
    properties?: Record<string, unknown>;
  } | {
    type: "create_campaign";
    campaign: string | number;
  } | {
    type: "set_flag";
    flag: string;
    value?: unknown;
  })[];
};

export type ConditionConfig = {
  rules?: RuleGroup;
  expression?: string;
  branches?: {
    key: string;
    label?: string;
    rules?: RuleGroup;
    expression?: string;
  }[];
};

export type ContentConfig = {
  contentType: "email" | "sms" | "push" | "webhook" | "flow" | "tooltip" | "modal" | "banner" | "checklist" | "survey";
  variables?: Record<string, unknown>;
  resultSource?: string;
  channelId?: string | number | null;
  fromIdentityEmail?: string | null;
  surveySlug?: string | null;
  timeout?: Duration;
  expiresAfter?: Duration;
  storeResponseAs?: string;
};

export type DecideConfig = {
  decisionFlowId: FlowName | number;
  maxOffers?: number;
  storeResultAs?: string;
};

/** 30m, 12h, 2d or 1w; an ISO 8601 duration; a number of minutes */
export type Duration = string | number | Record<string, unknown>;

export type EdgeTrigger = {
  type: "event";
  event: EventName;
  eventFilter?: Record<string, unknown>;
  expression?: string;
  [name: string]: unknown;
} | {
  type: "timer";
  delay: string | number;
  [name: string]: unknown;
};

export type ExitConfig = Record<string, unknown>;

export type Goal = {
  type: "event";
  config: {
    eventName: EventName;
    filter?: Record<string, unknown>;
  };
  /** Days from the enrollment */
  deadline?: number | null;
  exitOnGoal?: boolean;
  window?: Duration | null;
} | {
  type: "page_visit";
  config: {
    matchType?: "contains" | "equals" | "starts" | "glob" | "regex";
    pattern: string;
  };
  /** Days from the enrollment */
  deadline?: number | null;
  exitOnGoal?: boolean;
  window?: Duration | null;
} | {
  type: "attribute_match";
  config: {
    attribute: TraitName;
    operator?: "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "in" | "contains" | "exists" | "matches";
    value?: unknown;
  };
  /** Days from the enrollment */
  deadline?: number | null;
  exitOnGoal?: boolean;
  window?: Duration | null;
} | {
  type: "flow_completed";
  config: {
    flowId: string;
  };
  /** Days from the enrollment */
  deadline?: number | null;
  exitOnGoal?: boolean;
  window?: Duration | null;
};

export type GoalCheckConfig = Record<string, unknown>;

export type LiveDataConfig = {
  url: string;
  method?: "GET" | "POST";
  headers?: Record<string, string | number | boolean>;
  endpoint?: string;
  body?: string | Record<string, unknown>;
  storeAs: string;
  map?: Record<string, string>;
  fallback?: Record<string, unknown>;
  branches?: {
    key: string;
    label?: string;
    rules?: RuleGroup;
    expression?: string;
  }[];
  answerWithin?: Duration;
  timeout?: Duration;
  maxBytes?: number;
  cacheFor?: Duration;
  sample?: unknown;
};

export type Rule = {
  field: string;
  op: "eq" | "ne" | "gt" | "gte" | "lt" | "lte" | "in" | "contains" | "exists" | "matches" | "before" | "after" | "within_next" | "within_last" | "is_today" | "anniversary_today";
  value?: unknown;
} | {
  event: EventName;
  count?: Record<string, number>;
  within?: Duration;
  filter?: Record<string, unknown>;
} | {
  segment: SegmentName | number;
  not?: boolean;
} | {
  all?: Rule[];
  any?: Rule[];
  not?: boolean;
};

export type RuleGroup = {
  all?: Rule[];
  any?: Rule[];
  not?: boolean;
};

export type Settings = {
  entryConditions?: Record<string, unknown> | null;
  reEntry?: "once" | "after_exit" | "restart" | "every" | null;
  minDaysSinceLastJourney?: number | {
    days: number;
    scope?: "workspace" | "journey";
    calendarDays?: boolean;
  } | null;
  maxDuration?: number | Duration | null;
  exitConditions?: ({
    eventName: EventName;
    filter?: Record<string, unknown>;
    expression?: string;
  } | {
    rules: RuleGroup;
  } | {
    expression: string;
  })[] | null;
  timezone?: string | null;
  onResume?: "fire" | "shift" | null;
  unknownReferences?: "refuse" | "warn" | null;
  enrollFromSite?: boolean | null;
  sending?: {
    priority?: number;
    quietHours?: "respect" | "ignore";
    perMinute?: number;
  } | null;
  holdout?: {
    percent?: number;
  } | null;
  instanceKey?: string | null;
  [name: string]: unknown;
};

export type SplitConfig = {
  sticky?: boolean | "person";
  holdout?: string | null;
  allocation?: "fixed" | "thompson";
  minSample?: number;
  minShare?: number;
};

export type TriggerConfig = {
  triggerType: "CUSTOM_EVENT";
  triggerConfig: {
    eventName: EventName;
    filter?: Record<string, unknown>;
    expression?: string;
  };
  filter?: Record<string, unknown>;
  expression?: string;
} | {
  triggerType: "URL_MATCH";
  triggerConfig: {
    matchType?: "contains" | "equals" | "starts" | "glob" | "regex";
    pattern: string;
    filter?: Record<string, unknown>;
    expression?: string;
  };
  filter?: Record<string, unknown>;
  expression?: string;
} | {
  triggerType: "ELEMENT_CLICK";
  triggerConfig: {
    selector: string;
    filter?: Record<string, unknown>;
    expression?: string;
  };
  filter?: Record<string, unknown>;
  expression?: string;
} | {
  triggerType: "MANUAL";
  triggerConfig?: Record<string, unknown>;
} | {
  triggerType: "SEGMENT_ENTERED";
  triggerConfig: {
    segment: SegmentName | number;
    filter?: Record<string, unknown>;
    expression?: string;
  };
  filter?: Record<string, unknown>;
  expression?: string;
} | {
  triggerType: "SEGMENT_LEFT";
  triggerConfig: {
    segment: SegmentName | number;
    filter?: Record<string, unknown>;
    expression?: string;
  };
  filter?: Record<string, unknown>;
  expression?: string;
} | {
  triggerType: "SCHEDULE";
  triggerConfig: {
    at?: string;
    cron?: string;
    timezone?: string;
  };
} | {
  triggerType: "DATE";
  triggerConfig: {
    trait: TraitName;
    offset?: string | number | Record<string, unknown>;
    time?: string;
    zone?: string;
    every?: "year" | "once";
  };
};

export type WaitConfig = {
  duration?: Duration;
  until?: {
    at: string;
  } | {
    trait: TraitName;
    offset?: string | number | Record<string, unknown>;
    time?: string;
  } | {
    weekdays?: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
    time: string;
  };
  window?: {
    days: ("mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun")[];
    from: string;
    to: string;
  };
  timeout?: Duration;
  zone?: string;
};

export type WaitForConditionConfig = {
  include?: Rule[];
  exclude?: Rule[];
  expression?: string;
  timeout?: Duration;
};

export type WaitForEventConfig = {
  eventName: EventName;
  filter?: Record<string, unknown>;
  expression?: string;
  timeout?: Duration;
  since?: "node" | "enrollment";
};
