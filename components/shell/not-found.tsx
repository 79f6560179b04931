import { BUTTON, BUTTON_SIZES, BUTTON_VARIANTS } from "#ui/button-classes";
import { EmptyState } from "./empty-state.tsx";

/** A plain link: every page has this one with it, and should not bring the code of others. */
export function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        isPage
        title="There is nothing at this address"
        text="The page may have moved, or the link is incomplete."
        action={
          <a href="/journeys" className={`${BUTTON} ${BUTTON_VARIANTS.default} ${BUTTON_SIZES.default}`}>
            Go to Journeys
          </a>
        }
      />
    </main>
  );
}
