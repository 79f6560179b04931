import { ApiProblem, type VersionDifference } from "#data";
import { Notice } from "#shell";
import { Button } from "#ui/button";
import { sayDifference } from "./sentences.ts";

/** Whether publishing was refused because the draft has changed in the meantime. */
export const isMoved = (error: unknown): error is ApiProblem => error instanceof ApiProblem && error.status === 412;

/** The draft was changed after it was shown: nothing was published; lists the changes. */
export function DraftMoved({ error, onAgain }: { error: ApiProblem; onAgain: () => void }) {
  const { difference = null, differenceNote: note } = error.body;
  const lines = sayDifference(difference as VersionDifference | null, typeof note === "string" ? note : null);
  return (
    <Notice tone="warning">
      <p className="font-medium">The draft was changed since you opened this. Nothing was published.</p>
      <ul className="mt-1 list-disc pl-4">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button variant="outline" size="sm" className="mt-2" onClick={onAgain}>
        Review again
      </Button>
    </Notice>
  );
}
