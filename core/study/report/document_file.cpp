#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/study/report/document.h"

namespace tunebench {

Result<void> write_document(const Document& document, const std::filesystem::path& file) {
    const auto ending = file.extension();
    if (ending == ".md")
        return write_file_durably(file, to_markdown(document));
    if (ending == ".html")
        return write_file_durably(file, to_html(document));
    if (ending == ".tex")
        return write_file_durably(file, to_latex(document));
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("\"{}\" does not end in .md, .html or .tex", file.string()),
                 .hint = "The ending says what is written: Markdown, HTML or LaTeX."};
}

}  // namespace tunebench
