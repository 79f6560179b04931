"use client";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#ui/tabs";

/** Preview of an email. The frame runs no script, and its links do not open. */
export function MailPreview({ html, text, className }: { html: string; text: string; className?: string }) {
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
          srcDoc={html || "<p>There is no HTML part.</p>"}
          className="min-h-96 w-full flex-1 rounded-lg border bg-white"
        />
      </TabsContent>
      <TabsContent value="text">
        <pre className="min-h-40 overflow-x-auto whitespace-pre-wrap break-words rounded-lg border bg-card p-4 font-mono text-xs leading-5">
          {text || "There is no text part."}
        </pre>
      </TabsContent>
    </Tabs>
  );
}
