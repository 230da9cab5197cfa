#include "core/text/chat_template/model_chat.h"

#include <array>
#include <cstdint>

#include "core/base/durable_file.h"
#include "core/text/tokenizer_settings.h"

namespace tunebench {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMaxTemplateBytes = 1 << 20;
constexpr std::array<const char*, 7> kSpecialTokens = {"bos_token", "eos_token", "unk_token", "sep_token",
                                                       "pad_token", "cls_token", "mask_token"};

/// A token is a text or an added token's description.
const std::string* token_text(const Json& token) {
    if (const auto* content = find_member(token, "content"))
        return content->get_ptr<const std::string*>();
    return token.get_ptr<const std::string*>();
}

void read_special_tokens(const Json& settings, OrderedJson& tokens) {
    for (const auto* name : kSpecialTokens)
        if (const auto* token = find_member(settings, name))
            if (const auto* text = token_text(*token))
                tokens[name] = *text;
    const auto* more = find_member(settings, "additional_special_tokens");
    if (!more || !more->is_array())
        return;
    auto texts = OrderedJson::array();
    for (const auto& token : *more)
        if (const auto* text = token_text(token))
            texts.push_back(*text);
    tokens["additional_special_tokens"] = std::move(texts);
}

void read_config(const Json& settings, ModelChat& chat) {
    const auto* value = find_member(settings, "chat_template");
    if (!value)
        return;
    chat.file = "tokenizer_config.json";
    if (value->is_string())
        chat.chat_template = value->get<std::string>();
    if (!value->is_array())
        return;
    for (const auto& entry : *value) {
        const auto name = json_string(entry, "name");
        const auto text = json_string(entry, "template");
        if (name && text && *name == "default")
            chat.chat_template = *text;
        else if (name && text && *name == "tool_use")
            chat.tool_use = *text;
    }
}

/// Whether there is such a file; its text.
Result<bool> read_text(const fs::path& file, std::string& text) {
    std::error_code failed;
    if (!fs::is_regular_file(file, failed))
        return false;
    TRY(text, read_file(file, kMaxTemplateBytes));
    return true;
}

}  // namespace

Result<ModelChat> read_model_chat(const fs::path& folder, const Json& settings) {
    ModelChat chat;
    read_special_tokens(settings, chat.special_tokens);
    TRY(const bool has_file, read_text(folder / "chat_template.jinja", chat.chat_template));
    if (!has_file) {
        read_config(settings, chat);
        return chat;
    }
    chat.file = "chat_template.jinja";
    TRY_VOID(read_text(folder / "additional_chat_templates" / "tool_use.jinja", chat.tool_use));
    return chat;
}

Result<ModelChat> load_model_chat(const fs::path& folder) {
    TRY(const auto settings, read_tokenizer_settings(folder));
    return read_model_chat(folder, settings);
}

}  // namespace tunebench
