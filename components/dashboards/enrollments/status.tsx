import type { EnrollmentStatus } from "#data";
import { OUTCOME_TONES } from "#shell";
import { Badge } from "#ui/badge";
import { ENROLLMENT_STATUS_WORDS, exitWords } from "#words";

export function EnrollmentBadge({ status, exitReason }: { status: EnrollmentStatus; exitReason?: string | null }) {
  return (
    <Badge variant={OUTCOME_TONES[status]?.badge ?? "outline"} title={exitReason ? exitWords(exitReason) : undefined}>
      {ENROLLMENT_STATUS_WORDS[status] ?? status}
    </Badge>
  );
}
