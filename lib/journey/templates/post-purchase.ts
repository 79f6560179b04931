import { letter } from "./email.ts";
import { email, exit, inRow, onEvent, wait, waitForEvent } from "./steps.ts";
import type { JourneyTemplate } from "./template.ts";

export const postPurchase: JourneyTemplate = {
  key: "post-purchase",
  name: "After the purchase",
  category: "Retention",
  description:
    "Says thanks at once, helps with the first use, and asks for a review when the parcel has been there for a week.",
  content: [
    letter({
      key: "purchase-thanks",
      name: "Thank you for your order",
      subject: "Thank you, {{ recipientName }}",
      lines: ["Your order is on its way. You can follow it at any time."],
      action: { label: "Follow my order", path: "/orders" },
    }),
    letter({
      key: "purchase-first-use",
      name: "Getting the most out of it",
      subject: "Three tips for the first days",
      lines: ["Most questions come in the first days. These three tips answer nearly all of them."],
      action: { label: "Read the tips", path: "/tips" },
    }),
    letter({
      key: "purchase-review",
      name: "How do you like it?",
      subject: "How do you like it?",
      lines: ["Two sentences of yours help the next person to decide."],
      action: { label: "Write a review", path: "/review" },
    }),
  ],
  nodes: [
    onEvent("ordered", "order.placed", ["Placed an order", 0, 0]),
    email("thanks_email", "purchase-thanks", ["Say thanks", 0, 1]),
    waitForEvent("delivered", "order.delivered", "14d", ["Parcel arrived?", 0, 2]),
    email("first_use_email", "purchase-first-use", ["Help with the first use", -0.5, 3]),
    wait("a_week", { duration: "7d" }, ["A week of use", -0.5, 4]),
    email("review_email", "purchase-review", ["Ask for a review", -0.5, 5]),
    exit("done", ["Done", 0, 6]),
  ],
  edges: [
    ...inRow("ordered", "thanks_email", "delivered"),
    { from: "delivered", to: "first_use_email", branch: "event" },
    { from: "delivered", to: "done", branch: "timeout" },
    ...inRow("first_use_email", "a_week", "review_email", "done"),
  ],
  settings: { reEntry: "after_exit" },
  goalConfig: { type: "event", config: { eventName: "review.written" }, exitOnGoal: false },
};
