"use client";
import { cn } from "#ui/cn";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#ui/tabs";

type MailPreviewProps = {
  html: string;
  text: string;
  /** As wide as a phone. */
  isNarrow?: boolean;
  /** As mail programs show it that turn colours around. */
  isDark?: boolean;
  className?: string;
};

const DARK =
  "<style>:root{color-scheme:dark}html{background:#fff;filter:invert(1) hue-rotate(180deg)}img{filter:invert(1) hue-rotate(180deg)}</style>";

/** Preview of an email. The frame runs no script, and its links do not open. */
export function MailPreview({ html, text, isNarrow = false, isDark = false, className }: MailPreviewProps) {
  const shown = html || "<p>There is no HTML part.</p>";
  return (
    <Tabs defaultValue={html ? "html" : "text"} className={className ?? ""}>
      <TabsList>
        <TabsTrigger value="html">HTML</TabsTrigger>
        <TabsTrigger value="text">Text</TabsTrigger>
      </TabsList>
      <TabsContent value="html" className="flex min-h-0 flex-col">
        <iframe
          title="The message as HTML"
          sandbox=""
          srcDoc={isDark ? `${shown}${DARK}` : shown}
          className={cn(
            "min-h-96 w-full flex-1 rounded-lg border",
            isDark ? "bg-black" : "bg-white",
            isNarrow && "mx-auto w-[375px] max-w-full",
          )}
        />
        {isDark ? (
          <p className="mt-1.5 text-muted-foreground text-xs">
            Some mail programs invert colours in dark mode, as shown here. Others keep them.
          </p>
        ) : null}
      </TabsContent>
      <TabsContent value="text">
        <pre className="min-h-40 overflow-x-auto whitespace-pre-wrap break-words rounded-lg border bg-card p-4 font-mono text-xs leading-5">
          {text || "There is no text part."}
        </pre>
      </TabsContent>
    </Tabs>
  );
}
