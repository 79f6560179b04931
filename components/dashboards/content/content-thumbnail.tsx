"use client";
import { Send } from "lucide-react";
import { useState } from "react";
import { type Content, useCanEdit, useContentPreview } from "#data";
import { Button } from "#ui/button";
import { TestSendDialog } from "./test-send-dialog.tsx";

/** An email in small, with its subject, as people get it now; a click opens it. */
export function ContentThumbnail({ item, onOpen }: { item: Content; onOpen: () => void }) {
  const canEdit = useCanEdit();
  const [isTesting, setTesting] = useState(false);
  const { subject, html, text, mail } = item;
  const shown = { subject: subject ?? "", html: html ?? "", text: text ?? "", mail };
  const preview = useContentPreview(shown, canEdit).data;
  return (
    <div className="grid gap-2">
      <button
        type="button"
        onClick={onOpen}
        aria-label={`Edit ${item.name}`}
        className="overflow-hidden rounded-lg border bg-white text-left shadow-raised hover:border-ring"
      >
        <span className="block truncate border-b bg-card px-3 py-1.5 text-card-foreground text-xs">
          <span className="text-muted-foreground">Subject: </span>
          {preview?.subject || subject || "–"}
        </span>
        <span aria-hidden className="pointer-events-none relative block h-32 overflow-hidden">
          <iframe
            title="The email in small"
            tabIndex={-1}
            sandbox=""
            srcDoc={preview?.html ?? ""}
            className="absolute top-0 left-0 h-[320px] w-[250%] origin-top-left scale-[0.4] border-0 bg-white"
          />
        </span>
      </button>
      {canEdit ? (
        <Button variant="outline" size="sm" className="justify-self-start" onClick={() => setTesting(true)}>
          <Send aria-hidden /> Send test
        </Button>
      ) : null}
      <TestSendDialog item={item} personId={null} language={null} open={isTesting} onClose={() => setTesting(false)} />
    </div>
  );
}
