const email = (subject: string, html: string) => ({
  template_id: "template-email",
  inputs: {
    email: {
      value: {
        from: { integrationId: 4, email: "kiosk@kiosk.example", name: "Kiosk" },
        to: { email: "{{ person.properties.email }}", name: "" },
        cc: [],
        subject,
        text: "",
        html,
      },
      templating: "liquid",
    },
  },
});

const person = (key: string, value: unknown, operator = "exact") => ({ key, value, operator, type: "person" });
const event = (key: string, value: unknown, operator = "exact") => ({ key, value, operator, type: "event" });

const actions = [
  {
    id: "trigger_node",
    name: "Ticket bought",
    type: "trigger",
    config: {
      type: "event",
      filters: {
        source: "events",
        events: [
          { id: "ticket bought", type: "events", properties: [event("line", "night"), event("price", [20], "gt")] },
        ],
        properties: [person("plan", ["monthly"])],
        bytecode: ["_H", 1],
      },
    },
  },
  { id: "pause", name: "A day and a half", type: "delay", config: { delay_duration: "1.5d" } },
  { id: "hours", name: "Two days in hours", type: "delay", config: { delay_duration: "48h" } },
  {
    id: "hello",
    name: "Say hello",
    type: "function_email",
    on_error: "abort",
    filters: { properties: [person("lang", ["en"])] },
    config: email("Hello {{ person.properties.first_name }}", "<p>Line {{ event.properties.line }}</p>"),
  },
  {
    id: "kind",
    name: "Which rider?",
    type: "conditional_branch",
    config: {
      conditions: [
        { name: "Commuter", filters: { properties: [person("rides", 20, "gte")] } },
        {
          name: "By night",
          filters: { properties: [event("line", "N", "icontains"), person("plan", null, "is_set")] },
        },
      ],
    },
  },
  {
    id: "again",
    name: "Until the next ride",
    type: "wait_until_condition",
    config: {
      condition: { filters: null },
      events: [{ filters: { events: [{ id: "ride started", type: "events" }] } }],
      max_wait_duration: "3d",
    },
  },
  {
    id: "either",
    name: "Refund or ride",
    type: "wait_until_event",
    config: {
      events: [
        { filters: { events: [{ id: "refund asked" }] } },
        { filters: { events: [{ id: "$pageview", properties: [event("$pathname", "/rides")] }] } },
      ],
      max_wait_duration: "12h",
    },
  },
  {
    id: "window",
    name: "Office hours",
    type: "wait_until_time_window",
    config: { timezone: "Europe/Oslo", day: "weekday", time: ["09:00", "17:00"] },
  },
  {
    id: "coin",
    name: "Coin",
    type: "random_cohort_branch",
    config: { cohorts: [{ percentage: 30, name: "Call" }, { percentage: 30 }] },
  },
  {
    id: "call",
    name: "Call the depot",
    type: "function",
    config: {
      template_id: "template-webhook",
      inputs: {
        url: { value: "https://user:s3cr3t-pass@depot.example/in?token=s3cr3t-token&line=7" },
        method: { value: "POST" },
        headers: { value: { "X-Api-Key": "s3cr3t-key", "Content-Type": "application/json" } },
        body: { value: { who: "{person.properties.email}", ride: "{event.properties.ride.id}" } },
      },
    },
  },
  { id: "slack", name: "Tell the team", type: "function", config: { template_id: "template-slack", inputs: {} } },
  { id: "oracle", name: "Ask the oracle", type: "agent_task", config: {} },
  { id: "exit_node", name: "Done", type: "exit", config: { reason: "Done" } },
];

const follow = (from: string, to: string) => ({ from, to, type: "continue" });
const branch = (from: string, to: string, index: number) => ({ from, to, type: "branch", index });

/** A made workflow as the API answers it, with every type of action and two that are not known. */
export const madeWorkflow = {
  id: "0193aaaa-0000-7000-8000-00000000c0de",
  name: "Night riders",
  description: "After a night ticket",
  status: "active",
  version: 3,
  trigger: actions[0]?.config,
  exit_condition: "exit_on_conversion",
  conversion: { window_minutes: 2_880, filters: [], events: [{ filters: { events: [{ id: "pass bought" }] } }] },
  trigger_masking: { ttl: 3_600, hash: "{person.id}", threshold: null },
  variables: [{ key: "depot", type: "string", default: "north" }],
  actions,
  edges: [
    follow("trigger_node", "pause"),
    follow("pause", "hours"),
    follow("hours", "hello"),
    follow("hello", "kind"),
    branch("kind", "again", 0),
    branch("kind", "either", 1),
    follow("kind", "window"),
    branch("again", "exit_node", 0),
    follow("again", "window"),
    branch("either", "window", 0),
    follow("either", "exit_node"),
    follow("window", "coin"),
    branch("coin", "call", 0),
    follow("coin", "slack"),
    follow("call", "exit_node"),
    follow("slack", "oracle"),
    follow("oracle", "exit_node"),
  ],
};

/** A made workflow file: order is nesting, and there are no edges. */
export const madeFile = `# This workflow has no key, so the file uses quiet-riders.
version: 1
key: quiet-riders
name: Quiet riders
exit_condition: exit_only_at_end
trigger:
  type: event
  name: Came back
  event: ride ended
  properties:
    - event: minutes
      operator: gt
      value: [10]
steps:
  - type: delay
    name: Wait two hours
    duration: 2h
  - type: branch
    name: Which line?
    arms:
      - name: Night
        when:
          - event: line
            operator: icontains
            value: [night]
        then:
          - type: webhook
            id: depot
            name: Tell the depot
            url: https://depot.example/quiet
            body:
              rider: '{person.properties.email}'
              fast: '{upper(event.properties.line)}'
      - name: Pass
        when:
          - person: pass
            value: [gold]
        then:
          - type: delay
            name: A week
            duration: 7d
  - type: step
    id: split
    name: Split riders
    action_type: random_cohort_branch
    config:
      cohorts:
        - {percentage: 50, name: A}
        - {percentage: 50, name: B}
    branches:
      - - type: email
          name: Ask for a word
          from: { integration_ids: [4] }
          to: '{{ person.properties.email }}'
          subject: A word?
          text: Dear {{ person.properties.name }}
      - []
  - type: function
    name: Post it
    template: template-slack
    inputs: { channel: '#rides' }
exit:
  reason: Done
`;
