import type { EnrollmentStatus } from "#data";
import { OUTCOME_TONES } from "#shell";
import { Badge } from "#ui/badge";
import { ENROLLMENT_WORDS, exitWords } from "./words.ts";

export function EnrollmentBadge({ status, exitReason }: { status: EnrollmentStatus; exitReason?: string | null }) {
  return (
    <Badge variant={OUTCOME_TONES[status]?.badge ?? "outline"} title={exitReason ? exitWords(exitReason) : undefined}>
      {ENROLLMENT_WORDS[status] ?? status}
    </Badge>
  );
}
