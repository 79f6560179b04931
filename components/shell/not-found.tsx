import Link from "next/link";
import { Button } from "#ui/button";
import { EmptyState } from "./empty-state.tsx";

export function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        isPage
        title="There is nothing at this address"
        text="The page may have moved, or the link is incomplete."
        action={
          <Button asChild>
            <Link href="/journeys">Go to Journeys</Link>
          </Button>
        }
      />
    </main>
  );
}
