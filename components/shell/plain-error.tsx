"use client";
import { BUTTON, BUTTON_SIZES, BUTTON_VARIANTS } from "#ui/button-classes";

const CLASSES = `${BUTTON} ${BUTTON_VARIANTS.outline} ${BUTTON_SIZES.default}`;

/** What is shown when even the frame of the studio failed: without anything that could have failed itself. */
export function PlainError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <main role="alert" className="grid min-h-dvh place-content-center justify-items-center gap-2 px-6 text-center">
      <h1 className="font-semibold text-base">This did not work</h1>
      <p className="max-w-md text-pretty text-muted-foreground text-ui leading-relaxed">{error.message}</p>
      <div className="mt-3 flex flex-wrap justify-center gap-2">
        <button type="button" className={CLASSES} onClick={onRetry}>
          Try again
        </button>
        <a href="/journeys" className={CLASSES}>
          Go to Journeys
        </a>
      </div>
    </main>
  );
}
