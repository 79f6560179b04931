import type { Objects } from "./objects.ts";

export type Example = {
  readonly path?: Readonly<Record<string, string | undefined>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Of a body of several kinds: one of each, in the order of the schema. */
  readonly bodies?: readonly unknown[];
  /** Fields of which a request has one. */
  readonly either?: readonly string[];
};

/** A draft that can run: its start is an event. */
const draft = (own: Objects) => ({
  nodes: [
    {
      type: "TRIGGER",
      name: "start",
      config: { triggerType: "CUSTOM_EVENT", triggerConfig: { eventName: "came" } },
      position: { x: 0, y: 0 },
    },
    { id: own.node?.id, type: "CONTENT", name: "mail", config: { contentType: "email" }, contentId: own.content?.id },
  ],
  edges: [{ sourceNodeId: 0, targetNodeId: 1 }],
});

/** A migration that moves people from a step of the version before to one of the new one. */
const migration = (own: Objects) => ({
  steps: [{ nodeId: own.node?.id, versionId: own.version?.id, action: "move", toNodeId: own.node?.id }],
});
const migrating = (own: Objects): Example => ({ body: { migration: migration(own) } });
const split = (own: Objects): Example => ({ path: { id: own.parted?.id }, body: { edgeId: own.edge?.id } });
const enroll = (own: Objects): Example => ({
  body: { people: [{ personId: own.person?.id }] },
  either: ["people", "csv", "segmentId"],
});
const broadcast = (own: Objects): Example => ({
  body: { contentId: own.content?.id, everyone: true },
  either: ["everyone", "segmentId", "people", "csv"],
});
const people = (own: Objects): Example => ({ body: { personIds: [own.person?.id] } });

const policies = (own: Objects) => ({
  ...{ quietHours: null, sendWindows: [], fallbackZone: null, rateLimits: [], holdout: null },
  caps: [
    { channel: "email", topicId: own.topic?.id, limit: 1, period: { kind: "calendar", unit: "day" }, whenFull: "hold" },
  ],
});

/** A machine that sends a message and ends; the states that are asked about end in the same one. */
const machine = (own: Objects) => ({
  initial: "made",
  states: {
    made: { meta: { type: "send_email", templateId: own.content?.number }, on: { DONE: "end" } },
    end: { type: "final" },
  },
});

/** The smallest journey of Dittofeed, as text. */
const FOREIGN_FILE = JSON.stringify({
  journeys: [
    {
      id: "0197a000-0000-7000-8000-0000000000aa",
      name: "Foreign",
      definition: {
        entryNode: { type: "EventEntryNode", event: "came", child: "ExitNode" },
        exitNode: { type: "ExitNode" },
        nodes: [],
      },
    },
  ],
});

/** A PNG of one pixel. */
const PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

/**
 * What a route needs besides what its schemas require, so that requests are valid. Routes without an entry get the
 * smallest request that their schemas take.
 */
export const EXAMPLES: Readonly<Record<string, (own: Objects) => Example>> = {
  "POST /api/broadcasts": broadcast,
  "POST /api/broadcasts/preview": broadcast,
  "POST /api/campaigns": (own) => ({ body: { kind: "private", personId: own.person?.id }, either: ["segmentId"] }),
  "GET /api/content/[id]/versions/[revision]": () => ({ path: { revision: "1" } }),
  "POST /api/content/[id]/versions/[revision]/restore": () => ({ path: { revision: "1" } }),
  "POST /api/content/preview": () => ({ body: { html: "{{ traits.email }}" } }),
  "POST /api/content/[id]/preview-links": () => ({ body: { mode: "pick", url: "https://shop.example/" } }),
  "POST /api/content/preview-document": (own) => ({
    body: { type: "banner", body: { blocks: [] }, personId: own.person?.id },
  }),
  "POST /api/decision-flows/[id]/test": (own) => ({ body: { personId: own.person?.id } }),
  "POST /api/messages": (own) => ({ body: { to: { personId: own.person?.id }, content: own.content?.id } }),
  "PUT /api/providers/[service]": () => ({ path: { service: "postmark" }, body: { settings: {}, secrets: {} } }),
  "POST /api/images": () => ({ body: { name: "Dot", alt: "", content: PICTURE } }),
  "POST /api/imports": () => ({ body: { file: FOREIGN_FILE } }),
  "POST /api/journeys": (own) => ({ body: draft(own) }),
  "POST /api/journeys/import": () => ({ body: { journey: { name: "Read", steps: [] } } }),
  "PUT /api/journeys/[id]/canvas": (own) => ({ body: draft(own) }),
  "POST /api/journeys/[id]/backtest": (own) => ({ body: { draft: draft(own) } }),
  "POST /api/journeys/[id]/comments": (own) => ({ body: { text: "Why a day?", nodeId: own.node?.id } }),
  "PATCH /api/journeys/[id]/comments/[commentId]": () => ({ body: { resolved: true } }),
  "POST /api/journeys/[id]/enrollments": enroll,
  "POST /api/journeys/[id]/enrollments/preview": enroll,
  "GET /api/journeys/[id]/explain": (own) => ({
    query: { personId: own.person?.id ?? "" },
    either: ["personId", "userId", "enrollmentId"],
  }),
  "POST /api/journeys/[id]/forecast": (own) => ({ body: { draft: draft(own) } }),
  "POST /api/journeys/[id]/nodes/[nodeId]/release": (own) => ({
    body: { action: "move", toNodeId: own.node?.id },
  }),
  "POST /api/journeys/[id]/moments": () => ({ body: { type: "WAIT", config: { duration: "1d" } } }),
  "POST /api/journeys/[id]/publish": migrating,
  "POST /api/journeys/[id]/publish/preview": (own) => ({
    body: { migration: migration(own), draft: draft(own) },
    either: ["migration", "draft"],
  }),
  "POST /api/journeys/[id]/splits/[nodeId]/promote": split,
  "DELETE /api/journeys/[id]/splits/[nodeId]/promote": split,
  "POST /api/journeys/[id]/test": (own) => ({ body: { draft: draft(own) } }),
  "POST /api/journeys/[id]/validate": (own) => ({ body: draft(own) }),
  "GET /api/journeys/[id]/versions/compare": (own) => ({ query: { from: own.version?.id ?? "", to: "draft" } }),
  "POST /api/journeys/[id]/versions/[versionId]/rollback": migrating,
  "POST /api/journeys/[id]/versions/[versionId]/rollback/preview": migrating,
  "POST /api/outcomes": (own) => ({ body: { personId: own.person?.id, outcome: "click" } }),
  "POST /api/plans": (own) => ({
    body: {
      journeyId: own.parted?.id,
      revision: own.parted?.number,
      migration: {
        steps: [
          {
            nodeId: own.partedNode?.id,
            versionId: own.partedVersion?.id,
            action: "move",
            toNodeId: own.partedNode?.id,
          },
        ],
      },
    },
  }),
  "PUT /api/sending-policies": (own) => ({ body: policies(own) }),
  "POST /places/[placeId]/journeys": (own) => ({ body: { trigger_event: "manual", machine_config: machine(own) } }),
  "PUT /places/[placeId]/journeys/[journeyId]": (own) => ({
    body: { trigger_event: "manual", machine_config: machine(own) },
  }),
  "POST /places/[placeId]/recommendations/accept": (own) => ({
    body: { type: "journey", data: { name: "Recommended", trigger_event: "manual", machine_config: machine(own) } },
    bodies: [{ type: "template", data: { name: "Recommended", type: "email" } }],
  }),
  "POST /api/people/changes": (own) => ({
    body: { personIds: [own.person?.id] },
    either: ["personIds", "filter"],
  }),
  "POST /api/segments/[id]/members": people,
  "DELETE /api/segments/[id]/members": people,
};
