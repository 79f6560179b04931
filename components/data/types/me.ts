export type Role = "owner" | "editor" | "viewer";

export type WorkspaceSummary = { id: string; name: string; slug: string; role: Role; isDemo: boolean };

export type Me = {
  user: { id: string; email: string; name: string; hasPassword: boolean };
  workspace: { id: string; name: string; slug: string; placeId: number; timezone: string; isDemo: boolean };
  role: Role;
  workspaces: WorkspaceSummary[];
  mail: { mode: "capture" | "smtp" };
  baseUrl: string;
};
