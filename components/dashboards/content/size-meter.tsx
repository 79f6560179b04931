import { Progress } from "#ui/progress";

/** Gmail hides what is behind this many bytes. */
const CLIPPED = 102 * 1024;

/** How near the HTML is to being cut off. */
export function SizeMeter({ bytes }: { bytes: number }) {
  const kilobytes = Math.ceil(bytes / 1024);
  const isClipped = bytes > CLIPPED;
  return (
    <div className="flex items-center gap-3 text-xs">
      <Progress
        value={Math.min(100, Math.round((bytes / CLIPPED) * 100))}
        aria-label="Size against the limit of Gmail"
        className="h-1.5 max-w-40"
      />
      <p className={isClipped ? "text-destructive-ink" : "text-muted-foreground"}>
        {isClipped
          ? `${kilobytes} KB: Gmail hides what is behind 102 KB.`
          : `${kilobytes} KB of the 102 KB that Gmail shows.`}
      </p>
    </div>
  );
}
