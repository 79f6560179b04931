import type { LoadedJourney } from "./load-journey.ts";

type Graph = LoadedJourney["graph"];
type Node = Graph["nodes"][string];
type Transition = Graph["transitions"][number];
type Trigger = Transition["trigger"];

/** What a node does, in a line: `send_email welcome-email, survey nps, from ada@example.com`. */
export function actionText({ action }: Node): string {
  switch (action.type) {
    case "send_email": {
      const { templateSlug, surveySlug, fromIdentityEmail } = action;
      const parts = [
        String(templateSlug),
        surveySlug && `survey ${surveySlug}`,
        fromIdentityEmail && `from ${fromIdentityEmail}`,
      ];
      return `send_email ${parts.filter(Boolean).join(", ")}`;
    }
    case "tag_user":
      return `tag_user ${action.tagName}`;
    case "advance_stage":
      return `advance_stage ${action.stageName}`;
    default:
      return "none";
  }
}

const filterText = (trigger: Trigger): string =>
  trigger.type === "event" && trigger.eventFilter && Object.keys(trigger.eventFilter).length > 0
    ? ` ${JSON.stringify(trigger.eventFilter)}`
    : "";

const triggerText = (trigger: Trigger): string =>
  trigger.type === "event" ? `on ${trigger.event}${filterText(trigger)}` : `timer (${trigger.delay})`;

/** `welcome_email → nudge_1 [timer (2d)] (welcome_email-to-nudge_1)`, as `journey show` prints it. */
export const transitionLine = ({ name, from, to, trigger }: Transition): string =>
  `${from} → ${to} [${triggerText(trigger)}] (${name})`;

/** `on user.login`, `after 2d`. */
export const transitionRule = ({ trigger }: Pick<Transition, "trigger">): string =>
  trigger.type === "event" ? `on ${trigger.event}${filterText(trigger)}` : `after ${trigger.delay}`;

/** `on user.login -> done`, `after 2d -> nudge_1`, as `journey transition list` prints it. */
export const transitionText = (transition: Transition): string => `${transitionRule(transition)} -> ${transition.to}`;

/** A line of `journey node list`. */
export function nodeRow(name: string, { nodes, transitions }: Graph): readonly string[] {
  const node = nodes[name];
  const count = (end: "from" | "to") => String(transitions.filter((transition) => transition[end] === name).length);
  return node ? [name, actionText(node), node.terminal ? "terminal" : "", count("to"), count("from")] : [];
}

export const NODE_HEADING = ["NODE", "ACTION", "TERMINAL", "IN", "OUT"] as const;
export const TRANSITION_HEADING = ["TRANSITION", "FROM", "RULE"] as const;
export const transitionRow = (transition: Transition): readonly string[] => [
  transition.name ?? "",
  transition.from,
  transitionText(transition),
];
