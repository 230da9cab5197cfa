#include "core/text/normal_form.h"

#include <algorithm>
#include <cstdlib>
#include <utf8proc.h>
#include <vector>

#include "core/base/utf8.h"
#include "core/text/unicode.h"

namespace tunebench {

namespace {

utf8proc_option_t options_of(NormalForm form) {
    int options = UTF8PROC_STABLE;
    const bool composed = form == NormalForm::Composed || form == NormalForm::CompatibleComposed;
    options |= composed ? UTF8PROC_COMPOSE : UTF8PROC_DECOMPOSE;
    if (form == NormalForm::CompatibleComposed || form == NormalForm::CompatibleDecomposed)
        options |= UTF8PROC_COMPAT;
    return static_cast<utf8proc_option_t>(options);
}

struct Mark {
    std::size_t begin = 0;
    std::size_t length = 0;
    int combining_class = 0;
};

Mark mark_at(std::string_view text, std::size_t at) {
    const CodePoint character = code_point_at(text, at);
    const auto* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(character.value));
    return {at, character.length, property->combining_class};
}

/// The text with every run of marks in the order that all normal forms give them (the canonical ordering of
/// Unicode, section 3.11). utf8proc orders neighbour by neighbour, which takes hours for a long run.
std::string with_ordered_marks(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    std::vector<Mark> run;
    const auto end_run = [&] {
        std::ranges::stable_sort(run, {}, &Mark::combining_class);
        for (const Mark& mark : run)
            result += text.substr(mark.begin, mark.length);
        run.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const Mark mark = mark_at(text, at);
        at += mark.length;
        if (mark.combining_class != 0) {
            run.push_back(mark);
            continue;
        }
        end_run();
        result += text.substr(mark.begin, mark.length);
    }
    end_run();
    return result;
}

constexpr std::size_t kLongText = 64;  // bytes; shorter ones cost little in whatever order

}  // namespace

std::string normal_form(std::string_view text, NormalForm form) {
    if (!is_valid_utf8(text))
        return std::string(text);
    const bool is_long = text.size() > kLongText;
    const std::string ordered = is_long ? with_ordered_marks(text) : std::string();
    const std::string_view source = is_long ? std::string_view(ordered) : text;
    utf8proc_uint8_t* bytes = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(source.data()),
                                     static_cast<utf8proc_ssize_t>(source.size()), &bytes, options_of(form));
    if (length < 0)  // no memory
        return std::string(text);
    std::string result(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    std::free(bytes);
    return result;
}

}  // namespace tunebench
