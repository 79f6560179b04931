import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#ui/cn";

const tones = {
  info: { icon: Info, classes: "bg-primary-soft text-primary-ink" },
  warning: { icon: TriangleAlert, classes: "bg-warning-soft text-warning-ink" },
  destructive: { icon: CircleAlert, classes: "bg-destructive-soft text-destructive-ink" },
  neutral: { icon: Info, classes: "bg-muted text-muted-foreground" },
} as const;

export type NoticeTone = keyof typeof tones;

/** A highlighted sentence; the destructive tone is announced immediately. */
export function Notice({
  tone = "info",
  className,
  children,
}: {
  tone?: NoticeTone;
  className?: string;
  children: ReactNode;
}) {
  const { icon: Icon, classes } = tones[tone];
  return (
    <div
      role={tone === "destructive" ? "alert" : undefined}
      className={cn("flex items-start gap-2 rounded-md px-3 py-2 text-ui leading-5", classes, className)}
    >
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
