import { LoaderCircle, Play } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#ui/button";

/** Starts a run. It stays focusable during a run, so that the focus does not leave the panel. */
export function RunButton({ isRunning, children }: { isRunning: boolean; children?: ReactNode }) {
  return (
    <Button type="submit" aria-disabled={isRunning} aria-busy={isRunning} className="justify-self-start">
      {isRunning ? <LoaderCircle className="animate-spin" aria-hidden /> : <Play aria-hidden />} Run {children}
    </Button>
  );
}
