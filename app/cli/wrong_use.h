// What is wrong with a command line, in words, with the nearest thing that exists.
#pragma once

#include "core/base/result.h"

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace tunebench::cli {

/// `program` is the parser after it has thrown `error`.
Error wrong_use(const CLI::App& program, const CLI::ParseError& error);

}  // namespace tunebench::cli
