#include "core/jobs/run_event_json.h"

#include <array>
#include <type_traits>

#include <fmt/format.h>

#include "core/jobs/exact_number.h"
#include "core/jobs/run_event_fields.h"
#include "core/jobs/stored_names.h"

namespace tunebench {
namespace {

constexpr JsonLimits kLineLimits = {
    .max_bytes = std::size_t{16} << 20, .max_depth = 16, .max_values = 1 << 20};

template <class T>
OrderedJson value_to_json(const T& value) {
    if constexpr (std::is_same_v<T, double>)
        return exact_number(value);
    else if constexpr (std::is_enum_v<T>)
        return stored_name(value);
    else
        return value;
}

template <class T>
requires std::is_arithmetic_v<T> OrderedJson value_to_json(const std::optional<T>& value) {
    return value ? value_to_json(*value) : OrderedJson();
}

OrderedJson value_to_json(const std::optional<Error>& error) {
    if (!error)
        return nullptr;
    auto json = OrderedJson::object();
    json["code"] = stored_name(error->code);
    json["message"] = error->message;
    json["hint"] = error->hint;
    json["field"] = error->field;
    return json;
}

OrderedJson value_to_json(const std::vector<std::pair<std::string, double>>& values) {
    auto json = OrderedJson::object();
    for (const auto& [name, value] : values)
        json[name] = exact_number(value);
    return json;
}

Error wrong_type(std::string_view key, std::string_view wanted) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("'{}' is not {}", key, wanted),
            .field = std::string(key)};
}

Result<void> read_value(const Json& json, std::string_view key, double& value) {
    TRY(value, number_from(json, key));
    return {};
}

Result<void> read_value(const Json& json, std::string_view key, bool& value) {
    if (!json.is_boolean())
        return wrong_type(key, "true or false");
    value = json.get<bool>();
    return {};
}

Result<void> read_value(const Json& json, std::string_view key, std::string& value) {
    if (!json.is_string())
        return wrong_type(key, "text");
    value = json.get<std::string>();
    return {};
}

template <std::integral T>
Result<void> read_value(const Json& json, std::string_view key, T& value) {
    if (json.is_number_unsigned() && std::in_range<T>(json.get<std::uint64_t>())) {
        value = static_cast<T>(json.get<std::uint64_t>());
        return {};
    }
    if (json.is_number_integer() && !json.is_number_unsigned() &&
        std::in_range<T>(json.get<std::int64_t>())) {
        value = static_cast<T>(json.get<std::int64_t>());
        return {};
    }
    return wrong_type(key, "a whole number in range");
}

template <class T>
requires std::is_enum_v<T> Result<void> read_value(const Json& json, std::string_view key, T& value) {
    if (json.is_string())
        if (const auto found = enum_from_name<T>(json.get_ref<const std::string&>())) {
            value = *found;
            return {};
        }
    return wrong_type(key, "a value that this version knows");
}

Result<void> read_value(const Json& json, std::string_view key, std::vector<std::string>& values) {
    if (!json.is_array())
        return wrong_type(key, "a list");
    for (const auto& entry : json) {
        std::string value;
        TRY_VOID(read_value(entry, key, value));
        values.push_back(std::move(value));
    }
    return {};
}

Result<void> read_value(const Json& json, std::string_view key,
                        std::vector<std::pair<std::string, double>>& values) {
    if (!json.is_object())
        return wrong_type(key, "an object");
    for (const auto& [name, number] : json.items()) {
        TRY(const double value, number_from(number, name));
        values.emplace_back(name, value);
    }
    return {};
}

template <class T>
requires std::is_arithmetic_v<T> Result<void> read_value(const Json& json, std::string_view key,
                                                         std::optional<T>& value) {
    if (json.is_null())
        return {};
    T number = {};
    TRY_VOID(read_value(json, key, number));
    value = number;
    return {};
}

Result<void> read_value(const Json& json, std::string_view, std::optional<Error>& error) {
    if (json.is_null())
        return {};
    Error read;
    TRY(const auto code, json_string(json, "code"));
    read.code = enum_from_name<ErrorCode>(code).value_or(ErrorCode::Internal);
    TRY(read.message, json_string(json, "message"));
    TRY(const auto hint, optional_string(json, "hint"));
    TRY(const auto field, optional_string(json, "field"));
    read.hint = hint.value_or("");
    read.field = field.value_or("");
    error = std::move(read);
    return {};
}

/// Steps are nearly all lines of a file: what one has nothing to say about is left out. Other events say
/// null.
template <class Event>
void write_fields(OrderedJson& json, const Event& event) {
    visit_fields(event, [&json](const char* key, const auto& value) {
        auto written = value_to_json(value);
        if (!std::is_same_v<Event, StepDone> || !written.is_null())
            json[key] = std::move(written);
    });
}

template <class Event>
Result<RunEvent> read_event(const Json& json) {
    Event event;
    Result<void> result;
    visit_fields(event, [&](const char* key, auto& value) {
        if (const auto* member = find_member(json, key); member && result)
            result = read_value(*member, key, value);
    });
    if (!result)
        return result.error();
    return RunEvent(std::move(event));
}

using ReadEvent = Result<RunEvent> (*)(const Json&);

template <std::size_t... I>
constexpr std::array<ReadEvent, sizeof...(I)> event_readers(std::index_sequence<I...>) {
    return {&read_event<std::variant_alternative_t<I, RunEvent>>...};
}

Result<RunEvent> read_named(std::string_view name, const Json& json) {
    static constexpr auto kReaders = event_readers(std::make_index_sequence<kEventNames.size()>{});
    for (std::size_t i = 0; i < kReaders.size(); ++i)
        if (kEventNames[i] == name)
            return kReaders[i](json);
    return Error{.code = ErrorCode::Unsupported,
                 .message = fmt::format("the event '{}' is not known to this version", name)};
}

Result<TimedRunEvent> read_line(const Json& json) {
    TRY(const auto name, json_string(json, "event"));
    TRY(const auto time, optional_string(json, "time"));
    TRY(auto event, read_named(name, json));
    return TimedRunEvent{.event = std::move(event), .time = time.value_or("")};
}

}  // namespace

std::string run_event_to_line(const RunEvent& event, std::string_view time) {
    auto json = OrderedJson::object();
    json["event"] = kEventNames[event.index()];
    json["time"] = time;
    std::visit([&](const auto& alternative) { write_fields(json, alternative); }, event);
    return json_text(json);
}

Result<TimedRunEvent> run_event_from_line(std::string_view line, std::string_view source_name) {
    TRY(const auto json, parse_json(line, source_name, kLineLimits));
    if (!json.is_object())
        return Error{.code = ErrorCode::Corrupt, .message = fmt::format("{} is not an event", source_name)};
    auto event = read_line(json);
    if (!event)
        return in_source(event.error(), source_name);
    return event;
}

std::string_view exit_cause_text(ExitCause cause) {
    return stored_name(cause);
}

std::string_view run_phase_text(RunPhase phase) {
    return stored_name(phase);
}

}  // namespace tunebench
