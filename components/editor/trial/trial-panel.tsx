"use client";

import { useReactFlow } from "@xyflow/react";
import { FlaskConical, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#ui/button";
import { cn } from "#ui/cn";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#ui/tabs";
import { glide } from "../motion.ts";
import { useActions, useEditor } from "../state/context.tsx";
import { BacktestTab } from "./backtest-tab.tsx";
import { ForecastTab } from "./forecast-tab.tsx";
import { TestTab } from "./test/test-tab.tsx";

/** The trial panel: one person, a forecast or a backtest. Hidden while a step is open. */
export function TrialPanel({ onClose }: { onClose: () => void }) {
  const panel = useRef<HTMLElement>(null);
  const isCovered = useEditor(({ opened, selection }) => opened !== null || selection.nodes.size > 1);
  const { mark } = useActions();
  const flow = useReactFlow();
  const [tab, setTab] = useState("test");
  useEffect(() => {
    panel.current?.focus({ preventScroll: true });
    // The panel takes room from the canvas, so the drawn path is moved into view.
    const frame = requestAnimationFrame(
      () => void flow.fitView({ ...glide(200), padding: 0.12, maxZoom: 1, includeHiddenNodes: true }),
    );
    return () => {
      cancelAnimationFrame(frame);
      mark(null);
    };
  }, [mark, flow]);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label="Test"
      className={cn(
        "flex w-[26rem] shrink-0 flex-col border-l bg-card outline-none max-md:fixed max-md:inset-0 max-md:z-40 max-md:w-full max-md:border-0",
        isCovered && "hidden",
      )}
    >
      <header className="flex h-12 shrink-0 items-center gap-2.5 border-b pr-2 pl-4">
        <FlaskConical className="size-4 text-muted-foreground" aria-hidden />
        <h2 className="min-w-0 flex-1 truncate font-medium text-sm">Try the draft</h2>
        <Button variant="ghost" size="icon-sm" aria-label="Close panel" title="Close (Esc)" onClick={onClose}>
          <X />
        </Button>
      </header>
      <Tabs value={tab} onValueChange={setTab} className="min-h-0 flex-1 gap-0 overflow-y-auto" data-trial-scroll>
        <TabsList className="sticky top-0 z-10 shrink-0 bg-card px-4">
          <TabsTrigger value="test">One person</TabsTrigger>
          <TabsTrigger value="forecast">Forecast</TabsTrigger>
          <TabsTrigger value="backtest">Backtest</TabsTrigger>
        </TabsList>
        <TabsContent value="test" forceMount className="data-[state=inactive]:hidden">
          <TestTab isShown={tab === "test"} />
        </TabsContent>
        <TabsContent value="forecast" forceMount className="data-[state=inactive]:hidden">
          <ForecastTab isShown={tab === "forecast"} />
        </TabsContent>
        <TabsContent value="backtest" forceMount className="data-[state=inactive]:hidden">
          <BacktestTab isShown={tab === "backtest"} />
        </TabsContent>
      </Tabs>
    </aside>
  );
}
