// Object: a value with behaviour: ranges, generators, namespaces, macros, functions, a loop's variable.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/text/chat_template/jinja/sandbox.h"
#include "core/text/chat_template/jinja/value.h"

namespace tunebench::jinja {

class Evaluator;

struct Arguments {
    std::vector<Value> positional = {};
    std::vector<std::pair<std::string, Value>> named = {};
};

class Object : public std::enable_shared_from_this<Object> {
public:
    explicit Object(std::string type, int depth = 0, Charge charge = {})
        : type_(std::move(type)), depth_(depth), charge_(std::move(charge)) {}
    virtual ~Object() = default;
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;

    const std::string& type() const { return type_; }
    int depth() const { return depth_; }

    virtual bool is_callable() const { return false; }
    virtual bool is_iterable() const { return false; }
    virtual bool is_sequence() const { return false; }  // has items by number

    /// For what len() takes; no value for the rest.
    virtual std::optional<std::size_t> length() const { return std::nullopt; }

    /// No value where there is no such attribute.
    virtual Result<std::optional<Value>> attribute(Sandbox&, std::string_view) {
        return std::optional<Value>();
    }

    /// What iterating over it gives, from its beginning or, for a generator, from where it was left.
    virtual Result<std::vector<Value>> items(Sandbox&) { return std::vector<Value>(); }

    virtual Result<Value> call(Evaluator& evaluator, const Arguments& arguments);

    /// As Python's repr().
    virtual Result<std::string> representation(Sandbox&) const { return "<" + type_ + " object>"; }

    virtual bool truth() const {
        const auto count = length();
        return !count || *count > 0;
    }

private:
    std::string type_;
    int depth_;
    Charge charge_;
};

}  // namespace tunebench::jinja
