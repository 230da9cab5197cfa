#include "core/text/normal_form.h"

#include <cstdlib>
#include <utf8proc.h>

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

}  // namespace

std::string normal_form(std::string_view text, NormalForm form) {
    utf8proc_uint8_t* bytes = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &bytes, options_of(form));
    if (length < 0)  // invalid UTF-8
        return std::string(text);
    std::string result(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
    std::free(bytes);
    return result;
}

}  // namespace tunebench
