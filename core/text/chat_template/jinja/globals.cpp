#include "core/text/chat_template/jinja/globals.h"

#include <fmt/format.h>

#include "core/text/chat_template/jinja/comparison.h"
#include "core/text/chat_template/jinja/date_format.h"
#include "core/text/chat_template/jinja/evaluator.h"
#include "core/text/chat_template/jinja/numbers.h"
#include "core/text/chat_template/jinja/objects.h"

namespace tunebench::jinja {
namespace {

constexpr std::uint64_t kMaxRange = 100'000;  // as Jinja's sandbox has it

Result<std::int64_t> range_bound(const Invocation& call, std::size_t at) {
    const auto& value = call.arguments.positional[at];
    if (value.is_undefined())
        return undefined_error(value);
    if (const auto number = integer_of(value))
        return *number;
    return template_error(fmt::format("'{}' object cannot be interpreted as an integer", type_name(value)));
}

Result<Value> range(const Invocation& call) {
    const auto count = call.arguments.positional.size();
    if (count == 0 || count > 3 || !call.arguments.named.empty())
        return template_error(fmt::format("range expected 1 to 3 arguments, got {}", count));
    std::int64_t begin = 0;
    std::int64_t step = 1;
    TRY(auto end, range_bound(call, count == 1 ? 0 : 1));
    if (count > 1) {
        TRY(begin, range_bound(call, 0));
    }
    if (count > 2) {
        TRY(step, range_bound(call, 2));
    }
    if (step == 0)
        return template_error("range() arg 3 must not be zero");
    // Unsigned, in which the differences of 64-bit integers fit.
    const auto as_unsigned = [](std::int64_t number) { return static_cast<std::uint64_t>(number); };
    const bool has_items = step > 0 ? begin < end : begin > end;
    const auto distance =
        step > 0 ? as_unsigned(end) - as_unsigned(begin) : as_unsigned(begin) - as_unsigned(end);
    const auto stride = step > 0 ? as_unsigned(step) : std::uint64_t{0} - as_unsigned(step);
    const auto length = has_items ? (distance - 1) / stride + 1 : 0;
    if (length > kMaxRange)
        return template_error(
            fmt::format("Range too big. The sandbox blocks ranges larger than MAX_RANGE ({}).", kMaxRange));
    return Value(ObjectRef(std::make_shared<Range>(begin, end, step, static_cast<std::size_t>(length))));
}

/// The entries of a dict or of a list of pairs, as dict() and namespace() take them.
Result<std::vector<std::pair<Value, Value>>> pairs_of(const Invocation& call) {
    std::vector<std::pair<Value, Value>> pairs;
    if (call.arguments.positional.size() > 1)
        return template_error(
            fmt::format("dict expected at most 1 argument, got {}", call.arguments.positional.size()));
    if (call.arguments.positional.size() == 1) {
        const auto& source = call.arguments.positional.front();
        if (const auto* dict = source.dict()) {
            pairs = dict->entries;
        } else {
            TRY(const auto items, items_of(call.sandbox, source));
            for (const auto& item : items->items) {
                TRY(const auto pair, items_of(call.sandbox, item));
                if (pair->items.size() != 2)
                    return template_error("dictionary update sequence element has not the length 2");
                TRY_VOID(check_key(pair->items[0]));
                pairs.emplace_back(pair->items[0], pair->items[1]);
            }
        }
    }
    for (const auto& [name, value] : call.arguments.named)
        pairs.emplace_back(constant_text(name), value);
    return pairs;
}

Result<Value> dict(const Invocation& call) {
    TRY(const auto pairs, pairs_of(call));
    std::vector<std::pair<Value, Value>> entries;
    for (const auto& [key, value] : pairs)
        TRY_VOID(put_entry(call.sandbox, entries, key, value));
    return call.sandbox.dict(std::move(entries));
}

Result<Value> make_namespace(const Invocation& call) {
    TRY(const auto pairs, pairs_of(call));
    TRY(const auto space, call.evaluator.make_namespace());
    for (const auto& [key, value] : pairs) {
        if (!key.text())
            return template_error("the attributes of a namespace have names");
        TRY_VOID(call.sandbox.step());
        space->set(key.text()->bytes, value);
    }
    return Value(ObjectRef(space));
}

Result<Value> cycler(const Invocation& call) {
    if (call.arguments.positional.empty())
        return template_error("at least one item has to be provided");
    TRY(const auto items, call.sandbox.list(call.arguments.positional));
    return Value(ObjectRef(std::make_shared<Cycler>(*items.get<ListRef>())));
}

Result<Value> joiner(const Invocation& call) {
    return Value(ObjectRef(std::make_shared<Joiner>(call.value(0, constant_text(", ")))));
}

Result<Value> raise_exception(const Invocation& call) {
    TRY(auto message, call.text(0));
    return template_error(std::move(message));
}

Result<Value> strftime_now(const Invocation& call) {
    TRY(const auto format, call.text(0));
    TRY(auto date, format_date(format, call.evaluator.now()));
    return call.sandbox.text(std::move(date));
}

constexpr Builtin kGlobals[] = {
    {.name = "range", .body = range, .takes_any = true},
    {.name = "namespace", .body = make_namespace, .takes_any = true},
    {.name = "dict", .body = dict, .takes_any = true},
    {.name = "cycler", .body = cycler, .takes_any = true},
    {.name = "joiner", .body = joiner, .parameters = {"sep"}},
    {.name = "raise_exception", .body = raise_exception, .parameters = {"message"}, .required = 1},
    {.name = "strftime_now", .body = strftime_now, .parameters = {"format"}, .required = 1},
};

}  // namespace

const Builtin* find_global(std::string_view name) {
    return find_builtin(kGlobals, name);
}

}  // namespace tunebench::jinja
