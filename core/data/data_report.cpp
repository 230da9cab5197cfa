#include "core/data/data_report.h"

#include <algorithm>

namespace tunebench {

void count_example(DataReport& report, const ExampleRecord& example) {
    ++report.examples;
    report.truncated += example.cut_tokens > 0 ? 1 : 0;
    report.truncated_tokens += example.cut_tokens;
    report.tokens += example.length;
    report.supervised_tokens += example.supervised;
    report.longest = std::max<std::int64_t>(report.longest, example.length);
}

void count_examples(DataReport& report, const Examples& examples) {
    report.examples = report.truncated = report.truncated_tokens = report.tokens = report.supervised_tokens =
        report.longest = 0;
    examples.for_each_record([&](const ExampleRecord& example) { count_example(report, example); });
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
