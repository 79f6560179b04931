/** The key of the journey of the demo shop; its content has keys that begin with it. */
export const SHOP_KEY = "demo-shop";

const text = (words: string) => ({ type: "text", text: words });
const heading = (words: string) => ({ type: "heading", text: words });
const next = { type: "buttons", buttons: [{ label: "Next", style: "primary", action: { type: "next" } }] };
const at = (id: string) => ({ signals: [{ kind: "id", value: id }] });

/** What the shop shows: a tour that ends with a click of the visitor's own, thanks for an order, and a survey. */
export const SHOP_CONTENT = [
  {
    slug: `${SHOP_KEY}-tour`,
    name: "Demo shop: tour",
    type: "flow",
    body: {
      steps: [
        {
          id: "products",
          target: at("products"),
          blocks: [
            heading("Three things to buy, {{ recipientName }}"),
            text("This tour is content of a journey. It stands beside elements of this page."),
            { type: "progress" },
            next,
          ],
          spotlight: true,
        },
        {
          id: "basket",
          target: at("basket"),
          blocks: [
            heading("Your basket"),
            text("Each click is an event. You see it arrive beside the shop."),
            { type: "progress" },
            next,
          ],
        },
        {
          id: "add",
          target: at("add-mug"),
          blocks: [
            heading("Your turn"),
            text("Add the mug. The click itself ends the tour."),
            { type: "progress" },
            { type: "buttons", buttons: [{ label: "Skip", style: "secondary", action: { type: "complete" } }] },
          ],
          advance: [{ on: "click" }],
        },
      ],
    },
  },
  {
    slug: `${SHOP_KEY}-thanks`,
    name: "Demo shop: thanks",
    type: "modal",
    body: {
      blocks: [
        heading("Thank you, {{ recipientName }}"),
        text("The journey waited for your order, and came to this step because of it."),
        { type: "buttons", buttons: [{ label: "Done", style: "primary", action: { type: "complete" } }] },
      ],
    },
  },
  {
    slug: `${SHOP_KEY}-survey`,
    name: "Demo shop: survey",
    type: "survey",
    body: {
      questions: [
        {
          id: "score",
          type: "nps",
          title: "How likely are you to recommend this shop?",
          low: "Not likely",
          high: "Very likely",
          branches: [{ least: 9, to: "end" }],
        },
        { id: "why", type: "text", title: "What should be better?", optional: true },
      ],
      thanks: { title: "Thank you", description: "Your answer is among the results of the survey." },
    },
  },
] as const;

const place = (column: number, row: number) => ({ x: column * 280, y: row * 140 });
const event = (eventName: string) => ({ triggerType: "CUSTOM_EVENT", triggerConfig: { eventName } });

/** Every button of the shop starts what it says, also for those who are in the journey. */
export const RE_ENTRY = "restart";

type Place = { readonly x: number; readonly y: number };

/** Asked for the survey, and answered or not: a part of the journey that stands by itself, from `at` on. */
export const surveySteps = ({ x, y }: Place) => ({
  nodes: [
    { name: "asked_for_survey", type: "TRIGGER", config: event("app.survey_asked"), position: { x, y } },
    {
      name: "survey",
      type: "CONTENT",
      contentId: `${SHOP_KEY}-survey`,
      config: { contentType: "survey", timeout: "1h" },
      position: { x, y: y + 140 },
    },
    { name: "answered", type: "EXIT", config: {}, position: { x, y: y + 560 } },
    { name: "not_answered", type: "EXIT", config: {}, position: { x: x + 280, y: y + 560 } },
  ],
  edges: [
    { sourceNodeId: "asked_for_survey", targetNodeId: "survey" },
    { sourceNodeId: "survey", targetNodeId: "answered", branch: "completed" },
    { sourceNodeId: "survey", targetNodeId: "not_answered", branch: "dismissed" },
    { sourceNodeId: "survey", targetNodeId: "not_answered", branch: "timeout" },
  ],
});

/**
 * The journey: asked for a tour, toured, ordered, thanked; or asked for the survey, and answered. Who asks for either while
 * they are in it begins again with that, so that no button of the shop is without effect.
 */
export const shopJourney = (siteId: string) => ({
  key: SHOP_KEY,
  name: "Demo shop",
  description: "What the demo shop leads its visitors through. Change it, publish it, and visit the shop again.",
  siteId,
  settings: { reEntry: RE_ENTRY },
  nodes: [
    { name: "asked_for_tour", type: "TRIGGER", config: event("app.tour_asked"), position: place(1, 0) },
    {
      name: "tour",
      type: "CONTENT",
      contentId: `${SHOP_KEY}-tour`,
      config: { contentType: "flow", timeout: "1h" },
      position: place(1, 1),
    },
    {
      name: "waits_for_order",
      type: "WAIT_FOR_EVENT",
      config: { eventName: "app.ordered", timeout: "1h" },
      position: place(1, 2),
    },
    {
      name: "thanks",
      type: "CONTENT",
      contentId: `${SHOP_KEY}-thanks`,
      config: { contentType: "modal", timeout: "1h" },
      position: place(1, 3),
    },
    { name: "bought", type: "EXIT", config: {}, position: place(1, 4) },
    { name: "left", type: "EXIT", config: {}, position: place(2, 4) },
    ...surveySteps(place(3, 0)).nodes,
  ],
  edges: [
    { sourceNodeId: "asked_for_tour", targetNodeId: "tour" },
    { sourceNodeId: "tour", targetNodeId: "waits_for_order", branch: "completed" },
    { sourceNodeId: "tour", targetNodeId: "left", branch: "dismissed" },
    { sourceNodeId: "tour", targetNodeId: "left", branch: "timeout" },
    { sourceNodeId: "waits_for_order", targetNodeId: "thanks", branch: "event" },
    { sourceNodeId: "waits_for_order", targetNodeId: "left", branch: "timeout" },
    { sourceNodeId: "thanks", targetNodeId: "bought" },
    ...surveySteps(place(3, 0)).edges,
  ],
});
