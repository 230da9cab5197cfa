#include "core/data/data_health.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace tunebench {
namespace {

constexpr std::size_t kMostRefusals = 20;
constexpr std::size_t kMostReasons = 100;

/// Takes a number off the front; nothing where there is none.
std::int64_t take_number(std::string_view& text) {
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc())
        return 0;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

/// "town.jsonl line 3, column 7: this is not valid JSON" as place and reason.
Refusal refusal_of(std::string_view file, const Error& error) {
    Refusal refusal{.place = {.file = std::string(file)}, .reason = error.message, .error = error};
    std::string_view rest = error.message;
    if (file.empty() || !rest.starts_with(file))
        return refusal;
    rest.remove_prefix(file.size());
    for (const std::string_view unit : {"line", "row"}) {
        if (!rest.starts_with(' ') || !rest.substr(1).starts_with(unit))
            continue;
        auto behind = rest.substr(std::min(unit.size() + 2, rest.size()));
        refusal.place.line = take_number(behind);
        if (refusal.place.line == 0)
            continue;
        refusal.place.unit = unit;
        rest = behind;
        break;
    }
    if (constexpr std::string_view kColumn = ", column "; rest.starts_with(kColumn)) {
        rest.remove_prefix(kColumn.size());
        take_number(rest);
    }
    rest.remove_prefix(std::min(rest.find_first_not_of(": "), rest.size()));
    refusal.reason = rest;
    return refusal;
}

std::string with_short_name(std::string_view file, const std::string& message) {
    if (file.empty() || !message.starts_with(file))
        return message;
    return std::filesystem::path(file).filename().string() + message.substr(file.size());
}

}  // namespace

void add_refusal(DataHealth& health, std::string_view file, const Error& error) {
    ++health.refused;
    auto refusal = refusal_of(file, error);
    auto found = std::ranges::find(health.reasons, refusal.reason, &RefusalReason::reason);
    if (found == health.reasons.end() && health.reasons.size() < kMostReasons)
        found = health.reasons.insert(
            found, {.reason = refusal.reason,
                    .first_message = with_short_name(file, error.message),
                    .hint = error.hint.empty() ? "Correct that place of the file." : error.hint,
                    .field = error.field,
                    .rows = {}});
    if (found != health.reasons.end())
        found->rows.add(refusal.place);
    if (health.refusals.size() < kMostRefusals)
        health.refusals.push_back(std::move(refusal));
}

}  // namespace tunebench
