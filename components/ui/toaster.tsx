"use client";
import { type ComponentType, useCallback, useEffect, useState } from "react";
import type { ExternalToast } from "sonner";
import { whenIdle } from "./when-idle.tsx";

type Parts = typeof import("./toaster-sonner.tsx");
type Tone = "success" | "error" | "warning" | "info";
type Said = { readonly tone: Tone; readonly text: string; readonly options: ExternalToast | undefined };

/** What was said before the toaster was loaded, in order, and the toaster once it is there. */
let waiting: Said[] = [];
let shown: Parts["toast"] | null = null;
let loaded: Parts["toast"] | null = null;
let onFirst: (() => void) | null = null;

function say(tone: Tone, text: string, options?: ExternalToast): void {
  if (shown) shown[tone](text, options);
  else {
    waiting.push({ tone, text, options });
    onFirst?.();
  }
}

/**
 * Short messages in the corner. Their code is loaded when the page has nothing else to do, or with the first message;
 * before that it would only keep the page waiting (decision 0125).
 */
export const toast = {
  success: (text: string, options?: ExternalToast) => say("success", text, options),
  error: (text: string, options?: ExternalToast) => say("error", text, options),
  warning: (text: string, options?: ExternalToast) => say("warning", text, options),
  info: (text: string, options?: ExternalToast) => say("info", text, options),
  dismiss: () => {
    waiting = [];
    loaded?.dismiss();
  },
};

export function Toaster() {
  const [parts, setParts] = useState<Parts | null>(null);
  const load = useCallback(() => void import("./toaster-sonner.tsx").then(setParts, () => undefined), []);
  useEffect(() => {
    onFirst = load;
    if (waiting.length > 0) load();
    // The message that matters most is that the server is gone, when nothing can be loaded any more.
    const stop = whenIdle(load);
    return () => {
      stop();
      onFirst = null;
      shown = null;
    };
  }, [load]);
  const ready = useCallback(() => {
    shown = parts?.toast ?? null;
    loaded = shown;
    const said = waiting;
    waiting = [];
    for (const { tone, text, options } of said) say(tone, text, options);
  }, [parts]);
  const Shown: ComponentType<{ onReady: () => void }> | undefined = parts?.SonnerToaster;
  return Shown ? <Shown onReady={ready} /> : null;
}
