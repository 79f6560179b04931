type Objects = Readonly<Record<string, string>>;
type Sent = { readonly query?: Readonly<Record<string, string>>; readonly body?: unknown };

/** A request for each place of campaigns that takes an id; all other ids are the caller's own. */
export const campaignRequests = (mine: () => Objects): Record<string, (of: Objects) => readonly Sent[]> => ({
  "GET /api/campaigns": (of) => [
    { query: { personId: of.person ?? "" } },
    { query: { templateId: of.template ?? "" } },
  ],
  "POST /api/campaigns": (of) => [
    { body: { name: "New", kind: "public", contentId: of.content } },
    { body: { name: "New", kind: "public", segmentId: of.segment } },
    { body: { name: "New", kind: "private", personId: of.person } },
    { body: { name: "New", kind: "private", personId: mine().person, templateId: of.template } },
  ],
  "PATCH /api/campaigns/[id]": (of) => [{ body: { contentId: of.content } }, { body: { segmentId: of.segment } }],
});
