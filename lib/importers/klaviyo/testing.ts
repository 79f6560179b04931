const count = (metric_id: string, operator: string, value: number, timeframe_filter: object) => ({
  type: "profile-metric",
  metric_id,
  measurement: "count",
  measurement_filter: { type: "numeric", operator, value },
  timeframe_filter,
});
const FLOW_START = { type: "date", operator: "flow-start" };
const groups = (...conditions: object[]) => ({ condition_groups: conditions.map((one) => ({ conditions: [one] })) });
const property = (name: string, filter: object) => ({ type: "profile-property", property: name, filter });

const message = (name: string, rest: object = {}) => ({
  from_email: "hive@hive.example",
  from_label: "The hive",
  subject_line: "Honey for {{ first_name|default:'you' }}",
  preview_text: "",
  template_id: "TpL1",
  smart_sending_enabled: false,
  name,
  id: "MsG",
  ...rest,
});

const actions = [
  {
    id: "10",
    type: "time-delay",
    links: { next: "11" },
    data: { unit: "hours", value: 4, secondary_value: 30, timezone: "profile" },
  },
  {
    id: "11",
    type: "conditional-split",
    links: { next_if_true: null, next_if_false: "12" },
    data: { profile_filter: groups(count("oRdEr1", "greater-than", 0, FLOW_START)) },
  },
  { id: "12", type: "send-email", links: { next: "13" }, data: { message: message("First honey"), status: "live" } },
  {
    id: "13",
    type: "time-delay",
    links: { next: "14" },
    data: {
      unit: "days",
      value: 2,
      timezone: "Europe/Oslo",
      delay_until_time: "09:30:00",
      delay_until_weekdays: ["monday", "tuesday"],
    },
  },
  {
    id: "14",
    type: "multi-branch-split",
    links: null,
    data: {
      name: "Which hive?",
      branches: [
        { branch_id: "b-else", order: 2, is_else: true, links: { next: "17" }, name: "Others" },
        {
          branch_id: "b-vip",
          order: 0,
          links: { next: "15" },
          name: "Keepers",
          branch_filter: groups(
            property("properties['Hives']", { type: "numeric", operator: "between", start: 3, end: 9 }),
          ),
        },
        {
          branch_id: "b-many",
          order: 1,
          links: { next: null },
          name: "Often",
          branch_filter: groups(
            count("oRdEr1", "greater-than-or-equal", 3, {
              type: "date",
              operator: "in-the-last",
              unit: "week",
              quantity: 4,
            }),
          ),
        },
      ],
    },
  },
  {
    id: "15",
    type: "ab-test",
    links: { next: "16" },
    data: {
      status: "live",
      experiment_status: "live",
      main_action: {
        id: "15a",
        type: "send-sms",
        data: { message: { body: "Hello {{ person|lookup:'Nick name' }}" } },
      },
      current_experiment: {
        variations: [
          { id: "15a", type: "send-sms", data: { message: { body: "Hello {{ person|lookup:'Nick name' }}" } } },
          { id: "15b", type: "send-sms", data: { message: { body: "{{ event.Jar }} is waiting" } } },
        ],
        allocations: { "15a": 40, "15b": 60 },
      },
    },
  },
  {
    id: "16",
    type: "update-profile",
    links: { next: "18" },
    data: {
      profile_operations: [
        { operator: "update", property_type: "string", property_key: "stage", property_value: "keen" },
        { operator: "delete", property_key: "old" },
        { operator: "update", property_type: "date", property_key: "seen", property_value: "today" },
      ],
    },
  },
  {
    id: "17",
    type: "send-webhook",
    links: { next: "18" },
    data: {
      message: {
        url: "https://hive.example/in",
        headers: { Authorization: "s3cr3t-hive" },
        body: '{"jar": "{{ event.Jar }}"}',
      },
    },
  },
  { id: "18", type: "list-update", links: { next: "19" }, data: { name: "Add", on_execution: true, list_id: "LiSt1" } },
  {
    id: "19",
    type: "trigger-split",
    links: { next_if_true: "20", next_if_false: "21" },
    data: {
      trigger_type: "metric",
      trigger_id: "cArT1",
      trigger_filter: groups({
        type: "metric-property",
        metric_id: "cArT1",
        field: "Value",
        filter: { type: "numeric", operator: "greater-than", value: 50 },
      }),
    },
  },
  { id: "20", type: "send-whatsapp", links: { next: "22" }, data: {} },
  { id: "21", type: "code", links: { next: "22" }, data: {} },
  {
    id: "22",
    type: "conditional-split",
    links: { next_if_true: null, next_if_false: null },
    data: { profile_filter: groups({ type: "profile-region", in_region: true, region: "european_union" }) },
  },
];

/** A made flow as the API answers it, with every kind of splitting and waiting. */
export const madeFlow = {
  data: {
    type: "flow",
    id: "HoNeY1",
    attributes: {
      name: "Left honey behind",
      status: "live",
      archived: false,
      trigger_type: "Metric",
      definition: {
        triggers: [
          {
            type: "metric",
            id: "cArT1",
            trigger_filter: groups({
              type: "metric-property",
              metric_id: "cArT1",
              field: "Currency",
              filter: { type: "string", operator: "equals", value: "NOK" },
            }),
          },
        ],
        profile_filter: groups(
          count("oRdEr1", "equals", 0, FLOW_START),
          {
            type: "profile-not-in-flow",
            timeframe_filter: { type: "date", operator: "in-the-last", unit: "week", quantity: 2 },
          },
          property("properties['Country']", { type: "string", operator: "not-equals", value: "SE" }),
        ),
        entry_action_id: "10",
        reentry_criteria: { duration: 3, unit: "day" },
        actions,
      },
    },
    links: { self: "https://a.klaviyo.com/api/flows/HoNeY1/" },
  },
};

export const NAMES = { cArT1: "Started Checkout", oRdEr1: "Placed Order", LiSt1: "Honey lovers", TpL1: "Honey mail" };
