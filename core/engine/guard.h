// The one place where exceptions of LibTorch and the standard library become errors.
#pragma once

#include <functional>
#include <string>

#include "core/base/result.h"

namespace tunebench {

/// Of the exception that is being handled. `doing` completes "Tunebench ran out of memory while …". The
/// exception's own text goes to the log, not to the person; an ErrorException gives the error it carries.
Error error_of_current_exception(const std::string& doing);

template <class T>
Result<T> guarded(const std::string& doing, const std::function<Result<T>()>& action) {
    try {
        return action();
    } catch (...) {
        return error_of_current_exception(doing);
    }
}

}  // namespace tunebench
