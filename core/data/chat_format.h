// ChatFormat: the chat template that messages are written with, and what it is filled in with besides them.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/run/run_config.h"
#include "core/text/chat_template/chat_template.h"
#include "core/text/tokenizer/tokenizer.h"

namespace tunebench {

struct ChatFormat {
    ChatTemplate standard;
    std::optional<ChatTemplate> tool_use = {};      // of conversations with tools; none: the standard one
    OrderedJson variables = OrderedJson::object();  // special tokens
    jinja::Moment now = {};                         // data.template_date
    std::string reason = {};                        // which template it is and why, in words
    bool is_stand_in = false;  // nobody chose it: the model brings none, and data.template is auto

    /// The one for conversations with or without tools.
    const ChatTemplate& of(bool with_tools) const { return with_tools && tool_use ? *tool_use : standard; }
};

/// What data.template names: "auto" (the model's own template, ChatML for a model without one), a built-in
/// template, a .jinja file, or the template's text itself. InvalidArgument for an unknown name, a template
/// with a mistake and a date that is none; NotFound or Io for a file that cannot be read.
Result<ChatFormat> choose_chat_format(const DataSection& data, const Tokenizer& tokenizer);

/// The format of a file's conversations, chosen when the first row needs it: a template with a mistake is no
/// obstacle to rows without messages. What it was made from must outlive it.
class ChatChoice {
public:
    ChatChoice(const DataSection& data, const Tokenizer& tokenizer) : data_(&data), tokenizer_(&tokenizer) {}
    explicit ChatChoice(ChatFormat chosen) : chosen_(std::move(chosen)) {}

    /// The same at every call, on any thread; the errors of choose_chat_format.
    Result<const ChatFormat*> get();

    const ChatFormat* chosen() const { return chosen_ ? &*chosen_ : nullptr; }  // null: none was needed

private:
    const DataSection* data_ = nullptr;
    const Tokenizer* tokenizer_ = nullptr;
    std::mutex mutex_ = {};
    std::optional<ChatFormat> chosen_ = {};  // guarded by mutex_ until it is there
};

}  // namespace tunebench
