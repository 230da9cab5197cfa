#include <functional>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/study/report/document.h"

namespace tunebench {
namespace {

using Form = std::function<std::string(const Document&)>;

Result<Form> form_of(const std::filesystem::path& file) {
    const auto ending = file.extension();
    if (ending == ".md")
        return Form(to_markdown);
    if (ending == ".html")
        return Form(to_html);
    if (ending == ".tex")
        return Form(to_latex);
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("\"{}\" does not end in .md, .html or .tex", file.string()),
                 .hint = "The ending says what is written: Markdown, HTML or LaTeX."};
}

}  // namespace

Result<void> check_document_file(const std::filesystem::path& file) {
    TRY_VOID(form_of(file));
    return check_writable(file);
}

Result<void> write_document(const Document& document, const std::filesystem::path& file) {
    TRY(const auto form, form_of(file));
    return write_file_durably(file, form(document));
}

}  // namespace tunebench
