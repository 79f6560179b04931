import { describe, expect, test } from "vitest";
import { formatDuration, type JourneyDocument, type JourneyNode, type NodeType } from "#journey";
import { everyDialect } from "../dialect.cases.ts";
import type { JourneyDraft } from "../dialect.ts";
import { everyType, noTargets, nurture } from "./fixtures.ts";
import { orderedSteps } from "./index.ts";

const noTargetsNormal = {
  ...structuredClone(noTargets),
  steps: [
    {
      ...noTargets.steps[0],
      config: { conditions: [{ ...noTargets.steps[0].config.conditions[0] }], defaultTargetStepId: "b" },
    },
    noTargets.steps[1],
  ],
};

const node = (id: string, type: NodeType, config: Record<string, unknown>, contentId: string | null = null) =>
  ({ id, type, name: id, config, contentId, position: { x: 5, y: id.length } }) satisfies JourneyNode;
const edge = (from: string, to: string, branch: string | null = null) => ({
  ...{ id: `${from} ${to} ${branch}`, name: `${from}/${to}/${branch}`, sourceNodeId: from, targetNodeId: to, branch },
  ...{ label: null, weight: null, trigger: null },
});

const drawn: JourneyDraft = {
  name: "Drawn",
  description: null,
  document: {
    nodes: [
      node("exit", "EXIT", {}),
      node("mail", "CONTENT", { contentType: "email" }, "mail"),
      node("start", "TRIGGER", { triggerType: "MANUAL", triggerConfig: {} }),
      node("choice", "CONDITION", { branches: [{ key: "a", label: "Is A", expression: "true" }] }),
    ],
    edges: [
      edge("start", "choice"),
      edge("choice", "mail", "a"),
      edge("choice", "exit", "default"),
      edge("mail", "exit"),
    ],
    settings: { maxDuration: "2w", entryConditions: { segments: ["vip"] }, minDaysSinceLastJourney: 30 },
    goalConfig: null,
    audienceId: null,
    allowAnonymous: false,
  },
};

const CHANNELS: Readonly<Record<string, string>> = {
  ch_email: "email",
  ch_sms: "sms",
  ch_push: "push",
  ch_webhook: "webhook",
  ch_inapp: "modal",
};

/** Built-in channels follow from the content type, exits of a branch are called after labels, durations are days. */
function normalize(document: JourneyDocument): JourneyDocument {
  const keys = new Map<string, string>();
  const nodes = document.nodes.map((each) => {
    const { channelId, ...config } = each.config;
    const isBuiltIn = typeof channelId === "string" && CHANNELS[channelId] === config.contentType;
    const branches = Array.isArray(config.branches)
      ? config.branches.map((branch: Record<string, unknown>, index) => {
          keys.set(`${each.id} ${branch.key}`, `branch ${index}`);
          return { ...branch, key: `branch ${index}`, label: undefined };
        })
      : undefined;
    const duration =
      config.duration === undefined ? {} : { duration: formatDuration(config.duration).replace("2w", "14d") };
    const written = channelId === undefined || isBuiltIn ? config : each.config;
    return { ...each, config: { ...written, ...duration, ...(branches === undefined ? {} : { branches }) } };
  });
  const edges = document.edges.map((each) => ({
    ...each,
    branch: keys.get(`${each.sourceNodeId} ${each.branch}`) ?? each.branch,
  }));
  const { maxDuration } = document.settings;
  const days = typeof maxDuration === "string" ? /^(\d+)([dw])$/.exec(maxDuration) : null;
  const settings = {
    ...document.settings,
    ...(days ? { maxDuration: Number(days[1]) * (days[2] === "w" ? 7 : 1) } : {}),
  };
  return { ...document, nodes, edges, settings };
}

const step = (change: object, index = 0) => ({
  ...nurture,
  steps: nurture.steps.map((each, at) => (at === index ? { ...each, ...change } : each)),
});
const config = (change: object, index: number) =>
  step({ config: { ...nurture.steps[index]?.config, ...change } }, index);

describe("ordered steps", () => {
  everyDialect(orderedSteps, {
    foreign: [
      {
        name: "the nurture journey of the document",
        foreign: nurture,
        person: { segments: ["s"] },
        run: { segments: new Map([["s", { id: "s", key: "loan_interested", number: 1 }]]) },
      },
      {
        name: "a journey with every type of step",
        foreign: everyType,
        run: { trigger: { eventName: "app.applied", properties: { amount: 20, source: "web" } } },
      },
      { name: "a journey with targets left out", foreign: noTargets, normal: noTargetsNormal as never },
      { name: "a journey without steps", foreign: { name: "Empty", steps: [] } },
    ],
    drafts: [{ name: "a journey drawn here", draft: drawn }],
    normalize,
    wrong: [
      { name: "a step without id", foreign: step({ id: undefined }), pointer: "/steps/0/id", code: "missing_field" },
      { name: "an unknown type", foreign: step({ type: "dance" }), pointer: "/steps/0/type", code: "unknown_type" },
      {
        name: "a step without type",
        foreign: step({ type: undefined }),
        pointer: "/steps/0/type",
        code: "missing_field",
      },
      {
        name: "a wait in weeks",
        foreign: config({ unit: "weeks" }, 2),
        pointer: "/steps/2/config/unit",
        code: "unknown_value",
      },
      {
        name: "a duration as text",
        foreign: config({ duration: "3" }, 2),
        pointer: "/steps/2/config/duration",
        code: "wrong_type",
      },
      {
        name: "two steps of one id",
        foreign: step({ id: "step_wait_3d" }),
        pointer: "/steps/2/id",
        code: "duplicate_name",
      },
      {
        name: "a send without channel",
        foreign: config({ channelId: undefined }, 1),
        pointer: "/steps/1/config/channelId",
        code: "missing_field",
      },
      { name: "steps that are no list", foreign: { ...nurture, steps: {} }, pointer: "/steps", code: "wrong_type" },
      {
        name: "a condition without expression",
        foreign: config({ conditions: [{ label: "A", targetStepId: null }] }, 3),
        pointer: "/steps/3/config/conditions/0/expression",
        code: "missing_field",
      },
      {
        name: "an unknown operation",
        foreign: step({ type: "update", config: { operations: [{ type: "erase" }] } }),
        pointer: "/steps/0/config/operations/0/type",
        code: "unknown_type",
      },
    ],
  });

  const read = (foreign: unknown, before?: JourneyDraft) =>
    orderedSteps.read(foreign, { seed: "seed", ...(before === undefined ? {} : { before }) });

  test("every unit of a wait, and both operations of an update, are read and written as they were", () => {
    const operations = [
      { type: "set_attribute", key: "journey_stage", value: "followup_sent" },
      { type: "add_segment", segment: "loan_interested" },
    ];
    const configs = [
      ...["minutes", "hours", "days"].map((unit) => ({ type: "wait", config: { duration: 3, unit } })),
      ...[operations, operations.slice(0, 1), operations.slice(1)].map((some) => ({
        type: "update",
        config: { operations: some },
      })),
    ];
    for (const written of configs) {
      const foreign = { name: "One step", steps: [{ id: "step", ...written }] };
      const { journey, problems } = orderedSteps.read(foreign, { seed: "journey-1" });
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(journey && orderedSteps.write(journey)).toMatchObject({ foreign, losses: [] });
    }
  });

  test("steps that are not defined yet are warnings, take part in no list of steps, and keep their id once defined", () => {
    const { journey, problems } = read(nurture);
    expect(problems.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      "unknown_target /steps/3/config/conditions/0/targetStepId",
      "unknown_target /steps/3/config/defaultTargetStepId",
    ]);
    const end = { id: "step_end", type: "wait", config: { duration: 1, unit: "days" } };
    const idOf = (draft: JourneyDraft | null) => draft?.document.nodes.find(({ name }) => name === "step_end")?.id;
    const later = read({ ...nurture, steps: [...nurture.steps, end] }, journey ?? undefined).journey;
    expect(idOf(later)).toBe(idOf(journey));
    expect(idOf(later)).toBeDefined();
  });

  test("a step that moves keeps its id, and the new order is the order of the steps", () => {
    const first = read(everyType).journey;
    const [mark, mail, ...others] = everyType.steps;
    const moved = read({ ...everyType, steps: [mail, mark, ...others] }, first ?? undefined).journey;
    expect(moved?.document.nodes.map(({ id }) => id).sort()).toEqual(first?.document.nodes.map(({ id }) => id).sort());
    expect(moved && orderedSteps.write(moved).foreign.steps.map(({ id }) => id)).toEqual([
      ...["mail", "mark", "text", "pause", "check"],
    ]);
  });

  test("the content type follows the channel, which a workspace may have added", () => {
    const steps = [{ id: "a", type: "send", config: { channelId: "ch_own", creativeId: "hello" } }];
    const contentTypeOf = (channel: string, content: string | null) =>
      channel === "ch_own" && content === "hello" ? ("sms" as const) : null;
    const { journey } = orderedSteps.read({ name: "x", steps }, { seed: "s", contentTypeOf });
    expect(journey?.document.nodes[1]?.config).toEqual({ contentType: "sms", channelId: "ch_own" });
  });

  test("what the format cannot say of a step stays when the step is changed", () => {
    const mail = { ...drawn.document.nodes[1]!, config: { contentType: "email", expiresAfter: "2h" } };
    const before = {
      ...drawn,
      document: { ...drawn.document, nodes: drawn.document.nodes.map((n) => (n.id === "mail" ? mail : n)) },
    };
    const { foreign, losses } = orderedSteps.write(before);
    expect(losses).toMatchObject([{ nodeId: "mail", field: "config.expiresAfter" }]);
    const steps = foreign.steps.map((each) =>
      each.id === "mail" ? { ...each, config: { channelId: "ch_email", creativeId: "other" } } : each,
    );
    const changed = read({ ...foreign, steps }, before).journey?.document.nodes.find(({ id }) => id === "mail");
    expect(changed).toMatchObject({ contentId: "other", config: { expiresAfter: "2h" }, position: mail.position });
  });
});
