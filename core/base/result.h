// Result<T>: a value or an Error, for failures a caller is expected to handle. The subset of std::expected
// that the project needs; an alias of it once the compilers of Debian have it.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace tunebench {

enum class ErrorCode {
    InvalidArgument,  // a setting, a flag or an input that the user can correct
    NotFound,
    Io,
    Corrupt,  // a file that exists and is not what it claims to be
    OutOfMemory,
    OutOfSpace,
    Cancelled,
    Unsupported,
    Internal
};

/// What happened, why, and what to do next. Shown to people as it is.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;    // one sentence that names the thing: file, tensor, line or field
    std::string hint = {};  // what the user can do about it; may be empty
    std::string field =
        {};  // dotted path of the run file ("optimizer.learning_rate") when a setting is to blame

    bool operator==(const Error&) const = default;
};

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T operator*() && { return std::move(value()); }  // by value: a range-for over it keeps the range alive
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    const Error& error() const {
        assert(!has_value() && "error() of a Result that holds a value");
        return *std::get_if<1>(&state_);
    }

private:
    const T& value() const {
        assert(has_value() && "value of a Result that holds an error");
        return *std::get_if<0>(&state_);
    }
    T& value() {
        assert(has_value() && "value of a Result that holds an error");
        return *std::get_if<0>(&state_);
    }

    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    bool has_value() const { return !error_; }
    explicit operator bool() const { return has_value(); }
    const Error& error() const {
        assert(error_ && "error() of a Result that succeeded");
        return *error_;
    }

private:
    std::optional<Error> error_;
};

}  // namespace tunebench

#define TUNEBENCH_CONCATENATE_(a, b) a##b
#define TUNEBENCH_CONCATENATE(a, b) TUNEBENCH_CONCATENATE_(a, b)

/// TRY(auto file, open(path)); : declares `file`, or returns the error to the caller.
#define TRY(declaration, expression) \
    TRY_(TUNEBENCH_CONCATENATE(try_result_, __LINE__), declaration, expression)
#define TRY_(result, declaration, expression) \
    auto result = (expression); \
    if (!result) \
        return result.error(); \
    declaration = *std::move(result)

/// TRY_VOID(write(path)); : goes on, or returns the error to the caller.
#define TRY_VOID(expression) \
    do { \
        if (auto try_result = (expression); !try_result) \
            return try_result.error(); \
    } while (false)
