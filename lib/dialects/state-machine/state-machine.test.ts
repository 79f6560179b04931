import { describe, expect, test } from "vitest";
import { everyDialect } from "../dialect.cases.ts";
import { examples, journey, one } from "./fixtures.ts";
import { stateMachine } from "./index.ts";

const read = (foreign: unknown) => stateMachine.read(foreign, { seed: "journey-1" });

describe("state machines", () => {
  everyDialect(stateMachine, examples);

  test("everything wrong is told at once, with a pointer to each", () => {
    const { problems } = read({
      trigger_event: 5,
      machine_config: {
        initial: "a",
        states: {
          b: { meta: { type: "send_email" }, on: { DONE: "c", ELAPSED: "b" } },
          d: { meta: { type: "condition", operator: "like" }, on: {} },
        },
      },
    });
    const states = "/machine_config/states";
    expect(problems.map(({ pointer, code }) => `${code} ${pointer}`)).toEqual([
      "missing_field /name",
      "unknown_value /trigger_event",
      `unknown_target ${states}/b/on/DONE`,
      `wrong_transition ${states}/b/on/ELAPSED`,
      `missing_field ${states}/b/meta/templateId`,
      `missing_field ${states}/d/on/TRUE`,
      `missing_field ${states}/d/on/FALSE`,
      `missing_field ${states}/d/meta/attribute`,
      `unknown_operator ${states}/d/meta/operator`,
      `no_final_state ${states}`,
      "unknown_target /machine_config/initial",
    ]);
  });

  test("a state that no step leads to is told, and the journey is read", () => {
    const { journey: made, problems } = read(journey("done", { done: { type: "final" }, "lost/~": { type: "final" } }));
    expect(made).not.toBeNull();
    expect(problems).toMatchObject([
      { code: "unreachable", severity: "warning", pointer: "/machine_config/states/lost~1~0" },
    ]);
  });

  test("attributes are paths of the customer, and other names are traits", () => {
    const fieldOf = (attribute: string) =>
      read(one({ type: "condition", attribute, operator: "ne", value: 1 }, { TRUE: "done", FALSE: "done" })).journey
        ?.document.nodes[1]?.config;
    expect(["account.tier", "plan", "person.traits.plan", "tags"].map(fieldOf)).toMatchObject(
      ["account.tier", "person.traits.plan", "person.traits.plan", "tags"].map((field) => ({
        rules: { all: [{ field }] },
      })),
    );
  });

  test("every unit of a wait and every operator of a condition is read and written as it was", () => {
    const units = ["years", "months", "weeks", "days", "hours", "minutes", "seconds"];
    const waits = [...units.map((unit) => ({ [unit]: 2 })), { hours: 48 }, { days: 1, hours: 12 }];
    const asked = [
      { operator: "eq", value: "vip" },
      { operator: "ne", value: "vip" },
      { operator: "in", value: ["vip", "new"] },
      { operator: "exists" },
    ];
    const written = [
      ...waits.map((time) => one({ type: "wait_for_duration", ...time }, { ELAPSED: "done" })),
      ...asked.map((by) =>
        one({ type: "condition", attribute: "account.classification", ...by }, { TRUE: "done", FALSE: "done" }),
      ),
    ];
    for (const foreign of written) {
      const { journey: made, problems } = read(foreign);
      expect(problems).toEqual([]);
      expect(made && stateMachine.write(made)).toEqual({ foreign, losses: [] });
    }
  });

  test("a trigger never takes the name of a state", () => {
    const { journey: made } = read(journey("trigger", { trigger: { type: "final" } }));
    expect(made?.document.nodes.map(({ name }) => name)).toEqual(["trigger_2", "trigger"]);
  });
});
