ALTER TABLE "users" ADD COLUMN "invited_from" uuid;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "status" text DEFAULT 'active' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "link_hash" text;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "link_expires_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "members_by_link" ON "members" USING btree ("link_hash") WHERE link_hash is not null;--> statement-breakpoint
-- Accounts of invitations so far: the first workspace they were let into made them. The oldest account is the set-up's.
UPDATE users SET invited_from = (
  SELECT m.workspace_id FROM members m JOIN workspaces w ON w.id = m.workspace_id
  WHERE m.user_id = users.id ORDER BY w.is_demo, m.created_at LIMIT 1)
WHERE NOT EXISTS (SELECT FROM logins l WHERE l.user_id = users.id)
  AND id <> (SELECT first.id FROM users first ORDER BY first.created_at, first.id LIMIT 1);--> statement-breakpoint
-- Links made so far sign in to a whole account, whoever asked for them.
DELETE FROM verifications;
