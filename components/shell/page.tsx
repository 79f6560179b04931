import type { ReactNode } from "react";
import { cn } from "#ui/cn";
import { Skeleton } from "#ui/skeleton";

export type PageProps = {
  title: ReactNode;
  description?: ReactNode;
  back?: ReactNode;
  actions?: ReactNode;
  wide?: boolean;
  children: ReactNode;
};

/** A page of the studio: its heading, what can be done on it, and its body. */
export function Page({ title, description, back, actions, wide, children }: PageProps) {
  return (
    <div
      className={cn(
        "mx-auto flex w-full flex-col gap-5 px-4 py-5 sm:px-6 lg:px-8 lg:py-7",
        wide ? "max-w-[88rem]" : "max-w-6xl",
      )}
    >
      <div className="grid gap-2">
        {back}
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="grid min-w-0 gap-0.5">
            <h1 className="min-w-0 break-words font-semibold text-xl">{title}</h1>
            {description ? <p className="max-w-2xl text-pretty text-muted-foreground text-ui">{description}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
        </div>
      </div>
      {children}
    </div>
  );
}

/** The page while its data is on its way; `title` says what it will be about. */
export function LoadingPage({ title }: { title: string }) {
  return (
    <Page title={<span className="sr-only">{title}</span>}>
      <Skeleton className="h-7 w-56" />
      <Skeleton className="h-96" />
    </Page>
  );
}
