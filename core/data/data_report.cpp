#include "core/data/data_report.h"

#include <algorithm>

namespace tunebench {

void count_examples(DataReport& report, std::span<const Example> examples) {
    report.examples = static_cast<std::int64_t>(examples.size());
    report.truncated = report.truncated_tokens = report.tokens = report.supervised_tokens = report.longest =
        0;
    for (const auto& example : examples) {
        const auto length = static_cast<std::int64_t>(example.tokens.size());
        report.truncated += example.cut_tokens > 0 ? 1 : 0;
        report.truncated_tokens += example.cut_tokens;
        report.tokens += length;
        report.supervised_tokens += std::ranges::count(example.supervised, std::uint8_t{1});
        report.longest = std::max(report.longest, length);
    }
}

void add_report(DataReport& report, const DataReport& file) {
    report.rows += file.rows;
    report.examples += file.examples;
    report.truncated += file.truncated;
    report.truncated_tokens += file.truncated_tokens;
    report.skipped_empty += file.skipped_empty;
    report.skipped_unsupervised += file.skipped_unsupervised;
    report.skipped_truncated += file.skipped_truncated;
    report.duplicates += file.duplicates;
    report.tokens += file.tokens;
    report.supervised_tokens += file.supervised_tokens;
    report.longest = std::max(report.longest, file.longest);
    if (report.chat_template.empty())
        report.chat_template = file.chat_template;
    if (report.layout.empty()) {
        report.layout = file.layout;
        report.layout_reason = file.layout_reason;
    } else if (!file.layout.empty() && report.layout.find(file.layout) == std::string::npos) {
        report.layout += ", " + file.layout;
        report.layout_reason += "; " + file.layout_reason;
    }
}

}  // namespace tunebench
