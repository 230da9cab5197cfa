// What rendering a template may cost. Templates come from strangers; the defaults leave a thousand messages
// room and end a hostile template within a tenth of a second or so.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace tunebench::jinja {

struct Limits {
    std::size_t template_bytes = std::size_t{1} << 18;
    int nesting = 100;                                 // blocks and expressions in one another
    int operands = 256;                                // one expression's: a + b + c ..., x | f | g ...
    int depth = 400;                                   // of evaluation: macros that call macros
    std::int64_t steps = 2'000'000;                    // of evaluation, an expression or a statement each
    std::size_t text_bytes = std::size_t{16} << 20;    // one string, and the rendered text
    std::size_t items = 1'000'000;                     // one list
    std::size_t memory_bytes = std::size_t{64} << 20;  // of all values at one time
    std::chrono::milliseconds time{5000};              // of computing; a backstop: steps end earlier
};

}  // namespace tunebench::jinja
