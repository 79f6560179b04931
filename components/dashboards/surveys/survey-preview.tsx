"use client";
import { useTheme } from "next-themes";
import { useEffect, useRef, useState } from "react";
import { readDocument, renderDocument, type Survey } from "#inpage";
import { previewSurvey } from "#sdk/browser";
import { Button } from "#ui/button";

type SurveyPreviewProps = { survey: Survey; language: string; start: string | null };

const PAUSE_MS = 300;

/** The survey as pages show it. It can be answered here; nothing is stored. */
export function SurveyPreview({ survey, language, start }: SurveyPreviewProps) {
  const place = useRef<HTMLDivElement>(null);
  const { resolvedTheme } = useTheme();
  const [again, setAgain] = useState(0);
  const isDark = resolvedTheme === "dark";
  const text = useLater(JSON.stringify(survey));
  const { document } = readDocument("survey", JSON.parse(text));
  const source = document === null ? null : text;
  useEffect(() => {
    const { current } = place;
    if (!current || source === null || again < 0) return;
    const read = readDocument("survey", JSON.parse(source)).document;
    if (read === null) return;
    const ready = renderDocument("survey", read, { languages: [language], render: (written) => written });
    return previewSurvey(current, ready, { start, isDark });
  }, [source, language, start, isDark, again]);
  return (
    <section aria-label="Preview" className="grid content-start gap-3 lg:sticky lg:top-24 lg:self-start">
      <div className="flex items-center justify-between gap-3">
        <h2 className="font-semibold text-ui">Preview</h2>
        <Button variant="ghost" size="sm" onClick={() => setAgain((n) => n + 1)}>
          Start again
        </Button>
      </div>
      <div ref={place} className="min-h-40 rounded-lg border border-dashed bg-muted/40 p-4" />
      <p className="text-muted-foreground text-xs">
        {source === null
          ? "It can be shown once every question is complete."
          : "From the question that is open. You can answer it; nothing is stored."}
      </p>
    </section>
  );
}

/** The value a moment after it last changed, so that typing does not draw it at every letter. */
function useLater(value: string): string {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return later;
}
