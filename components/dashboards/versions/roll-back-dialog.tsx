"use client";
import { type Journey, type JourneyVersion, useLookAgain, useRollBack, useVersionDocument } from "#data";
import { ProblemNotice } from "#shell";
import { AlertDialog, AlertDialogContent } from "#ui/alert-dialog";
import { toast } from "#ui/toaster";
import { DraftMoved, isMoved } from "../lifecycle/draft-moved.tsx";
import { PlanQuestion } from "../lifecycle/migration/plan-question.tsx";

type RollBackProps = { journey: Journey; version: JourneyVersion | null; latest: number; onClose: () => void };

/** Goes back to an older version, with the same plan for the people inside as a publish. */
export function RollBackDialog({ journey, version, latest, onClose }: RollBackProps) {
  return (
    <AlertDialog open={version !== null} onOpenChange={(open) => !open && onClose()}>
      <AlertDialogContent className="max-w-2xl">
        {version ? <RollBack journey={journey} version={version} latest={latest} onClose={onClose} /> : null}
      </AlertDialogContent>
    </AlertDialog>
  );
}

function RollBack({ journey, version, latest, onClose }: RollBackProps & { version: JourneyVersion }) {
  const rollBack = useRollBack(journey.id);
  const lookAgain = useLookAgain(journey.id);
  const targets = useVersionDocument(journey.id, version.id).data?.nodes ?? [];
  const next = latest + 1;
  return (
    <>
      <PlanQuestion
        journey={journey}
        versionId={version.id}
        version={next}
        targets={targets}
        title={`Go back to version ${version.number} of “${journey.name}”?`}
        text={`It is published again as version ${next}, and the draft becomes the same. Choose what happens to the people inside; by default they finish on the version they entered.`}
        confirm={`Go back to version ${version.number}`}
        busy={rollBack.isPending}
        onConfirm={(migration, revision) =>
          rollBack.mutate(
            { versionId: version.id, revision, ...(migration ? { migration } : {}) },
            {
              onSuccess: () => {
                toast.success(`“${journey.name}” is back on version ${version.number}, as version ${next}.`);
                onClose();
              },
            },
          )
        }
      />
      {isMoved(rollBack.error) ? (
        <DraftMoved
          error={rollBack.error}
          onAgain={() => {
            rollBack.reset();
            lookAgain();
          }}
        />
      ) : null}
      {rollBack.error && !isMoved(rollBack.error) ? <ProblemNotice error={rollBack.error} /> : null}
    </>
  );
}
