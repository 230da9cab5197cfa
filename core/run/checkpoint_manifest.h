// manifest.json of a checkpoint, as text and back. Part of checkpoint.h.
#pragma once

#include "core/run/checkpoint.h"

namespace tunebench {

inline constexpr const char* kCheckpointManifestName = "manifest.json";

OrderedJson checkpoint_manifest_to_json(const CheckpointManifest& manifest);
Result<CheckpointManifest> checkpoint_manifest_from_json(const Json& json);

}  // namespace tunebench
