// What a loss is a mean over: the tokens of a tokenizer, or a classifier's examples. A loss a token says
// nothing beside one of another tokenizer, which cuts the same text into more or fewer of them.
#pragma once

#include <string>
#include <vector>

#include "core/run/run_folder.h"
#include "core/study/queue/study_results.h"

namespace tunebench {

/// Equal where the losses of runs count the same. By the hashes of the tokenizer's files; where they are not
/// known, by the model's path.
std::string token_identity(const RunConfig& config, const FileHashes& hashes);

/// Of each arm, as its runs were frozen. All are alike where the arms start from one model.
std::vector<std::string> token_identities(const StudyPlan& plan, const StudyResults& results);

}  // namespace tunebench
