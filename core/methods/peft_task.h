// What PEFT's files say of the task: PEFT trains the head of a classifier with every method, as a module to
// save.
#pragma once

#include <string>

#include "core/base/json.h"

namespace tunebench::peft {

/// Whether adapter_config.json is of a classifier's adapter.
bool is_classification(const Json& config);

/// Makes it one: task_type, and the names under which heads go among modules_to_save.
void set_classification(Json& config);

/// Without those names, and without targets inside the head, which PEFT lists but does not adapt: the head
/// trains whatever the method's parameters say.
Json without_head(Json config);

/// Before the head's own names in adapter_model.safetensors. Where nothing is wrapped around the model's
/// modules, as with prefixes and prompts, it is shorter.
std::string head_prefix(const Json& config);

}  // namespace tunebench::peft
