"use client";
import { ApiProblem, problemMessage } from "#data";
import { Button } from "#ui/button";
import { EmptyState } from "./empty-state.tsx";

/** What failed, in words; 404 says so without offering to try again. */
export function PageError({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const problem = error instanceof ApiProblem ? error : null;
  if (problem?.status === 404)
    return <EmptyState title="Not found" text="It does not exist, or it belongs to another workspace." />;
  if (problem?.status === 403) return <EmptyState title="Not allowed" text={problemMessage(error)} />;
  return (
    <div role="alert">
      <EmptyState
        title="This did not work"
        text={problemMessage(error)}
        note={problem?.requestId ? `Request ${problem.requestId}` : null}
        action={
          onRetry ? (
            <Button variant="outline" onClick={onRetry}>
              Try again
            </Button>
          ) : null
        }
      />
    </div>
  );
}
