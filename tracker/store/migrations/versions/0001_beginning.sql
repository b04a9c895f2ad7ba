CREATE TABLE groups (
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  begins TEXT,
  CONSTRAINT pk_groups PRIMARY KEY (place),
  CONSTRAINT ck_groups_begins_is_day CHECK ("begins" IS date("begins")),
  CONSTRAINT uq_groups_name_begins UNIQUE (name, begins)
);

CREATE UNIQUE INDEX ux_groups_name ON groups (name) WHERE begins IS NULL;

CREATE TABLE journal (
  id INTEGER NOT NULL,
  at TEXT NOT NULL,
  verb TEXT NOT NULL,
  facts TEXT NOT NULL,
  kinds TEXT NOT NULL,
  first TEXT,
  last TEXT,
  undone INTEGER NOT NULL,
  CONSTRAINT pk_journal PRIMARY KEY (id),
  CONSTRAINT ck_journal_at_is_instant CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z'),
  CONSTRAINT ck_journal_facts_is_json CHECK (facts IS NULL OR (json_valid(facts) AND json_type(facts) = 'object')),
  CONSTRAINT ck_journal_kinds_is_json CHECK (kinds IS NULL OR (json_valid(kinds) AND json_type(kinds) = 'array')),
  CONSTRAINT ck_journal_first_is_day CHECK ("first" IS date("first")),
  CONSTRAINT ck_journal_last_is_day CHECK ("last" IS date("last")),
  CONSTRAINT ck_journal_undone_is_flag CHECK (undone IN (0, 1))
);

CREATE TABLE pauses (
  place INTEGER NOT NULL,
  begins TEXT NOT NULL,
  ends TEXT,
  all_steps INTEGER NOT NULL,
  reason TEXT,
  CONSTRAINT pk_pauses PRIMARY KEY (place),
  CONSTRAINT ck_pauses_begins_is_day CHECK ("begins" IS date("begins")),
  CONSTRAINT ck_pauses_ends_is_day CHECK ("ends" IS date("ends")),
  CONSTRAINT ck_pauses_all_steps_is_flag CHECK (all_steps IN (0, 1))
);

CREATE TABLE photos (
  place INTEGER NOT NULL,
  day TEXT NOT NULL,
  angle TEXT NOT NULL,
  file TEXT NOT NULL,
  note TEXT,
  CONSTRAINT pk_photos PRIMARY KEY (place),
  CONSTRAINT ck_photos_day_is_day CHECK ("day" IS date("day"))
);

CREATE TABLE products (
  place INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  brand TEXT,
  price_amount TEXT,
  price_currency TEXT,
  size_ml FLOAT,
  ml_per_use FLOAT,
  opened_on TEXT,
  period_after_opening_months INTEGER,
  expires_on TEXT,
  retired_on TEXT,
  note TEXT,
  CONSTRAINT pk_products PRIMARY KEY (place),
  CONSTRAINT ck_products_price_whole CHECK ((price_amount IS NULL) = (price_currency IS NULL)),
  CONSTRAINT ck_products_opened_on_is_day CHECK ("opened_on" IS date("opened_on")),
  CONSTRAINT ck_products_expires_on_is_day CHECK ("expires_on" IS date("expires_on")),
  CONSTRAINT ck_products_retired_on_is_day CHECK ("retired_on" IS date("retired_on")),
  CONSTRAINT ck_products_size_ml_positive CHECK (size_ml > 0),
  CONSTRAINT ck_products_ml_per_use_positive CHECK (ml_per_use > 0),
  CONSTRAINT uq_products_id UNIQUE (id)
);

CREATE TABLE ratings (
  place INTEGER NOT NULL,
  day TEXT NOT NULL,
  overall INTEGER,
  oiliness INTEGER,
  pores INTEGER,
  breakouts INTEGER,
  redness INTEGER,
  dryness INTEGER,
  note TEXT,
  CONSTRAINT pk_ratings PRIMARY KEY (place),
  CONSTRAINT ck_ratings_day_is_day CHECK ("day" IS date("day")),
  CONSTRAINT ck_ratings_overall_in_range CHECK (overall BETWEEN 1 AND 10),
  CONSTRAINT ck_ratings_oiliness_in_range CHECK (oiliness BETWEEN 0 AND 4),
  CONSTRAINT ck_ratings_pores_in_range CHECK (pores BETWEEN 0 AND 4),
  CONSTRAINT ck_ratings_breakouts_in_range CHECK (breakouts BETWEEN 0 AND 4),
  CONSTRAINT ck_ratings_redness_in_range CHECK (redness BETWEEN 0 AND 4),
  CONSTRAINT ck_ratings_dryness_in_range CHECK (dryness BETWEEN 0 AND 4),
  CONSTRAINT uq_ratings_day UNIQUE (day)
);

CREATE TABLE settings (
  place INTEGER NOT NULL,
  "key" TEXT NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_settings PRIMARY KEY (place),
  CONSTRAINT ck_settings_value_is_json CHECK (json_valid(value)),
  CONSTRAINT uq_settings_key UNIQUE ("key")
);

CREATE TABLE treatments (
  place INTEGER NOT NULL,
  day TEXT NOT NULL,
  name TEXT NOT NULL,
  rest_days INTEGER NOT NULL,
  all_steps INTEGER NOT NULL,
  clinic TEXT,
  price_amount TEXT,
  price_currency TEXT,
  note TEXT,
  CONSTRAINT pk_treatments PRIMARY KEY (place),
  CONSTRAINT ck_treatments_price_whole CHECK ((price_amount IS NULL) = (price_currency IS NULL)),
  CONSTRAINT ck_treatments_day_is_day CHECK ("day" IS date("day")),
  CONSTRAINT ck_treatments_rest_days_positive CHECK (rest_days >= 0),
  CONSTRAINT ck_treatments_all_steps_is_flag CHECK (all_steps IN (0, 1))
);

CREATE TABLE journal_moves (
  action INTEGER NOT NULL,
  kind TEXT NOT NULL,
  place INTEGER NOT NULL,
  "before" TEXT,
  "after" TEXT,
  CONSTRAINT pk_journal_moves PRIMARY KEY (action, kind, place),
  CONSTRAINT ck_journal_moves_before_is_json CHECK (before IS NULL OR (json_valid(before) AND json_type(before) = 'object')),
  CONSTRAINT ck_journal_moves_after_is_json CHECK (after IS NULL OR (json_valid(after) AND json_type(after) = 'object')),
  CONSTRAINT ck_journal_moves_moves CHECK (before IS NOT after),
  CONSTRAINT fk_journal_moves_action_journal FOREIGN KEY(action) REFERENCES journal (id) ON DELETE CASCADE
);

CREATE TABLE steps (
  place INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  slot TEXT NOT NULL,
  start TEXT NOT NULL,
  position INTEGER,
  product TEXT,
  "end" TEXT,
  used_before INTEGER,
  remind_at TEXT,
  note TEXT,
  not_after TEXT,
  enforce TEXT,
  CONSTRAINT pk_steps PRIMARY KEY (place),
  CONSTRAINT ck_steps_start_is_day CHECK ("start" IS date("start")),
  CONSTRAINT ck_steps_end_is_day CHECK ("end" IS date("end")),
  CONSTRAINT ck_steps_slot_known CHECK (slot IN ('morning', 'evening')),
  CONSTRAINT ck_steps_used_before_is_flag CHECK (used_before IN (0, 1)),
  CONSTRAINT ck_steps_remind_at_is_time CHECK (remind_at IS strftime('%H:%M', remind_at)),
  CONSTRAINT ck_steps_not_after_is_json CHECK (not_after IS NULL OR (json_valid(not_after) AND json_type(not_after) = 'array')),
  CONSTRAINT ck_steps_enforce_known CHECK (enforce IN ('strict', 'advise', 'off')),
  CONSTRAINT uq_steps_id UNIQUE (id),
  CONSTRAINT fk_steps_product_products FOREIGN KEY(product) REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE entries (
  place INTEGER NOT NULL,
  day TEXT NOT NULL,
  step TEXT NOT NULL,
  do TEXT NOT NULL,
  at TEXT,
  offset_minutes INTEGER,
  product TEXT,
  reason TEXT,
  anyway INTEGER NOT NULL,
  CONSTRAINT pk_entries PRIMARY KEY (place),
  CONSTRAINT ck_entries_day_is_day CHECK ("day" IS date("day")),
  CONSTRAINT ck_entries_do_known CHECK (do IN ('tick', 'skip')),
  CONSTRAINT ck_entries_at_is_instant CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z'),
  CONSTRAINT ck_entries_offset_minutes_in_range CHECK (offset_minutes BETWEEN -1440 AND 1440),
  CONSTRAINT ck_entries_anyway_is_flag CHECK (anyway IN (0, 1)),
  CONSTRAINT uq_entries_step_day UNIQUE (step, day),
  CONSTRAINT fk_entries_step_steps FOREIGN KEY(step) REFERENCES steps (id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_entries_product_products FOREIGN KEY(product) REFERENCES products (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX ix_entries_day_step_do ON entries (day, step, do);

CREATE INDEX ix_entries_step_do_day ON entries (step, do, day);

CREATE TABLE group_members (
  owner INTEGER NOT NULL,
  place INTEGER NOT NULL,
  step TEXT NOT NULL,
  CONSTRAINT pk_group_members PRIMARY KEY (owner, place),
  CONSTRAINT fk_group_members_owner_groups FOREIGN KEY(owner) REFERENCES groups (place) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_group_members_step_steps FOREIGN KEY(step) REFERENCES steps (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE pause_steps (
  owner INTEGER NOT NULL,
  place INTEGER NOT NULL,
  step TEXT NOT NULL,
  CONSTRAINT pk_pause_steps PRIMARY KEY (owner, place),
  CONSTRAINT fk_pause_steps_owner_pauses FOREIGN KEY(owner) REFERENCES pauses (place) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_pause_steps_step_steps FOREIGN KEY(step) REFERENCES steps (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE questions (
  place INTEGER NOT NULL,
  step TEXT NOT NULL,
  facet TEXT NOT NULL,
  hope TEXT NOT NULL,
  asked_on TEXT NOT NULL,
  ended_on TEXT,
  CONSTRAINT pk_questions PRIMARY KEY (place),
  CONSTRAINT ck_questions_asked_on_is_day CHECK ("asked_on" IS date("asked_on")),
  CONSTRAINT ck_questions_ended_on_is_day CHECK ("ended_on" IS date("ended_on")),
  CONSTRAINT uq_questions_step_facet_asked_on UNIQUE (step, facet, asked_on),
  CONSTRAINT fk_questions_step_steps FOREIGN KEY(step) REFERENCES steps (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE schedule_versions (
  owner INTEGER NOT NULL,
  place INTEGER NOT NULL,
  begins TEXT NOT NULL,
  rule TEXT NOT NULL,
  not_after TEXT,
  enforce TEXT,
  CONSTRAINT pk_schedule_versions PRIMARY KEY (owner, place),
  CONSTRAINT ck_schedule_versions_begins_is_day CHECK ("begins" IS date("begins")),
  CONSTRAINT ck_schedule_versions_rule_is_json CHECK (rule IS NULL OR (json_valid(rule) AND json_type(rule) = 'object')),
  CONSTRAINT ck_schedule_versions_not_after_is_json CHECK (not_after IS NULL OR (json_valid(not_after) AND json_type(not_after) = 'array')),
  CONSTRAINT ck_schedule_versions_enforce_known CHECK (enforce IN ('strict', 'advise', 'off')),
  CONSTRAINT uq_schedule_versions_owner_begins UNIQUE (owner, begins),
  CONSTRAINT fk_schedule_versions_owner_steps FOREIGN KEY(owner) REFERENCES steps (place) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE treatment_steps (
  owner INTEGER NOT NULL,
  place INTEGER NOT NULL,
  step TEXT NOT NULL,
  CONSTRAINT pk_treatment_steps PRIMARY KEY (owner, place),
  CONSTRAINT fk_treatment_steps_owner_treatments FOREIGN KEY(owner) REFERENCES treatments (place) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_treatment_steps_step_steps FOREIGN KEY(step) REFERENCES steps (id) DEFERRABLE INITIALLY DEFERRED
);
