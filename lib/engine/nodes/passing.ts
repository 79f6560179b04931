import type { ConditionConfig } from "#journey";
import { makeTest, type RuleContext } from "../guards/index.ts";
import { type Behaviour, END, type ExitTaken } from "../model.ts";
import { receiptOf } from "../person/rule-context.ts";
import { DATES_FORMAT, FIRST_FORMAT } from "../program.ts";

const NEXT: ExitTaken = { exit: "next" };

/** The parts of kinds that exist since the first format and have no effects. */
const PLAIN = { format: () => FIRST_FORMAT, repeats: false } as const;

export const trigger: Behaviour<"TRIGGER"> = {
  ...PLAIN,
  format: ({ triggerType }) => (triggerType === "DATE" ? DATES_FORMAT : FIRST_FORMAT),
  prepare: () => ({ enter: () => NEXT }),
};

export const exit: Behaviour<"EXIT"> = { ...PLAIN, prepare: () => ({ enter: () => END }) };

export const goalCheck: Behaviour<"GOAL_CHECK"> = {
  ...PLAIN,
  prepare: () => ({
    enter({ enrollment }) {
      const reached = enrollment.memory.reached === true;
      return { exit: reached ? "MET" : "NOT_MET", receipt: { reached } };
    },
  }),
};

/** Takes the first branch whose test holds; a test that fails to compute is false, and the receipt contains the error. */
export const condition: Behaviour<"CONDITION"> = {
  ...PLAIN,
  prepare({ config }) {
    const choose = config.branches?.length ? byBranch(config.branches) : byTest(config);
    return {
      enter(run) {
        const facts = run.facts();
        const result = choose(facts);
        return { exit: result, receipt: receiptOf(facts, { result }) };
      },
    };
  },
};

type Choose = (facts: RuleContext) => string;

function byTest({ rules, expression }: ConditionConfig): Choose {
  const test = makeTest({ rules, expression });
  return (facts) => (test(facts) ? "TRUE" : "FALSE");
}

function byBranch(written: NonNullable<ConditionConfig["branches"]>): Choose {
  const branches = written.map((branch) => ({ key: branch.key, test: makeTest(branch) }));
  return (facts) => branches.find(({ test }) => test(facts))?.key ?? "default";
}
