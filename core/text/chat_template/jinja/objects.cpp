#include "core/text/chat_template/jinja/objects.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/evaluator.h"
#include "core/text/chat_template/jinja/representation.h"

namespace tunebench::jinja {
namespace {

Result<Value> cycle(const Invocation& call) {
    const auto& values = call.arguments.positional;
    if (values.empty())
        return template_error("no items for cycling given");
    const auto& loop = dynamic_cast<const LoopVariable&>(*call.self.object());
    return values[loop.index() % values.size()];
}

Result<Value> changed(const Invocation& call) {
    auto& loop = dynamic_cast<LoopVariable&>(*call.self.object());
    TRY(const bool is_changed, loop.changed(call.sandbox, call.arguments.positional));
    return Value(is_changed);
}

Result<Value> next_of_cycler(const Invocation& call) {
    return dynamic_cast<Cycler&>(*call.self.object()).next();
}

Result<Value> reset_cycler(const Invocation& call) {
    dynamic_cast<Cycler&>(*call.self.object()).reset();
    return Value();
}

constexpr Builtin kCycle = {.name = "cycle", .body = cycle, .takes_any = true};
constexpr Builtin kChanged = {.name = "changed", .body = changed, .takes_any = true};
constexpr Builtin kNext = {.name = "next", .body = next_of_cycler};
constexpr Builtin kReset = {.name = "reset", .body = reset_cycler};

/// begin + count * step, whose parts may leave 64 bits where the sum does not.
std::int64_t stepped(std::int64_t begin, std::int64_t count, std::int64_t step) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(begin) +
                                     static_cast<std::uint64_t>(count) * static_cast<std::uint64_t>(step));
}

Value bound(const Builtin& builtin, Object& object) {
    return ObjectRef(std::make_shared<Function>(builtin, Value(object.shared_from_this())));
}

}  // namespace

Result<Value> Object::call(Evaluator&, const Arguments&) {
    return template_error(fmt::format("'{}' object is not callable", type_));
}

Result<std::vector<Value>> Range::items(Sandbox& sandbox) {
    TRY_VOID(sandbox.step(count_ / 8));
    std::vector<Value> numbers;
    numbers.reserve(count_);
    for (std::size_t i = 0; i < count_; ++i)
        numbers.emplace_back(stepped(begin_, static_cast<std::int64_t>(i), step_));
    return numbers;
}

Result<std::string> Range::representation(Sandbox&) const {
    return step_ == 1 ? fmt::format("range({}, {})", begin_, end_)
                      : fmt::format("range({}, {}, {})", begin_, end_, step_);
}

Result<std::vector<Value>> Generator::items(Sandbox&) {
    std::vector<Value> rest(items_.begin() + static_cast<std::ptrdiff_t>(at_), items_.end());
    at_ = items_.size();
    return rest;
}

Value Range::part(std::int64_t begin, std::int64_t end, std::int64_t step, std::size_t count) const {
    return ObjectRef(std::make_shared<Range>(stepped(begin_, begin, step_), stepped(begin_, end, step_),
                                             stepped(0, step, step_), count));
}

std::optional<Value> Generator::next() {
    return at_ < items_.size() ? std::optional(items_[at_++]) : std::nullopt;
}

Result<Value> make_generator(Sandbox& sandbox, std::vector<Value> items) {
    const int depth = 1 + depth_of(items);
    TRY(auto charge, sandbox.charge(64 + items.size() * sizeof(Value), depth));
    return Value(ObjectRef(std::make_shared<Generator>(std::move(items), depth, std::move(charge))));
}

Result<std::string> DictView::representation(Sandbox& sandbox) const {
    TRY(const auto list, jinja::representation(sandbox, Value(items_)));
    return fmt::format("{}({})", type(), list);
}

void Namespace::set(std::string_view name, Value value) {
    const auto found = std::ranges::find(values_, name, &std::pair<std::string, Value>::first);
    if (found != values_.end())
        found->second = std::move(value);
    else
        values_.emplace_back(std::string(name), std::move(value));
}

Result<std::optional<Value>> Namespace::attribute(Sandbox&, std::string_view name) {
    const auto found = std::ranges::find(values_, name, &std::pair<std::string, Value>::first);
    return found == values_.end() ? std::optional<Value>() : std::optional(found->second);
}

Result<std::string> Namespace::representation(Sandbox& sandbox) const {
    std::string text = "<Namespace {";
    for (const auto& [name, value] : values_) {
        TRY(const auto inner, jinja::representation(sandbox, value));
        text += fmt::format("{}{}: {}", text.ends_with('{') ? "" : ", ", quoted_text(name), inner);
        TRY_VOID(sandbox.check_text(text.size()));
    }
    return text + "}>";
}

Result<bool> LoopVariable::changed(Sandbox& sandbox, const std::vector<Value>& values) {
    bool same = last_ && last_->size() == values.size();
    for (std::size_t i = 0; same && i < values.size(); ++i) {
        TRY(same, equal(sandbox, (*last_)[i], values[i]));
    }
    if (!same)
        last_ = values;
    return !same;
}

Result<Value> LoopVariable::call(Evaluator& evaluator, const Arguments& arguments) {
    if (!loop_)
        return template_error("The loop must have the 'recursive' marker to be called recursively.");
    if (arguments.positional.size() != 1 || !arguments.named.empty())
        return template_error("LoopContext.__call__() takes one argument: 'iterable'");
    return evaluator.run_loop_again(*loop_, *outer_, arguments.positional.front(), level_ + 1);
}

Result<std::string> LoopVariable::representation(Sandbox&) const {
    return fmt::format("<{} {}/{}>", type(), index_ + 1, items_->items.size());
}

Result<std::optional<Value>> LoopVariable::attribute(Sandbox&, std::string_view name) {
    const auto count = static_cast<std::int64_t>(items_->items.size());
    const auto index = static_cast<std::int64_t>(index_);
    const auto number = [](std::int64_t value) { return std::optional(Value(value)); };
    if (name == "index")
        return number(index + 1);
    if (name == "index0")
        return number(index);
    if (name == "revindex")
        return number(count - index);
    if (name == "revindex0")
        return number(count - index - 1);
    if (name == "length")
        return number(count);
    if (name == "depth" || name == "depth0")
        return number(name == "depth" ? level_ + 1 : level_);
    if (name == "first" || name == "last")
        return std::optional(Value(name == "first" ? index == 0 : index + 1 == count));
    if (name == "previtem")
        return std::optional(index == 0 ? undefined("there is no previous item") : items_->items[index_ - 1]);
    if (name == "nextitem")
        return std::optional(index + 1 >= count ? undefined("there is no next item")
                                                : items_->items[index_ + 1]);
    if (name == "cycle")
        return std::optional(bound(kCycle, *this));
    return name == "changed" ? std::optional(bound(kChanged, *this)) : std::optional<Value>();
}

Result<Value> Function::call(Evaluator& evaluator, const Arguments& arguments) {
    return invoke(builtin_, evaluator, evaluator.sandbox(), self_, arguments);
}

Result<std::optional<Value>> Cycler::attribute(Sandbox&, std::string_view name) {
    if (name == "current")
        return std::optional(items_->items[at_]);
    if (name == "next")
        return std::optional(bound(kNext, *this));
    return name == "reset" ? std::optional(bound(kReset, *this)) : std::optional<Value>();
}

Value Cycler::next() {
    const auto value = items_->items[at_];
    at_ = (at_ + 1) % items_->items.size();
    return value;
}

Result<Value> Joiner::call(Evaluator&, const Arguments&) {
    return std::exchange(used_, true) ? separator_ : constant_text("");
}

}  // namespace tunebench::jinja
