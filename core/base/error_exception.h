// ErrorException: an Error on its way through code that can only throw. core/engine/guard.h makes it a value
// again, and the encoding of a text (core/text/tokenizer) that of its own parts.
#pragma once

#include <stdexcept>
#include <utility>

#include "core/base/result.h"

namespace tunebench {

class ErrorException : public std::runtime_error {
public:
    explicit ErrorException(Error error) : std::runtime_error(error.message), error_(std::move(error)) {}

    const Error& error() const { return error_; }

private:
    Error error_;
};

}  // namespace tunebench
