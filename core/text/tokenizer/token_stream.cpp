#include "core/text/tokenizer/token_stream.h"

namespace tunebench {

namespace {

// A character has at most 4 bytes. So many tokens without a whole one are no text, and are shown as such.
constexpr std::size_t kMostPending = 16;

}  // namespace

std::string TokenStream::push(std::int32_t id) {
    if (tokenizer_.token_text(id).empty() || (skip_special_tokens_ && tokenizer_.is_special(id)))
        return {};
    window_.push_back(id);
    return take(window_.size() - emitted_ > kMostPending);
}

std::string TokenStream::finish() {
    std::string rest = take(true);
    window_.clear();
    emitted_ = 0;
    return rest;
}

std::string TokenStream::take(bool even_incomplete) {
    const std::span<const std::int32_t> window(window_);
    const std::string before = tokenizer_.decode(window.first(emitted_), skip_special_tokens_);
    const std::string now = tokenizer_.decode(window, skip_special_tokens_);
    if (now.size() <= before.size() || (!even_incomplete && now.ends_with("\xEF\xBF\xBD")))
        return {};
    std::string text = now.substr(before.size());
    window_.erase(window_.begin(), window_.begin() + static_cast<std::ptrdiff_t>(emitted_));
    emitted_ = window_.size();
    return text;
}

}  // namespace tunebench
