import type { EnrollmentStatus } from "#data";
import { Badge } from "#ui/badge";
import { ENROLLMENT_WORDS, exitWords } from "./words.ts";

const variants: Record<EnrollmentStatus, "default" | "success" | "warning" | "destructive" | "outline"> = {
  ACTIVE: "default",
  COMPLETED: "success",
  STOPPED: "warning",
  FAILED: "destructive",
  ARCHIVED: "outline",
};

export function EnrollmentBadge({ status, exitReason }: { status: EnrollmentStatus; exitReason?: string | null }) {
  return (
    <Badge variant={variants[status] ?? "outline"} title={exitReason ? exitWords(exitReason) : undefined}>
      {ENROLLMENT_WORDS[status] ?? status}
    </Badge>
  );
}
