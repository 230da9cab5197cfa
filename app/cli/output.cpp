#include "app/cli/output.h"

#include <cstdio>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "app/cli/terminal.h"

namespace tunebench::cli {
namespace {

void write(std::FILE* stream, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stream);
    std::fflush(stream);
}

/// Names in errors come from files, and may hold what a terminal obeys.
std::string hint_line(std::string_view hint) {
    return hint.empty() ? std::string() : fmt::format("  hint: {}\n", printable(hint, true));
}

std::string_view code_name(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidArgument:
            return "invalid_argument";
        case ErrorCode::NotFound:
            return "not_found";
        case ErrorCode::Io:
            return "io";
        case ErrorCode::Corrupt:
            return "corrupt";
        case ErrorCode::OutOfMemory:
            return "out_of_memory";
        case ErrorCode::OutOfSpace:
            return "out_of_space";
        case ErrorCode::Cancelled:
            return "cancelled";
        case ErrorCode::Unsupported:
            return "unsupported";
        case ErrorCode::Internal:
            break;
    }
    return "internal";
}

}  // namespace

ExitCode exit_code_of(const Error& error) {
    if (error.code == ErrorCode::InvalidArgument)
        return ExitCode::WrongUse;
    return error.code == ErrorCode::Cancelled ? ExitCode::Stopped : ExitCode::Failed;
}

OrderedJson error_to_json(const Error& error) {
    OrderedJson json = {{"code", code_name(error.code)}, {"message", error.message}};
    if (!error.hint.empty())
        json["hint"] = error.hint;
    if (!error.field.empty())
        json["field"] = error.field;
    return json;
}

ExitCode report_error(const Error& error, bool json) {
    auto text = fmt::format("error: {}\n", printable(error.message, true));
    if (!error.field.empty())
        text += fmt::format("  field: {}\n", printable(error.field, false));
    text += hint_line(error.hint);
    std::fflush(stdout);
    write(stderr, text);
    if (json)
        print_json_line({{"error", error_to_json(error)}});
    return exit_code_of(error);
}

void report_warning(std::string_view message, std::string_view hint) {
    std::fflush(stdout);
    write(stderr, fmt::format("warning: {}\n", printable(message, true)) + hint_line(hint));
}

void print_json(const OrderedJson& document) {
    print_line(json_text(document, 2));
}

void print_json_line(const OrderedJson& document) {
    print_line(json_text(document));
}

void print_line(std::string_view text) {
    write(stdout, std::string(text) + (text.ends_with('\n') ? "" : "\n"));
}

bool is_output_lost() {
    std::fflush(stdout);
    struct stat status {};
    const bool has_reader =
        fstat(STDOUT_FILENO, &status) == 0 && (S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode));
    return std::ferror(stdout) != 0 && !has_reader;
}

}  // namespace tunebench::cli
