// The report of a study as a document: verdict, trade-off table, tests, sensitivity, fronts.
#pragma once

#include "core/study/report/document.h"
#include "core/study/report/study_report.h"

namespace tunebench {

Document study_document(const StudyReport& report);

/// What was tested against the baseline; without rows when nothing was.
DocumentTable test_table(const StudyReport& report);

/// As write_document(), or .json.
Result<void> write_study_report_as(const StudyReport& report, const std::filesystem::path& file);

/// report.md, report.html, report.tex and report.json in the folder.
Result<void> write_study_report(const StudyReport& report, const std::filesystem::path& folder);

}  // namespace tunebench
