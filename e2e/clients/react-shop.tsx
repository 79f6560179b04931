import { StrictMode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { SojournProvider, useAnalytics, useContent } from "../../sdk/react/index.ts";

type Events = { upgraded_plan: { plan: string }; opened_shop: undefined };

/** Reports from an effect, which runs before those of the components around it, and from a click. */
function Upgrade() {
  const analytics = useAnalytics<Events>();
  useEffect(() => analytics.identify("react-user", { plan: "free" }), [analytics]);
  return (
    <button type="button" onClick={() => analytics.track("upgraded_plan", { plan: "pro" })}>
      Upgrade
    </button>
  );
}

/** Draws what waits for the visitor itself. */
function News() {
  const { identify, reset } = useAnalytics();
  const { content, report } = useContent(["banner"]);
  const ids = content.map(({ deliveryId }) => deliveryId).join(" ");
  useEffect(() => {
    for (const id of ids.split(" ").filter(Boolean)) report(id, "shown");
  }, [ids, report]);
  return (
    <>
      {["ada", "bob"].map((name) => (
        <button key={name} type="button" onClick={() => identify(`drawn-${name}`)}>
          Sign in as {name}
        </button>
      ))}
      <button type="button" onClick={reset}>
        Sign out
      </button>
      {content.map(({ deliveryId, document }) => (
        <aside key={deliveryId} aria-label="News">
          {(document.parts.blocks ?? []).map((block) => (block.type === "text" ? block.text : null))}
          <button type="button" onClick={() => report(deliveryId, "completed")}>
            Got it
          </button>
        </aside>
      ))}
    </>
  );
}

const { siteKey = "", url = "", draws } = document.body.dataset;
createRoot(document.body.appendChild(document.createElement("main"))).render(
  <StrictMode>
    <SojournProvider siteKey={siteKey} url={url} content={draws === undefined}>
      {draws === undefined ? <Upgrade /> : <News />}
    </SojournProvider>
  </StrictMode>,
);
