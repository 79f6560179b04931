const SEGMENTS = { anglers: "5e91-anglers", quiet: "5e92-quiet", booked: "5e93-booked" };
const TEMPLATES = { tides: "7a01-tides", text: "7a02-text", call: "7a03-call" };

const nodes = [
  {
    id: "send-tides",
    type: "MessageNode",
    name: "Send tide table",
    variant: { type: "Email", templateId: TEMPLATES.tides },
    skipOnFailure: true,
    child: "wait-two",
  },
  { id: "wait-two", type: "DelayNode", variant: { type: "Second", seconds: 187_200 }, child: "morning" },
  {
    id: "morning",
    type: "DelayNode",
    variant: { type: "LocalTime", hour: 7, minute: 5, allowedDaysOfWeek: [0, 6] },
    child: "booked-or-not",
  },
  {
    id: "booked-or-not",
    type: "WaitForNode",
    timeoutSeconds: 604_800,
    timeoutChild: "toss",
    segmentChildren: [{ id: "before-trip", segmentId: SEGMENTS.booked }],
  },
  {
    id: "before-trip",
    type: "DelayNode",
    variant: { type: "UserProperty", userProperty: "prop-boarding", offsetSeconds: 86_400, offsetDirection: "before" },
    child: "tell-crew",
  },
  { id: "tell-crew", type: "MessageNode", variant: { type: "Webhook", templateId: TEMPLATES.call }, child: "ExitNode" },
  {
    id: "toss",
    type: "RandomCohortNode",
    children: [
      { id: "quiet-one", percent: 30, name: "Text" },
      { id: "limit", percent: 70, name: "Nothing" },
    ],
  },
  {
    id: "quiet-one",
    type: "SegmentSplitNode",
    variant: { type: "Boolean", segment: SEGMENTS.quiet, trueChild: "ExitNode", falseChild: "text" },
  },
  {
    id: "text",
    type: "MessageNode",
    subscriptionGroupId: "group-1",
    variant: { type: "Sms", templateId: TEMPLATES.text },
    child: "which",
  },
  {
    id: "which",
    type: "WaitForNode",
    timeoutSeconds: 3_600,
    timeoutChild: "ExitNode",
    segmentChildren: [
      { id: "ExitNode", segmentId: SEGMENTS.booked },
      { id: "later", segmentId: SEGMENTS.quiet },
    ],
  },
  { id: "later", type: "HologramNode", child: "ExitNode" },
  { id: "limit", type: "RateLimitNode" },
];

/** A made journey with every type of node, and one of a type that is not known. */
export const madeJourney = {
  id: "0c5b4f0e-1f3a-4d0c-9d7e-aaaaaaaaaaaa",
  workspaceId: "0c5b4f0e-1f3a-4d0c-9d7e-bbbbbbbbbbbb",
  name: "Tides for anglers",
  status: "Running",
  canRunMultiple: false,
  definition: {
    entryNode: { type: "EntryNode", segment: SEGMENTS.anglers, child: "send-tides" },
    exitNode: { type: "ExitNode" },
    nodes,
  },
};

/** The answers of the API beside each other: journeys, and what explains their ids. */
export const madeAnswers = {
  journeys: { journeys: [madeJourney] },
  segments: {
    segments: [
      { id: SEGMENTS.anglers, name: "Anglers" },
      { id: SEGMENTS.quiet, name: "Quiet anglers" },
      { id: SEGMENTS.booked, name: "Booked a trip" },
    ],
  },
  userProperties: [{ id: "prop-boarding", name: "boardingAt" }],
  templates: [
    {
      id: TEMPLATES.tides,
      name: "Tide table",
      definition: {
        type: "Email",
        from: "pier@pier.example",
        subject: "Tides for {{ user.firstName | default: 'you' }}",
        body: "<p>{{ user['home port'] }}</p>{% unsubscribe_link Leave %}",
      },
    },
    {
      id: TEMPLATES.call,
      name: "Crew call",
      definition: {
        type: "Webhook",
        body: JSON.stringify({
          config: { url: "https://crew.example/call", method: "POST", headers: { Authorization: "s3cr3t-crew" } },
        }),
      },
    },
  ],
};
