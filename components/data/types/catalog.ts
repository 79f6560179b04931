import type { JsonObject } from "#journey";

/** What becomes of a message of which a variable is empty. */
export type OnEmpty = "send" | "skip" | "fail";

export type Content = {
  id: string;
  number: number;
  slug: string;
  type: string;
  name: string;
  subject: string | null;
  html: string | null;
  text: string | null;
  body: JsonObject;
  onEmpty: OnEmpty;
  revision: number;
  createdAt: string;
  updatedAt: string;
};

export type TemplateProblem = { field: "subject" | "html" | "text"; message: string; line?: number | null };

export type ContentPreview = {
  subject: string;
  html: string;
  text: string;
  errors: TemplateProblem[];
  /** Variables that were empty. */
  empty: string[];
  /** Calculations that came to no number. */
  notFinite: string[];
};

export type Segment = {
  id: string;
  number: number;
  key: string;
  formerKeys?: string[];
  name: string;
  description: string | null;
  kind: "static" | "rules";
  rules: JsonObject | null;
  builtAt: string | null;
  createdAt: string;
  updatedAt: string;
  _count: { members: number };
};

export type Site = { id: string; name: string; origins: string[]; publishableKey: string | null; createdAt: string };

export type ApiKey = {
  id: string;
  name: string;
  kind: "secret" | "publishable";
  hint: string;
  siteId: string | null;
  lastUsedAt: string | null;
  createdAt: string;
  /** In full only in the answer that made it. */
  key?: string;
};

export type Member = {
  id: string;
  userId: string;
  email: string;
  name: string;
  role: "owner" | "editor" | "viewer";
  /** `invited` = has an account and has not accepted yet. */
  status: "active" | "invited";
  createdAt: string;
};

/** The one link to hand over: it signs a new account in, or is accepted by one that existed before. */
export type InvitedMember = Member & { signInLink: string | null; invitationLink: string | null };

/** Set-wise work in the background, and how far it is. */
export type Operation = {
  id: string;
  kind?: string;
  journeyId?: string | null;
  status: "waiting" | "running" | "done" | "cancelled" | "failed";
  done: number;
  total: number | null;
  error?: string | null;
  cancellable?: boolean;
};
