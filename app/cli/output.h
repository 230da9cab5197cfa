// What every subcommand prints alike: errors, warnings and JSON documents.
#pragma once

#include <string_view>

#include "app/cli/exit_code.h"
#include "core/base/json.h"
#include "core/base/result.h"

namespace tunebench::cli {

/// On stderr: "error: message", the field and the hint in lines of their own. With `json` also a document
/// {"error": {...}} on stdout. Returns the exit code that belongs to the error.
ExitCode report_error(const Error& error, bool json);

/// On stderr: "warning: message" and the hint.
void report_warning(std::string_view message, std::string_view hint);

/// On stdout, indented.
void print_json(const OrderedJson& document);

/// On stdout, in one line.
void print_json_line(const OrderedJson& document);

/// On stdout, with a newline at the end if it has none yet.
void print_line(std::string_view text);

/// Whether something of what was printed on stdout could not be written, to a full disk for instance. A
/// reader that went away (`| head`) has what it wanted.
bool is_output_lost();

OrderedJson error_to_json(const Error& error);

}  // namespace tunebench::cli
