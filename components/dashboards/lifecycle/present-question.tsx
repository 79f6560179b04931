import type { PresentMembers } from "#data";
import { peopleCount } from "#shell";
import { RadioCard, RadioGroup } from "#ui/radio-group";

type PresentQuestionProps = {
  present: readonly PresentMembers[];
  value: boolean;
  onChange: (includePresent: boolean) => void;
};

/**
 * A trigger on entering a segment enrolls people who enter it later; this asks whether to enroll its present members
 * too.
 */
export function PresentQuestion({ present, value, onChange }: PresentQuestionProps) {
  const places = present.map(({ people, segmentName }) => `${peopleCount(people)} in “${segmentName}”`);
  const [one] = present;
  const title =
    present.length === 1 && one
      ? `${peopleCount(one.people)} ${one.people === 1 ? "is" : "are"} in “${one.segmentName}” now. Enroll them too?`
      : `There are now ${places.join(" and ")}. Enroll them too?`;
  return (
    <section aria-label="People already in the segment" className="grid gap-1.5">
      <h3 className="font-medium text-ui">{title}</h3>
      <RadioGroup
        aria-label={title}
        value={value ? "all" : "new"}
        onValueChange={(choice) => onChange(choice === "all")}
        className="sm:grid-cols-2"
      >
        <RadioCard value="new" title="Only people who enter it from now on">
          People who are in it now are not enrolled.
        </RadioCard>
        <RadioCard value="all" title="Enroll them too">
          Each once, if the trigger’s filter and the entry settings allow it.
        </RadioCard>
      </RadioGroup>
    </section>
  );
}
