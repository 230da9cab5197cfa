#include "app/cli/output.h"

#include <cstdio>
#include <string>

#include <fmt/format.h>

namespace tunebench::cli {
namespace {

void write(std::FILE* stream, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stream);
    std::fflush(stream);
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
    auto text = fmt::format("error: {}\n", error.message);
    if (!error.field.empty())
        text += fmt::format("  field: {}\n", error.field);
    if (!error.hint.empty())
        text += fmt::format("  hint: {}\n", error.hint);
    std::fflush(stdout);
    write(stderr, text);
    if (json)
        print_json_line({{"error", error_to_json(error)}});
    return exit_code_of(error);
}

void report_warning(std::string_view message, std::string_view hint) {
    std::fflush(stdout);
    write(stderr, fmt::format("warning: {}\n", message) +
                      (hint.empty() ? std::string() : fmt::format("  hint: {}\n", hint)));
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

}  // namespace tunebench::cli
