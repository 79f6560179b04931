import { letter } from "./email.ts";
import { change, check, email, exit, inRow, onEvent, wait } from "./steps.ts";
import type { JourneyTemplate } from "./template.ts";

export const leadNurturing: JourneyTemplate = {
  key: "lead-nurturing",
  name: "Lead nurturing",
  category: "Conversion",
  description: "Sends a guide, then a case, and hands people to sales as soon as they have looked at the prices.",
  content: [
    letter({
      key: "lead-guide",
      name: "Your guide",
      subject: "Your guide, as promised",
      lines: ["Here is the guide you asked for. Chapter two is what most people come for."],
      action: { label: "Open the guide", path: "/guide" },
    }),
    letter({
      key: "lead-case",
      name: "How others did it",
      subject: "How a team of six did it in a month",
      lines: ["A short story of a team that started where you are."],
      action: { label: "Read the story", path: "/cases" },
    }),
    letter({
      key: "lead-call",
      name: "Fifteen minutes?",
      subject: "Fifteen minutes about your plans?",
      lines: [
        "You have looked at our prices. Tell us what you have in mind, and we tell you honestly whether it fits.",
      ],
      action: { label: "Choose a time", path: "/call" },
    }),
  ],
  nodes: [
    onEvent("asked_for_guide", "guide.requested", ["Asked for the guide", 0, 0]),
    email("guide_email", "lead-guide", ["Send the guide", 0, 1]),
    wait("four_days", { duration: "4d", window: { days: ["tue", "wed", "thu"], from: "09:00", to: "16:00" } }, [
      "Four days, at a good hour",
      0,
      2,
    ]),
    email("case_email", "lead-case", ["Tell how others did it", 0, 3]),
    wait("five_days", { duration: "5d" }, ["Five days", 0, 4]),
    check("saw_prices", "traits.sawPrices", "eq", true, ["Looked at the prices?", 0, 5]),
    change(
      "hand_over",
      [
        { type: "advance_stage", stageName: "sales" },
        { type: "tag_user", tagName: "wants a call" },
      ],
      ["Hand over to sales", -0.5, 6],
    ),
    email("call_email", "lead-call", ["Offer a call", -0.5, 7]),
    exit("done", ["Done", 0, 8]),
  ],
  edges: [
    ...inRow("asked_for_guide", "guide_email", "four_days", "case_email", "five_days", "saw_prices"),
    { from: "saw_prices", to: "hand_over", branch: "TRUE" },
    { from: "saw_prices", to: "done", branch: "FALSE" },
    ...inRow("hand_over", "call_email", "done"),
  ],
  settings: { reEntry: "once" },
  goalConfig: { type: "event", config: { eventName: "call.booked" } },
};
