#include "core/history/setting_store.h"

namespace tunebench {
namespace {

// Of a run that was imported only what the other program said: the rest would be our defaults. The run's name
// stands in the table of runs, and may have changed. "quantization" is the short form of its type, and a path
// with a number in brackets an element of a list.
const std::string kFromManifest =
    " FROM (SELECT runs.key AS run, "
    "CASE node.fullkey WHEN '$.config.precision.quantization' THEN 'precision.quantization.type' "
    "ELSE replace(substr(node.fullkey, 10), '\"', '') END AS name, node.value AS value "
    "FROM runs, json_tree(manifest, '$.config') AS node "
    "WHERE runs.id = ?1 AND node.type NOT IN ('object', 'null') "
    "AND node.fullkey NOT IN ('$.config.format', '$.config.name') "
    "AND node.fullkey NOT GLOB '*[[][0-9]*' "
    "AND (origin = '' OR node.fullkey GLOB '$.config.imported.*')) AS settings";

const std::string kAddNames =
    "INSERT OR IGNORE INTO setting_names (name) SELECT DISTINCT settings.name" + kFromManifest;

const std::string kAddValues =
    "INSERT OR IGNORE INTO run_settings SELECT names.key, settings.run, settings.value" + kFromManifest +
    " JOIN setting_names AS names ON names.name = settings.name";

}  // namespace

SettingStore::SettingStore(Database& database)
    : add_names_(database, kAddNames.c_str()), add_values_(database, kAddValues.c_str()) {}

Result<void> SettingStore::add(const std::string& run_id) {
    TRY_VOID(add_names_.run({run_id}));
    TRY_VOID(add_values_.run({run_id}));
    return {};
}

}  // namespace tunebench
