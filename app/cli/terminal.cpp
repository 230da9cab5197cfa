#include "app/cli/terminal.h"

#include <cstdlib>
#include <sys/ioctl.h>
#include <unistd.h>

#include <fmt/format.h>

namespace tunebench::cli {
namespace {

bool starts_code_point(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

}  // namespace

bool is_terminal() {
    const char* kind = std::getenv("TERM");
    return isatty(STDOUT_FILENO) == 1 && !(kind && std::string_view(kind) == "dumb");
}

int terminal_width() {
    constexpr int kUsual = 80;
    winsize size = {};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return kUsual;
    return size.ws_col;
}

Style style_of_stdout() {
    const char* no_color = std::getenv("NO_COLOR");
    if (!is_terminal() || (no_color && *no_color))
        return {};
    return {.bold = "\x1b[1m", .dim = "\x1b[2m", .green = "\x1b[32m", .red = "\x1b[31m", .reset = "\x1b[0m"};
}

std::string printable(std::string_view text, bool keep_newlines) {
    std::string shown;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        // U+0080 to U+009F are C2 80 to C2 9F: some terminals obey them.
        const bool is_c1 =
            byte == 0xC2U && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0U;
        if (byte == '\n' && keep_newlines)
            shown += '\n';
        else if (byte == '\n')
            shown += "\\n";
        else if (byte == '\t')
            shown += keep_newlines ? "\t" : "\\t";
        else if (byte < 0x20U || byte == 0x7FU)
            shown += fmt::format("\\x{:02x}", byte);
        else if (is_c1)
            shown += fmt::format("\\u{:04x}", static_cast<unsigned char>(text[++i]));
        else
            shown += text[i];
    }
    return shown;
}

std::size_t text_width(std::string_view text) {
    std::size_t width = 0;
    for (const char byte : text)
        width += starts_code_point(byte) ? 1 : 0;
    return width;
}

std::string_view clipped(std::string_view text, std::size_t width) {
    std::size_t seen = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (starts_code_point(text[i]) && ++seen > width)
            return text.substr(0, i);
    return text;
}

}  // namespace tunebench::cli
