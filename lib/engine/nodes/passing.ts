import { type Behaviour, END, type ExitTaken } from "../model.ts";
import { receiptOf, ruleContextFor } from "../person/facts.ts";
import { DATES_FORMAT, FIRST_FORMAT } from "../program.ts";

const NEXT: ExitTaken = { exit: "next" };

/** What a kind has that came with the first format and has no effects. */
const PLAIN = { format: () => FIRST_FORMAT, repeats: false } as const;

export const trigger: Behaviour = {
  ...PLAIN,
  format: ({ triggerType }) => (triggerType === "DATE" ? DATES_FORMAT : FIRST_FORMAT),
  enter: () => NEXT,
};
export const exit: Behaviour = { ...PLAIN, enter: () => END };

/** Offers come from decision flows; until a workspace has them, publishing refuses the node. */
export const decide: Behaviour = { ...PLAIN, enter: () => ({ exit: "none", receipt: { reason: "no decision flow" } }) };

export const goalCheck: Behaviour = {
  ...PLAIN,
  enter: ({ enrollment }) => ({
    exit: enrollment.memory.reached === true ? "MET" : "NOT_MET",
    receipt: { reached: enrollment.memory.reached === true },
  }),
};

/** The first branch whose test holds; a test that fails is false and says so in the receipt. */
export const condition: Behaviour = {
  ...PLAIN,
  enter({ work, enrollment, state, at }) {
    const facts = ruleContextFor(work, enrollment, at, null);
    if (state.branches.length > 0) {
      const branch = state.branches.find((candidate) => candidate.test(facts));
      return { exit: branch?.key ?? "default", receipt: receiptOf(facts, { result: branch?.key ?? "default" }) };
    }
    const result = state.test(facts) ? "TRUE" : "FALSE";
    return { exit: result, receipt: receiptOf(facts, { result }) };
  },
};
