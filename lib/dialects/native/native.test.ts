import { describe } from "vitest";
import { everyDialect } from "../dialect.cases.ts";
import type { JourneyDraft } from "../dialect.ts";
import { bare, journey, manual } from "./fixtures.ts";
import { native } from "./index.ts";

const { nodes, edges } = journey;
const bareNormal = {
  ...{ ...bare, edges: [], settings: {}, allowAnonymous: false },
  nodes: [{ name: "start", type: "TRIGGER" as const, config: manual, position: { x: 0, y: 0 } }],
};

const drawn: JourneyDraft = {
  name: "Drawn",
  description: null,
  document: {
    nodes: [
      { id: "b", type: "EXIT", name: "end", config: {}, contentId: null, position: { x: 3, y: 4 } },
      {
        id: "a",
        type: "TRIGGER",
        name: "go",
        config: { triggerType: "MANUAL" },
        contentId: null,
        position: { x: 1, y: 2 },
      },
    ],
    edges: [
      ...[
        {
          id: "e",
          name: "way",
          sourceNodeId: "a",
          targetNodeId: "b",
          branch: "next",
          label: null,
          weight: 5,
          trigger: null,
        },
      ],
    ],
    settings: {},
    goalConfig: null,
    audienceId: null,
    allowAnonymous: false,
  },
};

const annotated: JourneyDraft = {
  ...drawn,
  document: {
    ...drawn.document,
    annotations: [
      { id: "n", kind: "note", text: "Ask Ada first", position: { x: 9, y: 8 }, width: 240, height: 120 },
      { id: "g", kind: "group", label: "All", nodeIds: ["a", "b"] },
    ],
  },
};

describe("native", () => {
  everyDialect(native, {
    foreign: [
      { name: "a whole journey", foreign: journey, person: { segments: ["customers"] } },
      { name: "a journey with everything left out that may be", foreign: bare, normal: bareNormal },
    ],
    drafts: [
      { name: "a journey drawn here", draft: drawn },
      { name: "a journey with notes and groups", draft: annotated },
    ],
    wrong: [
      {
        name: "a group of steps that are not there",
        foreign: { ...journey, annotations: [{ kind: "group", label: "", nodes: ["gone"] }] },
        pointer: "/annotations/0/nodes/0",
        code: "unknown_target",
      },
      { name: "a newer version", foreign: { ...journey, version: 2 }, pointer: "/version", code: "unknown_value" },
      {
        name: "a file of another product",
        foreign: { ...journey, format: "other" },
        pointer: "/format",
        code: "unknown_value",
      },
      {
        name: "an unknown type",
        foreign: { ...journey, nodes: [{ name: "a", type: "FAX" }] },
        pointer: "/nodes/0/type",
        code: "unknown_type",
      },
      {
        name: "two nodes of one name",
        foreign: { ...journey, nodes: [...nodes, nodes[0]] },
        pointer: "/nodes/3/name",
        code: "duplicate_name",
      },
      {
        name: "an edge to nowhere",
        foreign: { ...journey, edges: [{ ...edges[0], to: "x" }] },
        pointer: "/edges/0/to",
        code: "unknown_target",
      },
      { name: "nodes that are no list", foreign: { ...journey, nodes: {} }, pointer: "/nodes", code: "wrong_type" },
    ],
  });
});
