// Builtin: a function of the language (a filter, a test, a method, a global) and how it is called.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/text/chat_template/jinja/object.h"
#include "core/text/chat_template/jinja/sandbox.h"

namespace tunebench::jinja {

/// One call of a builtin: the value it works on, and the arguments by the number of their parameter.
struct Invocation {
    static constexpr std::size_t kMaxParameters = 4;

    Evaluator& evaluator;
    Sandbox& sandbox;
    const Value& self;
    const Arguments& arguments;
    std::array<const Value*, kMaxParameters> bound = {};

    /// The argument; null when it was not given.
    const Value* operator[](std::size_t parameter) const { return bound[parameter]; }
    /// What a method of strings is called on.
    const Text& self_text() const { return *self.text(); }

    // The argument as a type; `fallback` when it was not given. Errors as Python's.
    bool truth(std::size_t parameter, bool fallback) const;
    Result<std::int64_t> integer(std::size_t parameter, std::int64_t fallback) const;
    Result<std::string> text(std::size_t parameter, std::string_view fallback = {}) const;  // str()
    Value value(std::size_t parameter, const Value& fallback = {}) const;

    /// No value when it was not given or is None; an error when it is no string.
    Result<std::optional<std::string_view>> optional_text(std::size_t parameter) const;
};

struct Builtin {
    std::string_view name = {};
    Result<Value> (*body)(const Invocation&) = nullptr;
    std::array<std::string_view, Invocation::kMaxParameters> parameters = {};
    std::size_t required = 0;
    bool takes_any = false;  // arguments are not bound to parameters
};

/// Binds the arguments and calls. An error for arguments that do not fit.
Result<Value> invoke(const Builtin& builtin, Evaluator& evaluator, Sandbox& sandbox, const Value& self,
                     const Arguments& arguments);

/// The entry of that name; null without one.
const Builtin* find_builtin(std::span<const Builtin> table, std::string_view name);

}  // namespace tunebench::jinja
