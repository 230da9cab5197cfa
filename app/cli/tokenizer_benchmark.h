// How fast a tokenizer encodes, on one thread and on several, and the memory that it takes.
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/json.h"
#include "core/base/result.h"

namespace tunebench::cli {

struct TokenizerBenchmark {
    std::uint64_t text_bytes = 0;
    std::uint64_t tokens = 0;
    double one_thread_seconds = 0.0;      // by the clock
    double one_thread_cpu_seconds = 0.0;  // what other programs do hardly changes it
    int threads = 0;
    double seconds = 0.0;          // on so many threads
    std::uint64_t peak_bytes = 0;  // of the whole program, the text included, while it encodes
};

/// Encodes text of mixed scripts, code, numbers and white space, in pieces of whole lines, as training does
/// row by row: on one thread, then on `threads`. `tokenizer`: a model's folder or tokenizer file; errors as
/// Tokenizer::load.
Result<TokenizerBenchmark> benchmark_tokenizer(const std::filesystem::path& tokenizer, std::size_t text_bytes,
                                               int threads);

OrderedJson to_json(const TokenizerBenchmark& report);
std::string to_text(const TokenizerBenchmark& report);

}  // namespace tunebench::cli
