#include "tests/conformance/report.h"

#include <algorithm>

#include <fmt/format.h>

namespace tunebench::conformance {

Report::Report(const std::string& filter, const std::vector<std::string>& required) : filter_(filter) {
    for (const auto& pattern : required)
        required_.emplace_back(pattern);
}

bool Report::wants(const std::string& name) const {
    return std::regex_search(name, filter_);
}

void Report::passed(const std::string& name, const std::string& numbers) {
    ++passed_;
    fmt::print("ok   {}  {}\n", name, numbers);
}

void Report::failed(const std::string& name, const std::string& numbers) {
    ++failed_;
    fmt::print("FAIL {}  {}\n", name, numbers);
}

void Report::skipped(const std::string& name, const std::string& reason) {
    if (std::ranges::any_of(required_,
                            [&](const auto& pattern) { return std::regex_search(name, pattern); })) {
        failed(name, "required, but skipped: " + reason);
        return;
    }
    ++skipped_;
    fmt::print("skip {}: {}\n", name, reason);
}

int Report::close() const {
    fmt::print("{} passed, {} failed, {} skipped\n", passed_, failed_, skipped_);
    return failed_ == 0 && passed_ > 0 ? 0 : 1;
}

}  // namespace tunebench::conformance
