#include "core/text/chat_template/jinja/markup.h"

#include <array>

#include "core/text/chat_template/jinja/representation.h"

namespace tunebench::jinja {

std::string escaped(std::string_view text) {
    constexpr std::string_view kSpecial = "&<>\"'";
    constexpr std::array<const char*, 5> kEntities = {"&amp;", "&lt;", "&gt;", "&#34;", "&#39;"};
    std::string result;
    for (const char c : text) {
        const auto at = kSpecial.find(c);
        if (at == std::string_view::npos)
            result += c;
        else
            result += kEntities[at];
    }
    return result;
}

Result<std::string> escaped_display(Sandbox& sandbox, const Value& value) {
    TRY(auto text, display(sandbox, value));
    TRY_VOID(sandbox.pass_over(text.size()));
    return value.is_markup() ? std::move(text) : escaped(text);
}

}  // namespace tunebench::jinja
