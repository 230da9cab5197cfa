// The objects of the language.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/text/chat_template/jinja/builtin.h"
#include "core/text/chat_template/jinja/object.h"
#include "core/text/chat_template/jinja/sandbox.h"

namespace tunebench::jinja {

class Scope;
struct For;

/// range(): its items exist when they are asked for.
class Range : public Object {
public:
    Range(std::int64_t begin, std::int64_t end, std::int64_t step, std::size_t count)
        : Object("range"), begin_(begin), end_(end), step_(step), count_(count) {}

    bool is_iterable() const override { return true; }
    bool is_sequence() const override { return true; }
    std::optional<std::size_t> length() const override { return count_; }
    Result<std::vector<Value>> items(Sandbox& sandbox) override;
    Result<std::string> representation(Sandbox& sandbox) const override;

    /// The numbers at begin, begin + step, ... of these, `count` of them: a range again.
    Value part(std::int64_t begin, std::int64_t end, std::int64_t step, std::size_t count) const;

private:
    std::int64_t begin_;
    std::int64_t end_;
    std::int64_t step_;
    std::size_t count_;
};

/// What filters like map and select give: gone through once, without a length, always true.
class Generator : public Object {
public:
    Generator(std::vector<Value> items, int depth, Charge charge)
        : Object("generator", depth, std::move(charge)), items_(std::move(items)) {}

    bool is_iterable() const override { return true; }
    Result<std::vector<Value>> items(Sandbox&) override;
    std::optional<Value> next();

private:
    std::vector<Value> items_;
    std::size_t at_ = 0;
};

Result<Value> make_generator(Sandbox& sandbox, std::vector<Value> items);

/// dict.keys(), dict.values(), dict.items().
class DictView : public Object {
public:
    DictView(std::string type, ListRef items)
        : Object(std::move(type), 1 + items->depth), items_(std::move(items)) {}

    bool is_iterable() const override { return true; }
    std::optional<std::size_t> length() const override { return items_->items.size(); }
    Result<std::vector<Value>> items(Sandbox&) override { return items_->items; }
    Result<std::string> representation(Sandbox& sandbox) const override;

private:
    ListRef items_;
};

/// namespace(): the one thing that a template can change. Its values may hold itself; whoever makes one
/// clears it in the end.
class Namespace : public Object {
public:
    explicit Namespace(Charge charge) : Object("Namespace", 0, std::move(charge)) {}

    void set(std::string_view name, Value value);
    void clear() { values_.clear(); }
    Result<std::optional<Value>> attribute(Sandbox&, std::string_view name) override;
    Result<std::string> representation(Sandbox& sandbox) const override;

private:
    std::vector<std::pair<std::string, Value>> values_ = {};
};

/// `loop` in a for loop.
class LoopVariable : public Object {
public:
    /// `level`: in how many runs of a recursive loop this one stands.
    explicit LoopVariable(ListRef items, std::int64_t level = 0)
        : Object("LoopContext", items->depth + 1), items_(std::move(items)), level_(level) {}

    /// Calling it runs `loop`, which stands in `outer`, once more. Both outlive it.
    void recurse(const For& loop, Scope& outer) {
        loop_ = &loop;
        outer_ = &outer;
    }

    void move_to(std::size_t index) { index_ = index; }
    bool is_callable() const override { return true; }
    bool is_iterable() const override { return true; }
    Result<Value> call(Evaluator& evaluator, const Arguments& arguments) override;
    Result<std::string> representation(Sandbox& sandbox) const override;
    std::optional<std::size_t> length() const override { return items_->items.size(); }
    Result<std::optional<Value>> attribute(Sandbox& sandbox, std::string_view name) override;

    Result<bool> changed(Sandbox& sandbox, const std::vector<Value>& values);
    std::size_t index() const { return index_; }
    void end() { last_.reset(); }  // it might hold the loop itself

private:
    ListRef items_;
    std::int64_t level_ = 0;
    const For* loop_ = nullptr;  // null: it is not recursive
    Scope* outer_ = nullptr;
    std::size_t index_ = 0;
    std::optional<std::vector<Value>> last_ = {};  // of changed()
};

/// A builtin with the value it belongs to: text.strip, loop.cycle, range.
class Function : public Object {
public:
    Function(const Builtin& builtin, Value self)
        : Object("builtin_function_or_method", depth_of(self) + 1),
          builtin_(builtin),
          self_(std::move(self)) {}

    bool is_callable() const override { return true; }
    Result<Value> call(Evaluator& evaluator, const Arguments& arguments) override;

private:
    const Builtin& builtin_;
    Value self_;
};

/// cycler(): its values in turn.
class Cycler : public Object {
public:
    explicit Cycler(ListRef items) : Object("Cycler", items->depth + 1), items_(std::move(items)) {}

    Result<std::optional<Value>> attribute(Sandbox& sandbox, std::string_view name) override;
    Value next();
    void reset() { at_ = 0; }

private:
    ListRef items_;
    std::size_t at_ = 0;
};

/// joiner(): nothing at its first call, then the separator.
class Joiner : public Object {
public:
    explicit Joiner(Value separator) : Object("Joiner"), separator_(std::move(separator)) {}

    bool is_callable() const override { return true; }
    Result<Value> call(Evaluator& evaluator, const Arguments& arguments) override;

private:
    Value separator_;
    bool used_ = false;
};

}  // namespace tunebench::jinja
