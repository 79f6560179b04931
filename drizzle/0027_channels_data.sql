-- The channels with which every workspace starts, for those that exist already.
INSERT INTO "channels" ("id", "workspace_id", "key", "name", "kind")
SELECT gen_random_uuid(), workspaces.id, first.key, first.name, first.kind
FROM "workspaces" CROSS JOIN (VALUES
  ('ch_email', 'Email', 'email'), ('ch_sms', 'SMS', 'sms'), ('ch_push', 'Push', 'push'), ('ch_inapp', 'In-page', 'inapp')
) AS first (key, name, kind);
