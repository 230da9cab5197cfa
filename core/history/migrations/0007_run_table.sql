-- What the user says of a run beside tags and notes, and when it was deleted: '' of a run that was not. The folder of a
-- deleted run lies in trash/ until it is removed for good.
ALTER TABLE runs ADD COLUMN starred INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN deleted_at TEXT NOT NULL DEFAULT '';

CREATE TABLE setting_names (
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE           -- "method.rank"; "imported.lr" of a run that another program made
) STRICT;

-- A row a setting of a run, so that a column of a table of many runs is read without reading their manifests. Follows
-- from runs.manifest: numbers, texts, 0 and 1 for false and true, lists as JSON.
CREATE TABLE run_settings (
    setting INTEGER NOT NULL REFERENCES setting_names (key),
    run INTEGER NOT NULL REFERENCES runs (key) ON DELETE CASCADE,
    value ANY NOT NULL,
    PRIMARY KEY (setting, run)
) STRICT, WITHOUT ROWID;

CREATE INDEX run_settings_by_run ON run_settings (run);

-- As SettingStore does for every run that is added. Functions of JSON may not stand in a view or a trigger of a schema
-- that is not trusted.
CREATE TEMPORARY TABLE manifest_settings AS
SELECT runs.key AS run,
    CASE node.fullkey WHEN '$.config.precision.quantization' THEN 'precision.quantization.type'     -- its short form
        ELSE replace(substr(node.fullkey, 10), '"', '') END AS name,
    node.value AS value
FROM runs, json_tree(CASE WHEN json_valid(manifest) THEN manifest ELSE '{}' END, '$.config') AS node
WHERE node.type NOT IN ('object', 'null')
    AND node.fullkey NOT IN ('$.config.format', '$.config.name')    -- the name is in runs, and may have changed
    AND node.fullkey NOT GLOB '*[[][0-9]*'      -- no element of a list
    AND (origin = '' OR node.fullkey GLOB '$.config.imported.*');

INSERT INTO setting_names (name) SELECT DISTINCT name FROM manifest_settings;
-- Of {"a.b": 1, "a": {"b": 2}}, which another program may have written, the first value stays.
INSERT OR IGNORE INTO run_settings
SELECT names.key, run, value FROM manifest_settings AS settings JOIN setting_names AS names ON names.name = settings.name;

DROP TABLE temp.manifest_settings;
