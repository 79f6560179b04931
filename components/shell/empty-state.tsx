import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#ui/cn";

export type EmptyStateProps = {
  icon?: LucideIcon;
  title: string;
  text: ReactNode;
  note?: string | null;
  action?: ReactNode;
  className?: string;
  /** Where it is the whole page, its title is the page's heading. */
  isPage?: boolean;
};

/** An empty state: what is missing, why, and one action. */
export function EmptyState({ icon: Icon, title, text, note, action, className, isPage }: EmptyStateProps) {
  const Heading = isPage ? "h1" : "h2";
  return (
    <div className={cn("flex flex-col items-center justify-center gap-2 px-6 py-16 text-center", className)}>
      {Icon ? (
        <span className="mb-2 grid size-11 place-items-center rounded-xl border bg-card shadow-raised">
          <Icon className="size-5 text-muted-foreground" aria-hidden />
        </span>
      ) : null}
      <Heading className="font-semibold text-base">{title}</Heading>
      <p className="max-w-md text-pretty text-muted-foreground text-ui leading-relaxed">{text}</p>
      {note ? <p className="font-mono text-muted-foreground text-xs">{note}</p> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
