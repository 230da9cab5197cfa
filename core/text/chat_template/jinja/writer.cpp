#include "core/text/chat_template/jinja/writer.h"

namespace tunebench::jinja {

void Writer::set_messages(const Value& messages) {
    const auto* list = messages.list();
    for (std::size_t i = 0; list && i < list->items.size(); ++i)
        if (const auto* message = list->items[i].dict())
            messages_.emplace(message, i);
}

Result<void> Writer::write(std::string_view text) {
    TRY_VOID(sandbox_.pass_over(text.size()));
    auto& target = captures_.empty() ? rendered_.text : captures_.back();
    TRY_VOID(sandbox_.check_text(target.size() + text.size()));
    const auto begin = target.size();
    target += text;
    if (!captures_.empty() || text.empty())
        return {};
    auto& pieces = rendered_.pieces;
    if (!pieces.empty() && pieces.back().message == message_ && pieces.back().is_generation == is_generation_)
        pieces.back().bytes.end = target.size();
    else
        pieces.push_back({{begin, target.size()}, message_, is_generation_});
    return {};
}

std::string Writer::end_capture() {
    auto text = std::move(captures_.back());
    captures_.pop_back();
    return text;
}

std::optional<std::size_t> Writer::enter_item(const Value& item) {
    const auto before = message_;
    if (const auto* dict = item.dict())
        if (const auto found = messages_.find(dict); found != messages_.end())
            message_ = found->second;
    return before;
}

}  // namespace tunebench::jinja
