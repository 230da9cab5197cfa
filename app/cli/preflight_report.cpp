#include "app/cli/preflight_report.h"

#include <algorithm>

#include "app/cli/output.h"

namespace tunebench::cli {
namespace {

bool blocks(const Finding& finding) {
    return finding.severity == Finding::Severity::Blocks;
}

/// A setting is to blame where there is a field; otherwise it is the machine.
Error error_of(const Finding& finding) {
    return {.code = finding.field.empty() ? ErrorCode::Io : ErrorCode::InvalidArgument,
            .message = finding.message,
            .hint = finding.hint,
            .field = finding.field};
}

OrderedJson findings_to_json(const std::vector<Finding>& findings) {
    OrderedJson json = OrderedJson::array();
    for (const auto& finding : findings)
        json.push_back({{"severity", blocks(finding) ? "blocks" : "warns"},
                        {"field", finding.field},
                        {"message", finding.message},
                        {"hint", finding.hint}});
    return json;
}

}  // namespace

std::optional<ExitCode> report_findings(const std::vector<Finding>& findings, bool json) {
    for (const auto& finding : findings)
        if (!blocks(finding))
            report_warning(finding.message, finding.hint);
        else
            report_error(error_of(finding), false);
    const auto first = std::ranges::find_if(findings, blocks);
    if (first == findings.end())
        return {};
    const auto error = error_of(*first);
    if (json)
        print_json_line({{"error", error_to_json(error)}, {"findings", findings_to_json(findings)}});
    return exit_code_of(error);
}

}  // namespace tunebench::cli
