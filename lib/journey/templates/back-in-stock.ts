import { letter } from "./email.ts";
import { email, exit, inRow, onEvent, waitForEvent } from "./steps.ts";
import type { JourneyTemplate } from "./template.ts";

export const backInStock: JourneyTemplate = {
  key: "back-in-stock",
  name: "Back in stock",
  category: "Conversion",
  description: "Remembers who wanted something that was sold out, and tells them once when it is there again.",
  content: [
    letter({
      key: "stock-noted",
      name: "We tell you when it is back",
      subject: "We tell you when it is back",
      lines: ["Noted. You get one mail when it is back, and none about anything else."],
    }),
    letter({
      key: "stock-back",
      name: "It is back",
      subject: "It is back",
      lines: ["What you asked for is in stock again. We did not reserve it, so do not wait too long."],
      action: { label: "Go to the product", path: "/product" },
    }),
  ],
  nodes: [
    onEvent("asked", "stock.alert_requested", ["Asked for something sold out", 0, 0]),
    email("noted_email", "stock-noted", ["Confirm the request", 0, 1]),
    waitForEvent("restocked", "stock.returned", "120d", ["Back in stock?", 0, 2]),
    email("back_email", "stock-back", ["Tell them", -0.5, 3]),
    exit("done", ["Done", 0, 4]),
  ],
  edges: [
    ...inRow("asked", "noted_email", "restocked"),
    { from: "restocked", to: "back_email", branch: "event" },
    { from: "restocked", to: "done", branch: "timeout" },
    ...inRow("back_email", "done"),
  ],
  settings: { reEntry: "after_exit" },
  goalConfig: { type: "event", config: { eventName: "order.placed" }, exitOnGoal: false },
};
