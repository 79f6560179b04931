import { renderToString } from "react-dom/server";
import { expect, expectTypeOf, test } from "vitest";
import { type Analytics, SojournProvider, useAnalytics } from "./index.ts";

type Shop = { upgraded_plan: { plan: string }; completed_onboarding: undefined };

function Button() {
  const { track } = useAnalytics<Shop>();
  track("completed_onboarding");
  track("upgraded_plan", { plan: "pro" });
  return <button type="button">Upgrade</button>;
}

test("a page that a server renders reports nothing, and renders as it will in the browser", () => {
  const page = (
    <SojournProvider siteKey="pk_test">
      <Button />
    </SojournProvider>
  );
  expect(renderToString(page)).toBe('<button type="button">Upgrade</button>');
});

test("outside of a provider the hook says what is missing", () => {
  expect(() => renderToString(<Button />)).toThrow("SojournProvider");
});

test("the events of an application are typed", () => {
  type Track = Analytics<Shop>["track"];
  expectTypeOf<Parameters<Track>[0]>().toEqualTypeOf<"upgraded_plan" | "completed_onboarding">();
  const { track } = { track: () => {} } as Pick<Analytics<Shop>, "track">;
  track("completed_onboarding");
  // @ts-expect-error a plan is missing
  track("upgraded_plan");
  // @ts-expect-error there is no such event
  track("upgraded");
});
