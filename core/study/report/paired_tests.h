// Tests of any runs against a baseline, where they were measured on the same held-out examples.
#pragma once

#include <optional>

#include "core/study/report/comparable_run.h"
#include "core/study/report/seed_groups.h"
#include "core/study/report/study_report.h"

namespace tunebench {

/// The groups as the arms of a study, in their order, paired by seed and example; runs that stand alone are
/// paired by example, whatever their seeds. Of several evaluations that is taken which most groups share.
/// Groups that cannot be paired are noted with the reason: other examples, another tokenizer, no common seed.
/// Nothing when there is one group, or no run was measured.
std::optional<StudyReport> paired_tests(const std::vector<ComparableRun>& runs,
                                        const std::vector<SeedGroup>& groups, std::size_t baseline_group);

}  // namespace tunebench
