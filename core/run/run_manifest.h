// run.json: the frozen description of a run, as text and back. Part of run_folder.h.
#pragma once

#include "core/run/run_folder.h"

namespace tunebench {

OrderedJson run_manifest_to_json(const RunManifest& manifest);

/// Lenient: a run of another version can be looked at. Its paths are absolute, as they were written.
Result<RunManifest> run_manifest_from_json(const OrderedJson& json);

}  // namespace tunebench
