// What a rendering gives: text, and which part of it comes from which message.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/text/span.h"

namespace tunebench::jinja {

/// Text that was written while a loop over the messages was at one of them, or outside such loops.
struct Piece {
    Span bytes = {};
    std::optional<std::size_t> message = {};
    bool is_generation = false;  // in a {% generation %} block

    bool operator==(const Piece&) const = default;
};

struct Rendered {
    std::string text = {};
    std::vector<Piece> pieces = {};  // in order, touching, none empty
};

}  // namespace tunebench::jinja
