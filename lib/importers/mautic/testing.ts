type Fields = Record<string, unknown>;

const leftovers = (type: string, token: string): Fields => ({
  name: "",
  type,
  eventType: "action",
  anchor: "bottom",
  campaignId: "mautic_5d0b",
  _token: token,
  buttons: { save: "" },
  canvasSettings: { droppedX: "10", droppedY: "20" },
});

let place = 0;

/** An event as the export writes it: properties twice, with leftovers of the form around them. */
function event(id: number, name: string, type: string, rest: Fields & { set?: Fields; nested?: Fields }): Fields {
  const { set = {}, nested = {}, ...fields } = rest;
  place += 1;
  return {
    id,
    campaign_id: 40,
    name,
    description: "",
    type,
    event_type: "action",
    event_order: place,
    properties: {
      ...leftovers(type, "f00dfeedtoken.of.the.form"),
      properties: { ...Object.fromEntries(Object.entries(set).map(([key, value]) => [key, asText(value)])), ...nested },
      ...set,
    },
    trigger_interval: 1,
    trigger_interval_unit: "d",
    trigger_mode: "immediate",
    trigger_date: null,
    trigger_hour: null,
    triggerRestrictedStartHour: null,
    triggerRestrictedStopHour: null,
    triggerRestrictedDaysOfWeek: [],
    triggerWindow: null,
    decisionPath: "",
    channel: "",
    channel_id: 0,
    parent_id: null,
    uuid: `00000000-aaaa-4000-8000-${String(id).padStart(12, "0")}`,
    ...fields,
  };
}

const asText = (value: unknown): unknown => (typeof value === "number" ? String(value) : value);

const decision = (id: number, name: string, type: string, rest: Fields & { set?: Fields }): Fields =>
  event(id, name, type, { event_type: "decision", trigger_mode: "", trigger_interval_unit: "", ...rest });
const condition = (id: number, name: string, type: string, rest: Fields & { set?: Fields }): Fields =>
  event(id, name, type, { event_type: "condition", ...rest });
const days = (trigger_interval: number) => ({ trigger_mode: "interval", trigger_interval, trigger_interval_unit: "d" });

const events: readonly Fields[] = [
  event(101, "Send the harbour guide", "email.send", { channel: "email", channel_id: 7, set: { email: 7 } }),
  event(102, "Mark as guided", "lead.changetags", { set: { add_tags: ["guided"], remove_tags: ["cold"] } }),
  decision(103, "Opens the guide", "email.open", { parent_id: 101 }),
  condition(104, "Lives in Bergen?", "lead.field_value", {
    parent_id: 103,
    decisionPath: "yes",
    set: { field: "city", operator: "=", value: "Bergen" },
  }),
  event(105, "Ask once more", "email.send", {
    parent_id: 103,
    decisionPath: "no",
    ...days(3),
    triggerRestrictedStartHour: "09:00:00",
    triggerRestrictedStopHour: "17:30:00",
    triggerRestrictedDaysOfWeek: [1, 2, 3, 4, 5],
    set: { email: 8 },
  }),
  event(106, "Ten points", "lead.changepoints", {
    parent_id: 104,
    decisionPath: "yes",
    set: { points: 10, group: null },
  }),
  event(107, "Tell the back office", "campaign.sendwebhook", {
    parent_id: 104,
    decisionPath: "no",
    trigger_mode: "interval",
    trigger_interval: 2,
    trigger_interval_unit: "i",
    set: {
      url: "https://office.example/hook?api_key=s3cr3t-query&kind=guide",
      method: "post",
      headers: { list: [{ label: "Authorization", value: "Bearer s3cr3t-header" }] },
      additional_data: { list: [{ label: "kind", value: "guide" }] },
    },
  }),
  event(108, "Back to the city", "campaign.jump_to_event", {
    parent_id: 107,
    trigger_mode: "interval",
    trigger_interval: 1,
    trigger_interval_unit: "m",
    set: { jumpToEvent: 104 },
    nested: { jumpToEvent: "new8f1c2a" },
  }),
  condition(109, "A customer of the fleet?", "plugin.fleet_check", { parent_id: 105 }),
  event(110, "Push to the fleet", "plugin.leadpush", { parent_id: 109, decisionPath: "yes" }),
  event(111, "Into the regulars", "lead.changelist", {
    parent_id: 110,
    ...days(1),
    trigger_hour: "08:15:00",
    set: { addToLists: [3], removeFromLists: [] },
  }),
];

/** The made export: a campaign with every form of waiting, branching and leaving out. */
export const madeCampaign = {
  campaign: [
    {
      id: 40,
      name: "Harbour guide",
      description: "<p>For everyone who asked for the <b>guide</b></p>",
      is_published: true,
      canvas_settings: { nodes: [{ id: 101, positionX: "100", positionY: "80" }], connections: [] },
      uuid: "9b0f5a52-3c1e-4a8e-9a54-6f6d1c1f0a40",
    },
  ],
  campaign_event: events,
  email: [
    {
      id: 7,
      name: "Harbour guide",
      subject: "Your guide, {contactfield=firstname|sailor}",
      preheader_text: "Tides and berths",
      from_name: null,
      custom_html: "<p>Hello {contactfield=firstname}</p><p>{unsubscribe_text} | {webview_text}</p>",
      plain_text: null,
      dynamic_content: [
        { tokenName: "Dynamic Content 1", content: "Berths", filters: [{ content: null, filters: [] }] },
      ],
      uuid: "1c9f3c52-3c1e-4a8e-9a54-6f6d1c1f0a07",
    },
    { id: 8, name: "Once more", subject: "Still there?", custom_html: null, plain_text: null, uuid: "" },
  ],
  lists: [{ id: 3, name: "Guide readers", alias: "guide-readers", filters: [{ field: "city" }], uuid: "aa11" }],
  forms: [{ id: 5, name: "Guide form", alias: "guideform", cached_html: "<form></form>", uuid: "bb22" }],
  dependencies: [
    {
      campaign_event: [{ campaign: 40, campaign_event: 101, email: 7 }],
      lists: [{ campaign: 40, lists: 3 }],
      forms: [
        { forms: 5, form_field: 1 },
        { campaign: 40, forms: 5 },
      ],
    },
  ],
};

/** The file as Mautic writes it: a list with one object, slashes escaped. */
export const madeExport = (): string => JSON.stringify([madeCampaign], null, 4).replaceAll("/", "\\/");
