import { type ReactNode, Suspense } from "react";
import { StudioFrame, StudioProviders } from "#shell";

/** The frame is prerendered; pages that read the query are rendered inside it in the browser. */
export default function StudioLayout({ children }: { children: ReactNode }) {
  return (
    <StudioProviders>
      <StudioFrame>
        <Suspense>{children}</Suspense>
      </StudioFrame>
    </StudioProviders>
  );
}
