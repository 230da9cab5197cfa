// What a model's folder says about chat: its templates and the special tokens that they write.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/json.h"
#include "core/base/result.h"

namespace tunebench {

struct ModelChat {
    std::string chat_template = {};  // Jinja; empty when the model brings none
    std::string tool_use = {};       // the one for conversations with tools; empty when there is no other
    std::string file = {};           // that the template stands in: "chat_template.jinja"
    OrderedJson special_tokens = OrderedJson::object();  // {"bos_token": "<s>", ...}

    bool operator==(const ModelChat&) const = default;
};

/// chat_template.jinja and additional_chat_templates/tool_use.jinja, else what tokenizer_config.json has
/// under chat_template: a text, or a list of named ones. `settings` are those of read_tokenizer_settings. Io
/// for a file that cannot be read.
Result<ModelChat> read_model_chat(const std::filesystem::path& folder, const Json& settings);

/// The same from the folder alone. Files that do not exist say nothing.
Result<ModelChat> load_model_chat(const std::filesystem::path& folder);

}  // namespace tunebench
