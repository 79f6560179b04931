import type { DeliveryDetail } from "#data";
import { Notice } from "#shell";

type Display = NonNullable<DeliveryDetail["display"]>;

const STAGES: Readonly<Record<Display["stage"], string>> = {
  eligible: "A page has it and is about to show it",
  waiting_for_target: "A page waits for the element that it stands beside",
  gave_up: "A page could not show it",
  shown: "It was in view",
};

/** How far a page has come with in-page content, and why it was not shown. */
export function DisplayNotice({ display }: { display: Display }) {
  const { stage, reason, page, step } = display;
  const where = page === undefined ? "" : ` (${page})`;
  const rest = reason === undefined ? (step === undefined ? "" : `, at the step ${step}`) : `: ${reason}`;
  return (
    <Notice tone={stage === "gave_up" ? "destructive" : "neutral"}>
      {STAGES[stage]}
      {rest}
      {where}.
    </Notice>
  );
}
