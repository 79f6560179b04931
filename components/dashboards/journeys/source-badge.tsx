import { ExternalLink, FileCode2, MonitorCheck } from "lucide-react";
import type { Journey } from "#data";
import { Badge } from "#ui/badge";
import { cn } from "#ui/cn";
import { badgeOf } from "./source-words.ts";

type SourceBadgeProps = {
  source: Journey["source"];
  /** With the path of the file and a link to it. */
  isLong?: boolean;
  className?: string;
};

/** Where a journey is kept; nothing where no file and no choice says so. */
export function SourceBadge({ source, isLong = false, className }: SourceBadgeProps) {
  const badge = badgeOf(source);
  if (badge === null) return null;
  const Icon = source.truth === "console" ? MonitorCheck : FileCode2;
  const { file } = source;
  const text = isLong && file !== null ? file.path : badge.label;
  const inside = (
    <>
      <Icon aria-hidden />
      <span className="truncate">{text}</span>
    </>
  );
  const classes = cn("min-w-0 max-w-64 shrink", className);
  if (!isLong || file?.url == null)
    return (
      <Badge variant="outline" title={badge.title} className={classes} data-source={source.truth}>
        {inside}
      </Badge>
    );
  return (
    <a href={file.url} target="_blank" rel="noreferrer" title={badge.title} className="min-w-0 rounded-full">
      <Badge variant="outline" className={cn(classes, "hover:text-foreground")} data-source={source.truth}>
        {inside}
        <ExternalLink aria-hidden />
        <span className="sr-only">(opens in a new tab)</span>
      </Badge>
    </a>
  );
}
