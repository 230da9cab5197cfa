#include "core/data/token_cache_header.h"

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/sha256.h"

namespace tunebench {
namespace {

constexpr const char* kHeaderFormat = "tunebench.tokens/1";

/// Every count and text of a report but those of labels, which follow from the examples.
template <class Report, class Visit>
void visit_report(Report& report, Visit visit) {
    visit("rows", report.rows);
    visit("examples", report.examples);
    visit("truncated", report.truncated);
    visit("truncated_tokens", report.truncated_tokens);
    visit("skipped_empty", report.skipped_empty);
    visit("skipped_unsupervised", report.skipped_unsupervised);
    visit("skipped_truncated", report.skipped_truncated);
    visit("duplicates", report.duplicates);
    visit("tokens", report.tokens);
    visit("supervised_tokens", report.supervised_tokens);
    visit("longest", report.longest);
    visit("layout", report.layout);
    visit("layout_reason", report.layout_reason);
    visit("chat_template", report.chat_template);
}

Json to_json(const DataReport& report) {
    Json json;
    visit_report(report, [&](const char* name, const auto& value) { json[name] = value; });
    return json;
}

Result<void> read(const Json& json, const char* name, std::int64_t& value) {
    TRY(value, json_integer(json, name));
    return {};
}

Result<void> read(const Json& json, const char* name, std::string& value) {
    TRY(value, json_string(json, name));
    return {};
}

Result<DataReport> report_in(const Json& header) {
    TRY(const auto* json, json_object(header, "report"));
    DataReport report;
    Result<void> all;
    visit_report(report, [&](const char* name, auto& value) {
        if (auto one = read(*json, name, value); !one)
            all = one;
    });
    if (!all)
        return all.error();
    return report;
}

Result<std::vector<std::int32_t>> numbers_in(const Json& json, const char* name) {
    TRY(const auto wide, json_integers(json, name));
    return std::vector<std::int32_t>(wide.begin(), wide.end());
}

Result<std::uint64_t> count_in(const Json& json, const char* name) {
    TRY(const auto count, json_integer(json, name));
    return static_cast<std::uint64_t>(count);
}

Error not_a_header(const std::string& source) {
    return {.code = ErrorCode::Corrupt,
            .message = fmt::format("{} is damaged", source),
            .hint = "It belongs to a copy of the data in tokens, and may be deleted."};
}

}  // namespace

std::string token_cache_header(const CachedData& data, const TokenFileSums& sums) {
    const Json json = {{"format", kHeaderFormat},
                       {"examples", sums.examples},
                       {"tokens", sums.tokens},
                       {"index_sha256", sums.index_sha256},
                       {"tokens_sha256", sums.tokens_sha256},
                       {"files", data.dataset.files},
                       {"entry_of", data.dataset.entry_of},
                       {"labels", data.labels},
                       {"class_of_label", data.class_of_label},
                       {"report", to_json(data.dataset.report)}};
    const auto text = json_text(json);
    return fmt::format("{}\n{}", sha256_hex(text), text);
}

Result<TokenCacheHeader> read_token_cache_header(std::string_view text, const std::string& source) {
    const auto line = text.find('\n');
    if (line == std::string_view::npos || sha256_hex(text.substr(line + 1)) != text.substr(0, line))
        return not_a_header(source);
    TRY(const auto json, parse_json(text.substr(line + 1), source));
    TRY(const auto format, json_string(json, "format"));
    if (format != kHeaderFormat)
        return not_a_header(source);
    TokenCacheHeader header;
    auto& [data, sums] = header;
    TRY(sums.examples, count_in(json, "examples"));
    TRY(sums.tokens, count_in(json, "tokens"));
    TRY(sums.index_sha256, json_string(json, "index_sha256"));
    TRY(sums.tokens_sha256, json_string(json, "tokens_sha256"));
    TRY(data.dataset.files, json_strings(json, "files"));
    TRY(data.dataset.entry_of, numbers_in(json, "entry_of"));
    TRY(data.labels, json_strings(json, "labels"));
    TRY(data.class_of_label, numbers_in(json, "class_of_label"));
    TRY(data.dataset.report, report_in(json));
    return header;
}

}  // namespace tunebench
