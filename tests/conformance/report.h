// The lines and the count that the conformance tool prints.
#pragma once

#include <regex>
#include <string>
#include <vector>

namespace tunebench::conformance {

/// Prints "ok|FAIL|skip <name>…" a case and the closing count; knows which cases may not be skipped.
class Report {
public:
    Report(const std::string& filter, const std::vector<std::string>& required);

    bool wants(const std::string& name) const;
    void passed(const std::string& name, const std::string& numbers);
    void failed(const std::string& name, const std::string& numbers);
    /// A required case that is skipped has failed.
    void skipped(const std::string& name, const std::string& reason);

    /// Prints the last line; the exit code of the tool.
    int close() const;

private:
    std::regex filter_;
    std::vector<std::regex> required_;
    int passed_ = 0;
    int failed_ = 0;
    int skipped_ = 0;
};

/// `device` as general.device of a run.
void check_models(const std::string& folder, const std::string& device, Report& report);
void check_tokenizers(const std::string& folder, Report& report);
void check_schedules(const std::string& file, Report& report);
void check_chat(const std::string& file, Report& report);
void check_optimizers(const std::string& folder, Report& report);

}  // namespace tunebench::conformance
