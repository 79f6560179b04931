"use client";
import { ApiProblem, problemMessage } from "#data";
import { Button } from "#ui/button";
import { Link } from "#ui/link";
import { EmptyState } from "./empty-state.tsx";

type PageErrorProps = {
  error: unknown;
  onRetry?: () => void;
  /** A link away from the page, if the error replaces the whole content. */
  back?: { href: string; label: string };
  /** Whether it is all of the page, so that it has to bring the page's heading. */
  isPage?: boolean;
};

/** What failed, in words; 404 says so without offering to try again. */
export function PageError({ error, onRetry, back, isPage = back !== undefined }: PageErrorProps) {
  const problem = error instanceof ApiProblem ? error : null;
  const way = back ? (
    <Button asChild variant="outline">
      <Link href={back.href}>{back.label}</Link>
    </Button>
  ) : null;
  if (problem?.status === 404) {
    const text = "It does not exist, or it belongs to another workspace.";
    return <EmptyState isPage={isPage} title="Not found" text={text} action={way} />;
  }
  if (problem?.status === 403)
    return <EmptyState isPage={isPage} title="Not allowed" text={problemMessage(error)} action={way} />;
  return (
    <div role="alert">
      <EmptyState
        isPage={isPage}
        title="This did not work"
        text={problemMessage(error)}
        note={problem?.requestId ? `Request ${problem.requestId}` : null}
        action={
          <>
            {onRetry ? (
              <Button variant="outline" onClick={onRetry}>
                Try again
              </Button>
            ) : null}
            {way}
          </>
        }
      />
    </div>
  );
}
