#include "core/data/row_checks.h"

#include <algorithm>

#include "core/base/sha256.h"
#include "core/data/conversation.h"
#include "core/data/text_flaws.h"

namespace tunebench {
namespace {

constexpr std::size_t kMostProblems = 20;
constexpr std::size_t kMostReasons = 100;
constexpr std::size_t kEnormousBytes = std::size_t{256} << 10;

std::string_view trimmed_text(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n\f\v";
    const auto begin = text.find_first_not_of(kSpace);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

std::string mark_of(const RowText& row) {
    Sha256 hash;
    for (const auto& segment : row.segments) {
        hash.update(trimmed_text(segment.text));
        hash.update(std::string_view("\0", 1));
    }
    return hash.hex().substr(0, 32);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "town.jsonl line 3, column 7: this is not valid JSON" without what differs from row to row.
std::string reason_in(std::string_view message) {
    for (const std::string_view unit : {" line ", " row "}) {
        const auto at = message.find(unit);
        if (at == std::string_view::npos || at + unit.size() >= message.size() ||
            !is_digit(message[at + unit.size()]))
            continue;
        message.remove_prefix(at + unit.size());
        for (const std::string_view between : {"", ", column "})
            if (message.starts_with(between)) {
                message.remove_prefix(between.size());
                message.remove_prefix(std::min(message.find_first_not_of("0123456789"), message.size()));
            }
        message.remove_prefix(std::min(message.find_first_not_of(": "), message.size()));
        break;
    }
    return std::string(message);
}

}  // namespace

void add_problem(DataHealth& health, const Error& problem) {
    ++health.refused;
    if (health.problems.size() < kMostProblems)
        health.problems.push_back(problem);
    const auto reason = reason_in(problem.message);
    const auto found = std::ranges::find(health.reasons, reason, &ProblemCount::reason);
    if (found != health.reasons.end())
        ++found->rows;
    else if (health.reasons.size() < kMostReasons)
        health.reasons.push_back({.reason = reason, .rows = 1});
}

void RowChecks::see(const RowText& text, bool is_document) {
    if (text.segments.empty())
        return;
    const auto any = [&](auto has_flaw) {
        return std::ranges::any_of(text.segments, [&](const Segment& part) { return has_flaw(part.text); })
                   ? 1
                   : 0;
    };
    health_.repeated += duplicates_.is_new(text) ? 0 : 1;
    health_.blank_parts += any(is_blank);
    health_.unreadable_text += any(has_replacement_character);
    health_.decoded_twice += any(looks_decoded_twice);
    if (!is_document)
        health_.enormous += any([](const std::string& part) { return part.size() > kEnormousBytes; });
    mark_of_row_.push_back(mark_of(text));
    marks_.insert(mark_of_row_.back());
}

std::int64_t RowChecks::rows_among(const std::unordered_set<std::string>& others) const {
    return std::ranges::count_if(mark_of_row_, [&](const auto& mark) { return others.contains(mark); });
}

}  // namespace tunebench
