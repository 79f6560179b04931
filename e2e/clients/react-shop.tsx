import { StrictMode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { SojournProvider, useAnalytics } from "../../sdk/react/index.ts";

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

const { siteKey = "", url = "" } = document.body.dataset;
createRoot(document.body.appendChild(document.createElement("main"))).render(
  <StrictMode>
    <SojournProvider siteKey={siteKey} url={url}>
      <Upgrade />
    </SojournProvider>
  </StrictMode>,
);
