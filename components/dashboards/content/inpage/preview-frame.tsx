"use client";
import { useEffect, useRef, useState } from "react";
import { cn } from "#ui/cn";
import { forPreview } from "./stand-in.ts";

type PreviewFrameProps = {
  type: string;
  /** As a page gets it; null: nothing is shown. */
  document: Readonly<Record<string, unknown>> | null;
  /** The step of a flow that is shown. */
  step: string | null;
  isNarrow: boolean;
  isDark: boolean;
};

const DESKTOP_WIDTH = 1024;
const HEIGHT = 560;

/**
 * A page on which content is shown by the code that shows it to people. The frame has an origin of its own; what it is
 * told and tells goes by messages.
 */
export function PreviewFrame({ type, document, step, isNarrow, isDark }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isReady, setReady] = useState(false);
  const [said, setSaid] = useState("");
  const scale = useScale(frame, isNarrow ? null : DESKTOP_WIDTH);
  const [again, setAgain] = useState(0);
  useEffect(() => {
    const onMessage = ({ source, data }: MessageEvent) => {
      if (source === null || source !== frame.current?.contentWindow) return;
      if (data?.sojourn === "ready") setReady(true);
      if (data?.sojourn === "report") setSaid(wordsFor(data.event, data.step));
    };
    window.addEventListener("message", onMessage);
    return () => window.removeEventListener("message", onMessage);
  }, []);
  useEffect(() => {
    if (!isReady) return;
    // A name of its own makes it begin again, at the step that is looked at.
    const deliveryId = `preview-${again}-${performance.now()}`;
    const offered = document && { deliveryId, key: "preview", type, step, done: [], document: forPreview(document) };
    // The frame's origin is opaque, so it has no name to send to; only the studio can put something into it.
    frame.current?.contentWindow?.postMessage({ sojourn: "show", offered, dark: isDark }, "*");
  }, [isReady, document, type, step, isDark, again]);
  return (
    <div className="grid gap-2">
      <div
        className={cn("relative overflow-hidden rounded-lg border", isNarrow && "mx-auto w-[375px] max-w-full")}
        style={{ height: HEIGHT * (scale ?? 1) }}
      >
        <iframe
          ref={frame}
          title="The content as people see it"
          src="/sdk/preview-frame"
          sandbox="allow-scripts"
          className="absolute top-0 left-0 border-0"
          style={{
            width: isNarrow ? "100%" : DESKTOP_WIDTH,
            height: HEIGHT,
            transform: scale === null ? undefined : `scale(${scale})`,
            transformOrigin: "top left",
          }}
        />
      </div>
      <p className="flex items-center justify-between gap-3 text-muted-foreground text-xs">
        <span aria-live="polite">{said}</span>
        <button
          type="button"
          className="rounded-sm underline underline-offset-4"
          onClick={() => {
            setSaid("");
            setAgain((count) => count + 1);
          }}
        >
          Show it again
        </button>
      </p>
    </div>
  );
}

/** How much smaller a frame of this width has to be so that it fits; null: it is as wide as there is room. */
function useScale(frame: React.RefObject<HTMLIFrameElement | null>, width: number | null): number | null {
  const [scale, setScale] = useState(1);
  useEffect(() => {
    const room = frame.current?.parentElement;
    if (!room || width === null) return;
    const observer = new ResizeObserver(([entry]) =>
      setScale(Math.min(1, (entry?.contentRect.width ?? width) / width)),
    );
    observer.observe(room);
    return () => observer.disconnect();
  }, [frame, width]);
  return width === null ? null : scale;
}

const WORDS: Readonly<Record<string, string>> = {
  completed: "The journey goes on by “Completed”.",
  dismissed: "The journey goes on by “Dismissed”.",
  waiting_for_target: "It waits for its element.",
  gave_up: "It gave up waiting for its element.",
};

function wordsFor(event: unknown, step: unknown): string {
  if (event === "step") return `At ${String(step)}.`;
  return event === "shown" ? "" : (WORDS[String(event)] ?? `The event ${String(event)} is reported.`);
}
