-- Events written inside the application's own transactions: `select sojourn.track('shop', 'user-1', 'order_placed', '{"total": 5}')`.
-- The function only appends; the engine takes the rows in after the commit, through the same door as every other event (R38).
CREATE SCHEMA "sojourn";--> statement-breakpoint

-- No unique keys: two transactions never wait for each other here. The index orders and serves the look-up.
CREATE TABLE "sojourn"."tracked" (
	"id" bigint GENERATED ALWAYS AS IDENTITY,
	"tracked_at" timestamp with time zone NOT NULL DEFAULT clock_timestamp(),
	"workspace_id" uuid NOT NULL,
	"person" text NOT NULL,
	"event" text NOT NULL,
	"properties" jsonb NOT NULL,
	"message_id" text,
	"fault" text
);--> statement-breakpoint
CREATE INDEX "tracked_waiting" ON "sojourn"."tracked" ("id") WHERE "fault" IS NULL;--> statement-breakpoint
ALTER TABLE "sojourn"."tracked" SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000, autovacuum_analyze_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);--> statement-breakpoint

-- Which database role may write to which workspace; the owner of the tables may write to all.
CREATE TABLE "sojourn"."tracking_roles" (
	"role" name NOT NULL,
	"workspace_id" uuid NOT NULL REFERENCES "public"."workspaces" ("id") ON DELETE CASCADE,
	PRIMARY KEY ("role", "workspace_id")
);--> statement-breakpoint

CREATE FUNCTION "sojourn"."track"(workspace text, person text, event text, properties jsonb DEFAULT '{}', message_id text DEFAULT NULL)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  -- Inside a security definer function current_user is the owner; the caller is the role set, else the one signed in.
  caller name := coalesce(nullif(current_setting('role', true), 'none'), session_user::text)::name;
  target uuid;
BEGIN
  SELECT w.id INTO target FROM public.workspaces AS w
    WHERE (w.slug = track.workspace OR w.id::text = track.workspace)
      AND (pg_has_role(caller, current_user, 'usage') OR EXISTS (
        SELECT FROM sojourn.tracking_roles AS allowed JOIN pg_roles AS known ON known.rolname = allowed.role
        WHERE allowed.workspace_id = w.id AND pg_has_role(caller, known.oid, 'usage')));
  IF target IS NULL THEN
    RAISE insufficient_privilege USING
      MESSAGE = format('sojourn.track: workspace %L does not exist, or the role %I may not write to it', workspace, caller),
      HINT = 'Give the slug or id of a workspace. The owner of the database allows a role with sojourn.allow_tracking(role, workspace).';
  END IF;
  IF coalesce(btrim(person), '') = '' OR length(person) > 255 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'sojourn.track: person must be the user''s id, 1 to 255 characters long';
  END IF;
  IF coalesce(btrim(event), '') = '' OR length(event) > 255 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'sojourn.track: event must be a name, 1 to 255 characters long';
  END IF;
  properties := coalesce(properties, '{}');
  IF jsonb_typeof(properties) <> 'object' THEN
    RAISE invalid_parameter_value USING
      MESSAGE = format('sojourn.track: properties must be a JSON object, not %s', jsonb_typeof(properties));
  END IF;
  IF octet_length(properties::text) > 1048576 THEN
    RAISE invalid_parameter_value USING MESSAGE = 'sojourn.track: properties must not be larger than 1 MB';
  END IF;
  IF length(message_id) > 255 OR btrim(message_id) = '' THEN
    RAISE invalid_parameter_value USING MESSAGE = 'sojourn.track: message_id must be 1 to 255 characters long, or null';
  END IF;
  INSERT INTO sojourn.tracked (workspace_id, person, event, properties, message_id)
    VALUES (target, btrim(person), btrim(event), properties, message_id);
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION "sojourn"."track"(text, text, text, jsonb, text) FROM PUBLIC;--> statement-breakpoint

-- Lets a role call sojourn.track for one workspace: select sojourn.allow_tracking('shop_app', 'shop').
CREATE FUNCTION "sojourn"."allow_tracking"(role name, workspace text)
RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  target uuid := (SELECT w.id FROM public.workspaces AS w
    WHERE w.slug = allow_tracking.workspace OR w.id::text = allow_tracking.workspace);
BEGIN
  IF target IS NULL THEN
    RAISE invalid_parameter_value USING MESSAGE = format('sojourn.allow_tracking: there is no workspace %L', workspace);
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA sojourn TO %I', role);
  EXECUTE format('GRANT EXECUTE ON FUNCTION sojourn.track(text, text, text, jsonb, text) TO %I', role);
  INSERT INTO sojourn.tracking_roles VALUES (role, target) ON CONFLICT DO NOTHING;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION "sojourn"."allow_tracking"(name, text) FROM PUBLIC;--> statement-breakpoint

CREATE FUNCTION "sojourn"."forbid_tracking"(role name, workspace text)
RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM sojourn.tracking_roles AS allowed USING public.workspaces AS w
  WHERE allowed.role = forbid_tracking.role AND allowed.workspace_id = w.id
    AND (w.slug = forbid_tracking.workspace OR w.id::text = forbid_tracking.workspace)
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION "sojourn"."forbid_tracking"(name, text) FROM PUBLIC;
